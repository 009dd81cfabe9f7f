/** Resolves after so many milliseconds. */
export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Milliseconds that no caller wants to wait in the dark. */
export const LONGEST_PAUSE_MS = 60_000;

/** What a reply says besides its content. */
export interface ReplyHead {
  readonly status: number;
  readonly headers: Headers;
}

const TOO_MANY = 429;

/**
 * Milliseconds that a reply asks to wait: `Retry-After` in seconds or as a date; for one that was too many, else when the
 * rate limit's window ends, which every reply tells.
 */
export function askedPause({ status, headers }: ReplyHead, now: number): number | null {
  const text = headers.get("retry-after")?.trim();
  const asked = text === undefined ? Number.NaN : /^[0-9.]+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  if (Number.isFinite(asked)) return Math.max(asked, 0);
  const resetAt = status === TOO_MANY ? Number(headers.get("x-ratelimit-reset") ?? Number.NaN) * 1000 : Number.NaN;
  return Number.isFinite(resetAt) && resetAt > now ? resetAt - now : null;
}

/** Milliseconds before the next try: what the API asks for, else doubling from 200 ms to 5 s, never in step with others. */
export function pauseBefore(attempt: number, reply: ReplyHead | null, now: number): number {
  const asked = reply && askedPause(reply, now);
  if (asked !== null) return Math.min(asked, LONGEST_PAUSE_MS);
  const pause = Math.min(200 * 2 ** attempt, 5_000);
  return pause / 2 + Math.random() * (pause / 2);
}
