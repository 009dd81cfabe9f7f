import type { StepProblem } from "../../../domain/chain/problems.ts";
import { AppError } from "../../../domain/errors.ts";
import { operatorDecisions } from "../../../domain/explain/decisions.ts";
import type { OperatorDecision, Progress } from "../../../workflows/contracts/operating.ts";
import { type CallContext, endpoint } from "../../endpoint.ts";
import { accepted } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { invalid } from "../../middleware/validate.ts";
import { transactionsOf } from "../../reads/evidence.ts";
import { actorOf } from "../../writes/in-transaction.ts";
import { auditDecision, type EarlierDecision, earlierDecision } from "../../writes/operator-decisions.ts";
import { findOperation, type Operation } from "./find-operation.ts";
import { DecisionBody, DecisionWire, OperationParams } from "./schemas.ts";

export const decideOperation = endpoint(
  {
    method: "post",
    path: "/operations/{workflowType}/{id}/decision",
    equalPaths: ["/operations/{id}/decision"],
    operationId: "decideOperation",
    tag: "Operations",
    summary: "Decide about a parked payment: try again, give the step up, or have a settled step looked up.",
    access: "support",
    params: OperationParams,
    body: DecisionBody,
    shape: "plain",
    status: 202,
    data: DecisionWire,
    errors: [
      "NOT_FOUND",
      "ORDER_NOT_FOUND",
      "DISPUTE_NOT_FOUND",
      "WITHDRAWAL_NOT_FOUND",
      "TOPUP_NOT_FOUND",
      "INVALID_STATE",
      "IDEMPOTENCY_KEY_REUSED",
      "STELLAR_NETWORK_ERROR",
    ],
    idempotency: { kind: "attach", keepDays: 30 },
  },
  async ({ params: { workflowType, id }, body, ...call }) => {
    const { deps, caller, identity } = call;
    refuseBoundKey(caller); // on nearly everything hangs somebody else's money
    const operation = await findOperation(deps, caller, workflowType === undefined ? id : `${workflowType}/${id}`);
    const { workflowId, explainPath } = operation;
    const { action, reason, evidence, decisionId = `dec_${identity.updateId.slice(0, 32)}` } = body;
    if (action === "markSettled" && !evidence?.txHash) {
      throw invalid([{ field: "evidence.txHash", message: "is required to mark a step as settled" }]);
    }
    const txHash = evidence?.txHash;
    const decision = { decisionId, action, reason, ...(txHash && { evidence: { txHash } }) };
    const parkedReason = await decide(call, operation, decision);
    return accepted({ workflowId, decisionId, action, parkedReason, explain: explainPath }, explainPath);
  },
);

/**
 * The audit row is written first: a decision that a crash or an outage kept from the workflow is told again under the same
 * id, and the workflow counts it once.
 */
async function decide(
  call: CallContext,
  operation: Operation,
  decision: OperatorDecision,
): Promise<StepProblem | null> {
  const { deps } = call;
  const { workflowId, resourceType, resourceId } = operation;
  const earlier = await earlierDecision(deps.db, workflowId, decision.decisionId);
  if (earlier) return tellAgain(call, operation, decision, earlier);
  const parked = await safelyParked(call, operation, decision).catch(async (refusal: unknown) => {
    const isRefused = refusal instanceof AppError && refusal.code === "INVALID_STATE";
    if (isRefused && (await earlierDecision(deps.db, workflowId, decision.decisionId))) return null;
    throw refusal;
  });
  if (!parked) return decide(call, operation, decision); // a twin was faster, and the payment went on by its word
  const before = { step: parked.step, parkedReason: parked.parkedReason, since: parked.since };
  const who = actorOf(call);
  const isFirst = await auditDecision(deps.db, { workflowId, resourceType, resourceId, decision, before, ...who });
  if (!isFirst) return decide(call, operation, decision); // a twin was faster: its word is the one of this id
  return tell(call, operation, decision, parked);
}

/** What it was parked for; null when it is over by now: a twin may have told it before us. */
async function tell({ deps }: CallContext, { workflowId }: Operation, decision: OperatorDecision, parked: Progress) {
  const isTold = await deps.temporal.decide(workflowId, decision);
  return isTold ? parked.parkedReason : null;
}

/** Where it is parked, when this may be decided about it. @throws AppError as the two below */
async function safelyParked(call: CallContext, operation: Operation, decision: OperatorDecision): Promise<Progress> {
  const parked = await parkedProgress(call, operation);
  await refuseUnlessSafe(call, operation, parked, decision);
  return parked;
}

/** Only to the very parking it was about: a later one was never looked at by whoever decided. @throws AppError IDEMPOTENCY_KEY_REUSED */
async function tellAgain(
  call: CallContext,
  operation: Operation,
  decision: OperatorDecision,
  earlier: EarlierDecision,
): Promise<StepProblem | null> {
  const { workflowId } = operation;
  if (!isSame(earlier.decision, decision)) {
    throw new AppError("IDEMPOTENCY_KEY_REUSED", { decisionId: decision.decisionId, workflowId });
  }
  const { progress, endedAs } = await whereItIs(call, operation);
  if (endedAs !== null || !progress?.parkedReason || progress.since !== earlier.parkedSince) return null;
  return tell(call, operation, decision, progress);
}

const isSame = (one: OperatorDecision, other: OperatorDecision): boolean =>
  one.action === other.action && one.reason === other.reason && one.evidence?.txHash === other.evidence?.txHash;

/** What the workflow itself says now. @throws AppError INVALID_STATE when nothing is parked; SERVICE_UNAVAILABLE when it cannot say */
async function parkedProgress(call: CallContext, operation: Operation): Promise<Progress> {
  const { progress, endedAs } = await whereItIs(call, operation);
  if (progress?.parkedReason && endedAs === null) return progress;
  const { resourceId, state } = operation;
  const currentState = endedAs === null ? state : `${state} (workflow ${endedAs})`;
  const details = { id: resourceId, currentState, allowedStates: ["PARKED"] };
  throw new AppError("INVALID_STATE", details, "Nothing is parked here, so there is nothing to decide.");
}

/** @throws AppError SERVICE_UNAVAILABLE when a workflow that is not known to be over does not answer */
async function whereItIs({ deps }: CallContext, { workflowId }: Operation) {
  const [progress, execution] = await Promise.all([
    deps.temporal.progress(workflowId),
    deps.temporal.execution(workflowId),
  ]);
  const endedAs = execution !== null && execution.status !== "RUNNING" ? execution.status : null;
  if (!progress && endedAs === null) throw new AppError("SERVICE_UNAVAILABLE", { dependency: "workers", workflowId });
  return { progress, endedAs };
}

/** @throws AppError INVALID_STATE for what could pay twice or can never be shown, VALIDATION_ERROR for evidence of nothing */
async function refuseUnlessSafe(
  { deps }: CallContext,
  { workflowId, resourceId }: Operation,
  where: Progress,
  { action, evidence }: OperatorDecision,
): Promise<void> {
  const rows = await transactionsOf(deps.db, [workflowId]);
  const stepsInFlight = rows.filter(({ outcome }) => outcome === null).map(({ stepKey }) => stepKey);
  const stepsSigned = rows.map(({ stepKey }) => stepKey);
  const allowed = operatorDecisions({ stepsInFlight, stepsSigned }, { workflowId, where });
  const allowedActions = allowed.map((one) => one.action);
  if (!allowedActions.includes(action)) {
    const details = { id: resourceId, currentState: "PARKED", allowedStates: ["PARKED"], allowedActions };
    throw new AppError("INVALID_STATE", details, WHY_NOT[action]);
  }
  const txHash = evidence?.txHash;
  if (!txHash) return;
  const isOurs =
    where.txHash === txHash || // its row may be lost
    rows.some(({ hash, stepKey }) => hash === txHash && stepKey === `${workflowId}#${where.step}`);
  if (isOurs || (await deps.horizon.isApplied(txHash))) return;
  throw invalid([
    { field: "evidence.txHash", message: "is no transaction of this step, and the chain shows none applied" },
  ]);
}

const WHY_NOT = {
  retry: "It cannot be tried again now.",
  abandon: "This step may still have an effect; only its proven end lets it be given up.",
  markSettled: "The chain does not show who made this step's effect, so only a transaction of its own can settle it.",
} as const;
