import { createHmac } from "node:crypto";

const SECRET_PREFIX = "whsec_";

/** The headers of Standard Webhooks. With two secrets there are two signatures: the receiver needs to know only one. */
export function signEvent(
  eventId: string,
  body: string,
  secrets: readonly string[],
  now: Date,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signatures = secrets.map((secret) => `v1,${signatureOf(`${eventId}.${timestamp}.${body}`, secret)}`);
  return { "webhook-id": eventId, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}

const signatureOf = (content: string, secret: string): string =>
  createHmac("sha256", Buffer.from(secret.slice(SECRET_PREFIX.length), "base64"))
    .update(content)
    .digest("base64");
