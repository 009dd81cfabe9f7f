/** Lets so many run at once; the others wait for their turn, first come first served. */
export function atMost(limit: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  const turn = () => (running < limit ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve)));
  return async (work) => {
    await turn();
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
