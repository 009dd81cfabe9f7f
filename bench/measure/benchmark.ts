/** How long and how often: a quick run shows the order of magnitude, a full one is for comparing. */
export interface Effort {
  readonly isQuick: boolean;
  readonly rounds: number;
  /** Of one side in one round. */
  readonly seconds: number;
  /**
   * What is under way when the time is over is still finished, which can take far longer than the time itself: after this
   * long no further round begins. Benchmarks with a target have all their rounds in any case.
   */
  readonly patienceSeconds: number;
}

export const FULL: Effort = { isQuick: false, rounds: 9, seconds: 3, patienceSeconds: 75 };
export const QUICK: Effort = { isQuick: true, rounds: 5, seconds: 2, patienceSeconds: 45 };

/** What a result should be, documented before it was measured: at least that, or at most where `isCeiling` is set. */
export interface Target {
  readonly good: number;
  readonly stretch: number;
  readonly isCeiling?: boolean;
}

/** What both sides of a ratio need while they are measured. */
export interface Sides {
  /** One run, and how much it did per second, or how long it took. Only the two of one round are ever compared. */
  ours(): Promise<number>;
  theirs(): Promise<number>;
  /** Sentences that should not be true after all runs; none when every law was kept. */
  broken(): Promise<readonly string[]>;
  /** What was found out on the way and belongs to the method, e.g. which client was used. */
  readonly notes?: readonly string[];
  close(): Promise<void>;
}

export interface Benchmark {
  /** Of its file in `results/`. */
  readonly name: string;
  /** "what of ours ÷ what of theirs". */
  readonly ratio: string;
  readonly method: string;
  /** How the two sides of a round are compared: ours ÷ theirs unless told. */
  readonly compare?: "quotient" | "difference";
  /** null: there is no documented target; the number is there to be watched. */
  readonly target: Target | null;
  prepare(effort: Effort): Promise<Sides>;
}
