import { activityInfo } from "@temporalio/activity";

/**
 * What goes wrong in one call of an activity, before its effect or after it.
 * `hold` keeps the call until the test opens the gate.
 */
export type Fault =
  | { readonly kind: "fail"; readonly when: "before" | "after"; readonly times: number; readonly error: () => Error }
  | { readonly kind: "twice" }
  | { readonly kind: "hold"; readonly until: Promise<void>; readonly reached: () => void };

/** Stands between Temporal and the fake activities: names every call, and lets a test break the one it names. */
export interface Faults {
  /** Breaks the call of that name, e.g. "confirm fund" or, for the second one of its kind, "eligible/2". */
  set(workflowId: string, call: string, fault: Fault): void;
  /** Calls of a workflow in the order in which they first came. */
  calls(workflowId: string): readonly string[];
  /** How often the call was tried. */
  tries(workflowId: string, call: string): number;
  run<Result>(name: string, effect: () => Promise<Result>): Promise<Result>;
}

export interface Gate {
  readonly fault: Fault;
  /** Resolves when the call has come to the gate. */
  readonly reached: Promise<void>;
  open(): void;
}

/** Keeps a call waiting, so that a test can act while its step is under way. */
export function gate(): Gate {
  const arrival = Promise.withResolvers<void>();
  const opening = Promise.withResolvers<void>();
  const fault: Fault = { kind: "hold", until: opening.promise, reached: arrival.resolve };
  return { fault, reached: arrival.promise, open: opening.resolve };
}

export function createFaults(): Faults {
  const faults = new Map<string, Fault>();
  const failed = new Map<string, number>();
  const names = new Map<string, string>();
  const tries = new Map<string, number>();
  const callsOf = (workflowId: string) =>
    [...names].filter(([key]) => key.startsWith(`${workflowId} `)).map(([, call]) => call);

  function nameOf(kind: string): { readonly key: string; readonly call: string } {
    const { workflowExecution, activityId } = activityInfo();
    const workflowId = workflowExecution?.workflowId ?? "";
    const id = `${workflowId} ${workflowExecution?.runId} ${activityId}`;
    let call = names.get(id);
    if (call === undefined) {
      const before = callsOf(workflowId).filter((other) => other === kind || other.startsWith(`${kind}/`)).length;
      call = before === 0 ? kind : `${kind}/${before + 1}`;
      names.set(id, call);
    }
    return { key: `${workflowId} ${call}`, call };
  }

  async function run<Result>(kind: string, effect: () => Promise<Result>): Promise<Result> {
    const { key } = nameOf(kind);
    tries.set(key, (tries.get(key) ?? 0) + 1);
    const fault = faults.get(key);
    if (!fault) return effect();
    if (fault.kind === "hold") {
      fault.reached();
      await fault.until;
      return effect();
    }
    if (fault.kind === "twice") {
      await effect();
      return effect();
    }
    const count = failed.get(key) ?? 0;
    if (count >= fault.times) return effect();
    failed.set(key, count + 1);
    if (fault.when === "after") await effect();
    throw fault.error();
  }

  return {
    set: (workflowId, call, fault) => faults.set(`${workflowId} ${call}`, fault),
    calls: callsOf,
    tries: (workflowId, call) => tries.get(`${workflowId} ${call}`) ?? 0,
    run,
  };
}
