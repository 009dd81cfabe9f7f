import { NotReady } from "./not-ready.ts";

const DEADLINE_MS = 2_500;
/** Providers count requests: whoever asks for health in between gets the last answer. */
const KNOWN_MS = 30_000;

/** Asks a provider, without a key, whether anybody is there: every answer but a failure of its own counts. */
export function createProviderPing(url: string) {
  let askedAt = Number.NEGATIVE_INFINITY;
  let answer: Promise<void> = Promise.resolve();
  const ask = async () => {
    const options = { signal: AbortSignal.timeout(DEADLINE_MS), redirect: "manual" } as const;
    const response = await fetch(url, options).catch(() => {
      throw new NotReady("no answer");
    });
    await response.body?.cancel();
    if (response.status >= 500) throw new NotReady(`answered ${response.status}`);
  };
  return {
    /** @throws NotReady */
    ping(): Promise<void> {
      if (performance.now() - askedAt >= KNOWN_MS) {
        askedAt = performance.now();
        answer = ask();
        answer.catch(() => {}); // told to whoever asks
      }
      return answer;
    },
  };
}
