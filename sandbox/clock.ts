/** The sandbox's time: the machine's clock plus what tests have advanced it by. It never goes back. */
export interface SandboxClock {
  nowMs(): number;
  nowSeconds(): number;
  readonly offsetSeconds: number;
  advance(seconds: number): void;
}

export function createClock(offsetSeconds = 0): SandboxClock {
  let offset = offsetSeconds;
  return {
    nowMs: () => Date.now() + offset * 1000,
    nowSeconds: () => Math.floor(Date.now() / 1000) + offset,
    get offsetSeconds() {
      return offset;
    },
    advance: (seconds) => {
      offset += seconds;
    },
  };
}
