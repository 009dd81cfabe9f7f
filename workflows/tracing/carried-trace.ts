import { AsyncLocalStorage } from "@temporalio/workflow";

/** The trace of a request, as the work that it led to carries it. */
export interface CarriedTrace {
  /** W3C: the trace, and the span that the next one belongs below. */
  readonly traceparent: string;
  /** The trace in which the work is done that this one found under way. */
  joined?: string;
}

const carried = new AsyncLocalStorage<CarriedTrace>();

/** The trace that the present work belongs to; undefined outside of one, and always while tracing is off. */
export const presentTrace = (): CarriedTrace | undefined => carried.getStore();

/** Does something as part of a trace. Without one it is just done: nothing may run in another order because somebody looks on. */
export const withinTrace = <Result>(trace: CarriedTrace | undefined, run: () => Result): Result =>
  trace === undefined ? run() : carried.run(trace, run);

/** The present work only waits for what is done in another trace. */
export function joinTrace(other: CarriedTrace | undefined): void {
  const own = presentTrace();
  if (own && other) own.joined = other.traceparent;
}
