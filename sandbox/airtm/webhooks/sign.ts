import { createHmac } from "node:crypto";

const PREFIX = "whsec_";

interface Signed {
  readonly id: string;
  readonly timestampSeconds: number;
  readonly body: string;
}

/** Svix's headers; the secret is `whsec_<base64>`, its bytes are the key. */
export function signedHeaders(secret: string, { id, timestampSeconds, body }: Signed): Record<string, string> {
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestampSeconds}.${body}`).digest("base64");
  return { "svix-id": id, "svix-timestamp": String(timestampSeconds), "svix-signature": `v1,${signature}` };
}

/** What a forger signs with. */
export const FOREIGN_SECRET = `${PREFIX}${Buffer.from("somebody-elses-secret").toString("base64")}`;
