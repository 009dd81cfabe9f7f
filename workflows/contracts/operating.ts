import { defineQuery, defineSignal } from "@temporalio/workflow";
import type { StepProblem } from "../../domain/chain/problems.ts";
import type { UserId } from "../../domain/ids.ts";
import type { Deadline } from "../../domain/order/deadlines.ts";

/** Who asked for a command: recorded in audit and events. */
export interface Caller {
  /** Id of the API key, or "master". */
  readonly keyId: string;
  /** Runs from the request through history, logs, events and transaction rows. */
  readonly correlationId: string;
  /** The user for whom the key speaks; missing where it is the installation's. Such a key undoes no hold but its own. */
  readonly userId?: UserId;
}

/** A person decided about a parked step. `decisionId` removes duplicates; a decision that does not fit is ignored visibly. */
export interface OperatorDecision {
  readonly decisionId: string;
  readonly action: "retry" | "abandon" | "markSettled";
  readonly reason: string;
  readonly evidence?: { readonly txHash?: string };
}
export const operatorDecisionSignal = defineSignal<[OperatorDecision]>("operatorDecision");

/** Where a payment is now, in words an operator can act on. */
export interface Progress {
  readonly workflowId: string;
  readonly state: string;
  /** The step under way, e.g. "fund"; null between commands. */
  readonly step: string | null;
  /** Which signed attempt of the step; 0 before anything is signed. */
  readonly generation: number;
  /** Hash of the transaction in flight. */
  readonly txHash: string | null;
  readonly waitingFor: "command" | "provider" | "chain" | "operator" | "support" | "nothing";
  readonly since: string;
  readonly parkedReason: StepProblem | null;
  readonly lastError: string | null;
  /** When it will be tried again without anybody. */
  readonly nextAttemptAt: string | null;
  /** What will happen by itself because somebody let time pass; null where nothing will. */
  readonly deadline?: Deadline | null;
  /** Why the last decision of an operator was not followed. */
  readonly ignoredDecision: string | null;
}
export const progressQuery = defineQuery<Progress>("progress");
