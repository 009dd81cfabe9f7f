import type { DomainEvent } from "./types.ts";

/** The call did not come from the installation that has the secret, or came too late: answer it with 400 and do nothing. */
export class WebhookVerificationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WebhookVerificationError";
  }
}

type HeaderSource = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface VerifyOptions {
  /** Seconds that the call may be old, or early (300). */
  readonly tolerance?: number;
  /** Milliseconds since 1970; the present. */
  readonly now?: number;
}

const TOLERANCE_SECONDS = 300;
const SECRET_PREFIX = "whsec_";

/** Calls that an installation makes to yours, signed as Standard Webhooks says. */
export const webhooks = {
  /**
   * The event of a call, once its signature is proven. Give the body as it came: parsed and printed again it is another.
   * A call may come twice or late: `event.eventId` is the same then, and `event.sequence` tells the order.
   * @param secret the endpoint's `whsec_…`, or several
   * @throws WebhookVerificationError
   */
  verify: async (
    payload: string | Uint8Array,
    headers: HeaderSource,
    secret: string | readonly string[],
    { tolerance = TOLERANCE_SECONDS, now = Date.now() }: VerifyOptions = {},
  ): Promise<DomainEvent> => {
    const id = headerOf(headers, "webhook-id");
    const timestamp = headerOf(headers, "webhook-timestamp");
    const given = headerOf(headers, "webhook-signature");
    if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookVerificationError("webhook-timestamp is no time");
    if (Math.abs(now / 1000 - Number(timestamp)) > tolerance) {
      throw new WebhookVerificationError("the call is too old, or the clocks differ");
    }
    const body = typeof payload === "string" ? payload : new TextDecoder("utf-8", { ignoreBOM: true }).decode(payload);
    const content = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
    const signatures = given.split(" ").flatMap((part) => (part.startsWith("v1,") ? [part.slice(3)] : []));
    const secrets = typeof secret === "string" ? [secret] : secret;
    const proofs = await Promise.all(
      secrets.flatMap((one) => signatures.map((signature) => isSignatureOf(content, signature, one))),
    );
    if (!proofs.includes(true)) throw new WebhookVerificationError("no signature fits the body and the secret");
    return JSON.parse(body) as DomainEvent; // ours: the signature says so
  },
};

/** Web Crypto compares, in a time that says nothing. */
async function isSignatureOf(content: Uint8Array<ArrayBuffer>, signature: string, secret: string): Promise<boolean> {
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const bytes = fromBase64(secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret);
  const proof = fromBase64(signature);
  if (bytes === null || bytes.length === 0) throw new WebhookVerificationError("the secret is not of the form whsec_…");
  if (proof === null) return false;
  const key = await crypto.subtle.importKey("raw", bytes, hmac, false, ["verify"]);
  return crypto.subtle.verify("HMAC", key, proof, content);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

function headerOf(headers: HeaderSource, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : plainHeader(headers, name);
  if (!value) throw new WebhookVerificationError(`there is no ${name}`);
  return value;
}

function plainHeader(headers: Exclude<HeaderSource, Headers>, name: string): string | undefined {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof found === "string" ? found : found?.[0];
}
