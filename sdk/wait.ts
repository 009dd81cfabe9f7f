/** Resolves after so many milliseconds. */
export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Milliseconds before the next try: what the API asks for, else doubling from 200 ms to 5 s, never in step with others. */
export function pauseBefore(attempt: number, headers: Headers | null, now: number): number {
  const asked = Number(headers?.get("retry-after") ?? Number.NaN);
  if (Number.isFinite(asked)) return Math.min(Math.max(asked, 0), 60) * 1000;
  const resetAt = Number(headers?.get("x-ratelimit-reset") ?? Number.NaN) * 1000;
  if (Number.isFinite(resetAt) && resetAt > now) return Math.min(resetAt - now, 60_000);
  const pause = Math.min(200 * 2 ** attempt, 5_000);
  return pause / 2 + Math.random() * (pause / 2);
}
