/**
 * Begins a piece of work whenever one is due, whether or not earlier ones are done, as callers do who know nothing of each
 * other. Resolves with the milliseconds from when each was due to when it was done: what waits behind a stall is counted too.
 */
export async function openLoop(
  perSecond: number,
  seconds: number,
  work: () => Promise<void>,
): Promise<readonly number[]> {
  const startedAt = performance.now();
  const pieces = Array.from({ length: Math.round(perSecond * seconds) }, async (_none, index) => {
    const dueAt = startedAt + (index * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, dueAt - performance.now()));
    await work();
    return performance.now() - dueAt;
  });
  return Promise.all(pieces);
}
