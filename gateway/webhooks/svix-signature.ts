import { createHmac } from "node:crypto";
import { sameSecret } from "../credentials.ts";
import type { IncomingCall } from "./webhook-provider.ts";

/** How far its clock and ours may be apart; an older call may be one that somebody listened to. */
const SKEW_MAX_SECONDS = 5 * 60;
const ID_LENGTH_MAX = 255;

/**
 * Whether Svix signed these very bytes, lately, with this secret. One good signature among several is enough: there are two
 * while a secret is being changed.
 * @param secret `whsec_` and the base64 of the key
 */
export function isSignedBySvix({ header, bytes }: IncomingCall, secret: string, now: Date): boolean {
  const [id, timestamp, signatures] = [header("svix-id"), header("svix-timestamp"), header("svix-signature")];
  if (!id || id.length > ID_LENGTH_MAX || !timestamp || !signatures) return false;
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > SKEW_MAX_SECONDS) return false;
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(bytes).digest("base64");
  return signatures.split(" ").some((one) => sameSecret(one, `v1,${expected}`));
}
