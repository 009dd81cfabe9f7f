import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 50;

/** Waits until the look shows what is wanted; after the patience it returns what it saw last, for the test to judge. */
export async function eventually<Seen>(
  look: () => Promise<Seen> | Seen,
  isWanted: (seen: Seen) => boolean,
  patienceMs = 15_000,
): Promise<Seen> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (isWanted(seen) || Date.now() > deadline) return seen;
    await delay(POLL_MS);
  }
}
