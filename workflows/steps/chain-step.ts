import { ActivityFailure, patched } from "@temporalio/workflow";
import type { Verdict } from "../../activities/stellar/settle-attempt.ts";
import type { RememberedAttempt } from "../../activities/storage/restore-attempt.ts";
import type { ChainIntent, ChainReceipt } from "../../domain/chain/intent.ts";
import type { Fact } from "../../domain/facts.ts";
import { confirming, sending, signing, storage } from "../activity-options.ts";
import type { Caller, OperatorDecision } from "../contracts/operating.ts";
import { parkUntilDecided } from "./park.ts";
import type { PaymentRun } from "./payment-run.ts";
import { haveRefilled } from "./start-refill.ts";
import { isRefusal, type SortedFailure, StepRefused, sortFailure } from "./step-failure.ts";

export interface ChainStep {
  /** Names the step for ever: `<workflow id>#<name>` has one effect on the chain. */
  readonly name: string;
  readonly intent: ChainIntent;
  /** True once the transaction succeeded; recorded with its outcome. */
  readonly fact: Fact;
  readonly caller: Caller;
  /**
   * What a definite no means: the command fails (`throw`), a person must look (`park`), or the state it was built on has
   * changed meanwhile (`rebuild`): it is built again on the present one, and parked when that does not help.
   */
  readonly onRefusal: "throw" | "park" | "rebuild";
}

const GENERATIONS_MAX = 5;

/**
 * One effect on the chain, exactly once. It ends with the chain's receipt, or with StepRefused when nothing was done and
 * nothing is in flight. Everything else parks it.
 */
export async function chainStep(run: PaymentRun, step: ChainStep): Promise<ChainReceipt> {
  run.show({ step: step.name, generation: 0, txHash: null, waitingFor: "provider", lastError: null });
  let decided: Decided = { action: "retry" };
  const memory: Memory = { inFlight: null };
  for (let timesParked = 0; ; timesParked += 1) {
    const result: ChainReceipt | SortedFailure =
      decided.action === "abandon"
        ? await giveUp(run, step, memory, decided.because)
        : await tryGenerations(run, step, memory, decided);
    if (!("problem" in result)) {
      run.show({ step: null, generation: 0, txHash: null, waitingFor: "command", lastError: null });
      return result;
    }
    const isOver = isRefusal(result.problem) && run.progress.txHash === null; // in flight, it may still happen
    if (isOver && step.onRefusal === "throw") throw new StepRefused(result.problem, result.message);
    if (result.problem === "WALLET_LOW_ON_XLM") await haveRefilled();
    const decision = await parkUntilDecided(run, result, timesParked);
    if (decision) decided = { ...decision, because: result }; // time alone takes no decision back
  }
}

/**
 * The attempt whose end nobody has told yet. A fail-over can lose its row, and with it the database's law that nothing else is
 * signed for the step: so whoever signs is told of it.
 */
interface Memory {
  inFlight: RememberedAttempt | null;
}

/** What an operator last said of the step; "retry" until somebody says something. */
type Decided =
  | { readonly action: "retry" | "markSettled"; readonly evidence?: OperatorDecision["evidence"] }
  | { readonly action: "abandon"; readonly because: SortedFailure };

/**
 * Ends the step with nothing done. A signature whose answer was lost is known to the database alone: it is sent no more, and
 * waited for until the chain says that it is dead, or that it happened.
 * @throws StepRefused once nothing is or can be in flight
 */
async function giveUp(
  run: PaymentRun,
  step: ChainStep,
  memory: Memory,
  because: SortedFailure,
): Promise<ChainReceipt | SortedFailure> {
  const refused = new StepRefused(because.problem, `abandoned by an operator: ${because.message}`);
  if (!patched("abandon-asks-the-database")) throw refused;
  const unknown = await recover(run, step, memory);
  if (unknown) return unknown;
  const attempt = await storage.storageStepInFlight({ stepKey: run.stepKey(step.name) });
  if (attempt === null) throw refused;
  show(run, memory, attempt);
  const verdict = await confirm(run, step, memory, attempt.txId).catch(sortFailure);
  if (!("kind" in verdict)) return verdict;
  if (verdict.kind === "succeeded") return verdict.receipt;
  throw refused;
}

/** Has the row of what is remembered made again where it is lost; what hinders that, or null. */
async function recover(run: PaymentRun, step: ChainStep, { inFlight }: Memory): Promise<SortedFailure | null> {
  if (inFlight === null) return null;
  const wanted = { ...remembering(run, step), remembered: inFlight };
  return confirming.stellarRecoverTx(wanted).then(() => null, sortFailure);
}

const remembering = (run: PaymentRun, { name, intent, caller, fact }: ChainStep) => {
  const stepKey = run.stepKey(name);
  return { stepKey, intent: intent.kind, onSuccess: { key: stepKey, caller, fact } };
};

function show(run: PaymentRun, memory: Memory, attempt: RememberedAttempt): void {
  memory.inFlight = attempt;
  run.show({ txHash: attempt.hash, generation: attempt.generation, waitingFor: "chain" });
}

/** A new generation begins only with the stored proof that the one before can never apply. */
async function tryGenerations(
  run: PaymentRun,
  step: ChainStep,
  memory: Memory,
  decided: Decided,
): Promise<ChainReceipt | SortedFailure> {
  for (let count = 1; ; count += 1) {
    const result = await tryOnce(run, step, memory, decided).catch(sortFailure);
    const isLast = count === GENERATIONS_MAX;
    if (result === "expired") {
      if (isLast) return EXHAUSTED;
    } else if (isLast || !(isLost(memory, result) || isWorthRebuilding(run, step, result))) return result;
  }
}

const EXHAUSTED: SortedFailure = {
  problem: "GENERATIONS_EXHAUSTED",
  message: `${GENERATIONS_MAX} transactions expired without being included`,
};

/** The row of what is remembered is gone: the next try makes it again. */
const isLost = ({ inFlight }: Memory, result: ChainReceipt | SortedFailure): boolean =>
  inFlight !== null && "problem" in result && result.problem === "ATTEMPT_FORGOTTEN";

/** Only a definite no with nothing in flight: the contract refused what was true when it was built. */
function isWorthRebuilding({ progress }: PaymentRun, step: ChainStep, result: ChainReceipt | SortedFailure): boolean {
  const isRefused = "problem" in result && result.problem === "CONTRACT_REFUSED";
  return step.onRefusal === "rebuild" && isRefused && progress.txHash === null;
}

async function tryOnce(
  run: PaymentRun,
  step: ChainStep,
  memory: Memory,
  decided: Decided,
): Promise<ChainReceipt | SortedFailure | "expired"> {
  const { stepKey, onSuccess } = remembering(run, step);
  const summary = `${step.name}: prepare`;
  const prepared = await signing.stellarPrepareTx.executeWithOptions({ summary }, [
    { stepKey, intent: step.intent, onSuccess, ...settlement(decided), remembered: memory.inFlight },
  ]);
  if (prepared.kind === "reached") {
    await storage.storageRecordFact({ ...onSuccess, receipt: prepared.receipt });
    return prepared.receipt;
  }
  const { kind: _, ...attempt } = prepared;
  const { txId, hash } = attempt;
  show(run, memory, attempt);
  await untilAnswered(sending.stellarSubmitTx.executeWithOptions({ summary: `${step.name}: submit` }, [{ txId }]));
  const verdict = await confirm(run, step, memory, txId);
  if (verdict.kind === "succeeded") return verdict.receipt;
  if (verdict.kind === "expired") return "expired";
  return { problem: verdict.problem, message: `the chain says ${verdict.resultCode} (${hash})` };
}

const settlement = (decided: Decided) => ({
  isDeclaredSettled: decided.action === "markSettled",
  settledBy: (decided.action === "markSettled" && decided.evidence?.txHash) || null,
});

async function confirm(run: PaymentRun, step: ChainStep, memory: Memory, txId: string): Promise<Verdict> {
  const summary = `${step.name}: confirm`;
  const verdict = await confirming.stellarConfirmTx.executeWithOptions({ summary }, [{ txId }]);
  memory.inFlight = null;
  run.show({ txHash: null, waitingFor: "provider" });
  return verdict;
}

/** Whatever sending says, even nothing: only the chain decides. */
async function untilAnswered(submission: Promise<unknown>): Promise<void> {
  try {
    await submission;
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
  }
}
