/** Business deadlines of an order, in seconds; null where there is none. */
export interface Deadlines {
  /** From its creation until its escrow must be funded; then it is canceled. */
  readonly cancelUnfundedAfterSeconds: number | null;
  /**
   * From when none of its milestones is open any more, or from its funding where it has none; then it is released. Whatever
   * is asked about the order meanwhile stops the clock, and the whole time begins anew.
   */
  readonly releaseAfterSeconds: number | null;
  /** How long before either everybody is reminded. */
  readonly remindBeforeSeconds: number | null;
}

/** What will happen by itself, and when (ISO time). */
export interface Deadline {
  readonly action: "cancel" | "release";
  readonly at: string;
}

const UNHEARD_MS = 5 * 60_000;

/** True of a deadline that was noticed so late that no worker can have run: nobody could have disagreed in time. */
export const isUnheard = (dueMs: number, noticedMs: number): boolean => noticedMs - dueMs >= UNHEARD_MS;
