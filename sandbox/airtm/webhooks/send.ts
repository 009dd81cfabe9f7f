import { FOREIGN_SECRET, signedHeaders } from "./sign.ts";

export interface Sending {
  readonly url: string;
  readonly secret: string;
  readonly id: string;
  readonly body: string;
  /** Signed with another secret. */
  readonly forged?: boolean;
  /** How much older than now the timestamp says it is. */
  readonly ageSeconds?: number;
}

const ANSWER_WITHIN_MS = 5000;

/** One request; the answer's status, or null when there was none. Timestamps are the machine's: receivers have its clock. */
export async function send(sending: Sending, signal: AbortSignal): Promise<number | null> {
  const { id, body, ageSeconds = 0 } = sending;
  const timestampSeconds = Math.floor(Date.now() / 1000) - ageSeconds;
  const secret = sending.forged === true ? FOREIGN_SECRET : sending.secret;
  try {
    const answer = await fetch(sending.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...signedHeaders(secret, { id, timestampSeconds, body }) },
      body,
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return null;
  }
}
