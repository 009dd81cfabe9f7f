import { AsyncLocalStorage } from "@temporalio/workflow";

const carried = new AsyncLocalStorage<string>();

/** The trace that the present work belongs to, as a W3C `traceparent`; undefined outside of one, and while tracing is off. */
export const presentTrace = (): string | undefined => carried.getStore();

/** Does something as part of a trace. Without one it is just done: nothing may run in another order because somebody looks on. */
export const withinTrace = <Result>(trace: string | undefined, run: () => Result): Result =>
  trace === undefined ? run() : carried.run(trace, run);
