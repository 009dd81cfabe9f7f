import type { Effort, Sides } from "../measure/benchmark.ts";
import { type Lifecycles, openLifecycles } from "./lifecycles.ts";

export const LIFECYCLE_METHOD =
  "Real Temporal server (in memory, one shard), workers as the product runs them, books and chain in memory that answer at " +
  "once. An order: created, reserved, escrow created and funded, released; each command an update that is waited for.";

type Run = (lives: Lifecycles, seconds: number) => Promise<number>;

export const orders =
  (inFlight: number): Run =>
  (lives, seconds) =>
    lives.orders(inFlight, seconds);
/** The same events in the same order with payloads of the same sizes, and nothing in between. */
export const twins =
  (inFlight: number): Run =>
  (lives, seconds) =>
    lives.twins(inFlight, seconds);
export const emptyWorkflows =
  (inFlight: number): Run =>
  (lives, seconds) =>
    lives.empty(inFlight, seconds);

export async function lifecycleSides(ours: Run, theirs: Run, { seconds }: Effort): Promise<Sides> {
  const lives = await openLifecycles();
  return {
    notes: lives.notes,
    ours: () => ours(lives, seconds),
    theirs: () => theirs(lives, seconds),
    broken: async () => lives.broken(),
    close: () => lives.close(),
  };
}
