import { ApplicationFailure, CancellationScope, condition } from "@temporalio/workflow";
import { type CarriedTrace, joinTrace, presentTrace, withinTrace } from "../tracing/carried-trace.ts";

interface Queued<Command, Result> {
  readonly command: Command;
  /** The main loop carries it out, in the trace of the request that brought it. */
  readonly trace: CarriedTrace | undefined;
  outcome: { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly error: unknown } | null;
}

interface Named {
  readonly name: string;
  /** Tells commands of one name apart that must not join each other. */
  readonly key?: string;
}

/** Commands wait here, in order, for the workflow's main loop; each handler answers when its command is final. */
export interface CommandQueue<Command extends Named, Result> {
  /** Queues a command and answers when it is final. With `join`, the same one that is under way is joined. */
  perform(command: Command, join: boolean): Promise<Result>;
  isUnderWay(key: string): boolean;
  /** True while a command of one of these names waits or is carried out. */
  isAnyUnderWay(names: readonly Command["name"][]): boolean;
  /** Takes the next command and carries it out; what `carryOut` throws fails the command, not the workflow. */
  next(carryOut: (command: Command) => Promise<Result>): Promise<void>;
  /** True while an accepted command waits: it must be answered, even by a payment that is at its end. */
  isWaiting(): boolean;
}

export function commandQueue<Command extends Named, Result>(): CommandQueue<Command, Result> {
  const waiting: Queued<Command, Result>[] = [];
  let current: Queued<Command, Result> | null = null;
  const isOf = (key: string, { command }: Queued<Command, Result>) => (command.key ?? command.name) === key;
  const underWay = (key: string) =>
    current && isOf(key, current) ? current : waiting.find((queued) => isOf(key, queued));

  return {
    isUnderWay: (key) => underWay(key) !== undefined,
    isAnyUnderWay: (names) =>
      [...waiting, ...(current ? [current] : [])].some(({ command }) => names.includes(command.name)),
    isWaiting: () => waiting.length > 0,
    async perform(command, join) {
      let queued = join ? underWay(command.key ?? command.name) : undefined;
      if (queued) joinTrace(queued.trace);
      else {
        queued = { command, trace: presentTrace(), outcome: null };
        waiting.push(queued);
      }
      const own = queued;
      // a cancelled workflow goes on, and so do the callers who wait for it
      await CancellationScope.nonCancellable(() => condition(() => own.outcome !== null));
      if (own.outcome?.ok) return own.outcome.result;
      throw own.outcome?.error;
    },
    async next(carryOut) {
      await condition(() => waiting.length > 0);
      const queued = waiting.shift();
      if (!queued) return;
      current = queued;
      try {
        const result = await withinTrace(queued.trace, () => carryOut(queued.command));
        queued.outcome = { ok: true, result };
      } catch (error) {
        if (!(error instanceof ApplicationFailure)) throw error; // a bug of ours: the task stands still until it is mended
        queued.outcome = { ok: false, error };
      }
      current = null;
    },
  };
}
