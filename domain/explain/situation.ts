import type { StepProblem } from "../chain/problems.ts";
import type { Deadline } from "../order/deadlines.ts";

/** What a payment says of itself: where it is, and what it waits for. Times are ISO. */
export interface Whereabouts {
  readonly step: string | null;
  readonly generation: number;
  readonly txHash: string | null;
  readonly waitingFor: "command" | "provider" | "chain" | "operator" | "support" | "nothing";
  readonly since: string;
  readonly parkedReason: StepProblem | null;
  readonly lastError: string | null;
  readonly nextAttemptAt: string | null;
  readonly deadline?: Deadline | null;
  readonly ignoredDecision: string | null;
}

/** A try that did not go through and is repeated at once; progress does not know of it yet. */
export interface RunningTry {
  /** Name of the activity. */
  readonly activity: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** False while no worker has taken it. */
  readonly isTaken: boolean;
  readonly lastFailure: { readonly type: string | null; readonly message: string } | null;
  readonly nextAttemptAt: string | null;
}

/** What Temporal says of the workflow, without asking its code. */
export interface Execution {
  readonly status: string;
  /** Above 1 while the workflow's own code fails, or no worker answers. */
  readonly taskAttempt: number;
  readonly tries: readonly RunningTry[];
}

/** One workflow that a subject depends on: an order's own, and that of its dispute. */
export interface Part {
  readonly workflowId: string;
  readonly where: Whereabouts;
  /** `live`: told by the workflow now; `recorded`: last written down; `status`: no more is known than the status. */
  readonly source: "live" | "recorded" | "status";
  /** null when Temporal does not answer. */
  readonly execution: Execution | null;
}

/** What is known of a subject that is to be explained. */
export interface Situation {
  readonly rule: StateRule;
  readonly isFinished: boolean;
  /** The subject's own workflow first. */
  readonly parts: readonly [Part, ...Part[]];
  /** Commands that the marketplace or support may give now. */
  readonly commands: readonly SafeAction[];
  /** Steps with a signed transaction whose end is unknown, as `<workflow id>#<step>`. */
  readonly stepsInFlight: readonly string[];
  /** Steps that have, or had, a signed transaction, written the same way. */
  readonly stepsSigned: readonly string[];
}

/** `user`: the user of the marketplace, at their provider. */
export type WhoMustAct = "nobody" | "user" | "marketplace" | "support" | "operator";

/** What a state waits for while no step is under way. */
export interface StateRule {
  readonly waitingFor: "command" | "support" | "system" | "provider" | "nothing";
  readonly whoMustAct: WhoMustAct;
  /** A whole sentence. */
  readonly why: string;
}

/** Something that may be done now without a risk for the money. */
export interface SafeAction {
  readonly action: string;
  readonly how: {
    readonly rest: string;
    /** With Temporal's own command line, where the API is away; null where only the API can. */
    readonly signal: string | null;
  };
  readonly whatItWouldDo: string;
  readonly needs: string;
}
