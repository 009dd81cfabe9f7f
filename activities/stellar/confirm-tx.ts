import { Context } from "@temporalio/activity";
import type { ChainReceipt } from "../../domain/chain/intent.ts";
import type { StepProblem } from "../../domain/chain/problems.ts";
import { stepOf } from "../../domain/facts.ts";
import { bookTransfers } from "../../domain/ledger/book-transfers.ts";
import type { LedgerEntry } from "../../domain/ledger/entry.ts";
import { formatAmount } from "../../domain/money.ts";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";
import { type Attempt, loadAttempt } from "../storage/chain-transactions.ts";
import type { FactToRecord } from "../storage/record-fact.ts";
import { type ChainOutcome, recordStep } from "../storage/record-step.ts";
import type { TransactionOnChain } from "./client.ts";
import { problemOfResult } from "./errors.ts";
import { type ProofOfDeath, proveDeath } from "./proof-of-death.ts";

export interface ConfirmTx {
  readonly txId: string;
  /** What is true once it succeeded: recorded with the outcome, in one transaction. */
  readonly onSuccess: FactToRecord;
}

export type Verdict =
  | { readonly kind: "succeeded"; readonly receipt: ChainReceipt }
  | { readonly kind: "failed"; readonly resultCode: string; readonly problem: StepProblem }
  | { readonly kind: "expired"; readonly proof: ProofOfDeath };

type Found = Exclude<TransactionOnChain, { status: "NOT_FOUND" }>;

const POLL_FIRST_MS = 150;
const POLL_MAX_MS = 2_000;

/** Asks the chain until it knows the end of the transaction, then books it. Silence and absence are no outcome. */
export const stellarConfirmTx =
  (deps: ActivityDeps) =>
  async ({ txId, onSuccess }: ConfirmTx): Promise<Verdict> => {
    const attempt = await loadAttempt(deps.db, txId);
    const known = knownVerdict(attempt);
    if (known) return known;
    for (let pauseMs = POLL_FIRST_MS; ; pauseMs = Math.min(pauseMs * 1.5, POLL_MAX_MS)) {
      const verdict = await ask(deps, attempt, onSuccess);
      if (verdict) return verdict;
      Context.current().heartbeat();
      await Context.current().sleep(pauseMs);
    }
  };

function knownVerdict({ outcome, receipt, resultCode, proof }: Attempt): Verdict | null {
  if (outcome === "SUCCEEDED" && receipt) return { kind: "succeeded", receipt };
  if (outcome === "FAILED" && resultCode) return { kind: "failed", resultCode, problem: problemOfResult(resultCode) };
  if (outcome === "EXPIRED" && proof) return { kind: "expired", proof };
  return null;
}

async function ask(deps: ActivityDeps, attempt: Attempt, onSuccess: FactToRecord): Promise<Verdict | null> {
  const found = await deps.stellar.transaction(attempt.hash);
  if (found.status === "SUCCEEDED") return settleSuccess(deps, attempt, found, onSuccess);
  if (found.status === "FAILED") return settleFailure(deps, attempt, found, onSuccess);
  if (found.latest.latestCloseTimeSeconds <= attempt.maxTimeSeconds) return null;
  if (await deps.stellar.foundInHistory(attempt.hash)) return null;
  const account = await deps.stellar.account(attempt.sourceAccount);
  const proof = proveDeath(attempt, { ...found.latest, accountSequence: account?.sequence ?? null });
  return proof && settleDeath(deps, attempt, proof, onSuccess);
}

async function settleSuccess(
  deps: ActivityDeps,
  attempt: Attempt,
  found: Found,
  { key, caller, fact }: FactToRecord,
): Promise<Verdict> {
  const entry = attempt.booking && bookTransfers(attempt.booking.entryKind, found.transfers, attempt.booking.accounts);
  const receipt: ChainReceipt = {
    txHash: attempt.hash,
    ledger: found.ledger,
    closedAt: found.closedAt,
    contractId: found.contractId,
    ...(entry && { booked: amountsOf(entry) }),
  };
  const chain = { ...outcomeOf(attempt, found, "SUCCEEDED"), receipt };
  const step = { key, caller, chain, ...stepOf(fact, receipt), ...(entry && { entry }) };
  const isNew = await recordStep(deps.db.sql, step).catch((error: unknown) => {
    throw bookingRefused(attempt, error);
  });
  if (!isNew) await requireSettled(deps, attempt);
  return { kind: "succeeded", receipt };
}

/** The key was recorded before: by this very outcome, or something is badly wrong and nobody may go on. */
async function requireSettled({ db }: ActivityDeps, attempt: Attempt): Promise<void> {
  const stored = await loadAttempt(db, attempt.id);
  if (stored.outcome !== "SUCCEEDED") {
    throw new StepFailure("BOOKING_REFUSED", `${attempt.hash} succeeded, but its step was recorded without it`);
  }
}

async function settleFailure(
  deps: ActivityDeps,
  attempt: Attempt,
  found: Found,
  record: FactToRecord,
): Promise<Verdict> {
  await recordStep(deps.db.sql, endOf(attempt, record, outcomeOf(attempt, found, "FAILED")));
  return { kind: "failed", resultCode: found.resultCode, problem: problemOfResult(found.resultCode) };
}

async function settleDeath(
  deps: ActivityDeps,
  attempt: Attempt,
  proof: ProofOfDeath,
  record: FactToRecord,
): Promise<Verdict> {
  const chain: ChainOutcome = {
    txId: attempt.id,
    outcome: "EXPIRED",
    resultCode: null,
    feeStroops: null,
    receipt: null,
    proof,
  };
  await recordStep(deps.db.sql, endOf(attempt, record, chain));
  return { kind: "expired", proof };
}

function endOf(attempt: Attempt, { caller }: FactToRecord, chain: ChainOutcome) {
  return { key: `${attempt.stepKey}/${attempt.generation}#${chain.outcome}`, caller, chain };
}

function outcomeOf(attempt: Attempt, found: Found, outcome: "SUCCEEDED" | "FAILED"): ChainOutcome {
  return {
    txId: attempt.id,
    outcome,
    resultCode: found.resultCode,
    feeStroops: found.feeStroops.toString(),
    receipt: null,
    proof: null,
  };
}

function amountsOf(entry: LedgerEntry): Record<string, string> {
  return Object.fromEntries(entry.postings.map(({ account, stroops }) => [account, formatAmount(stroops)]));
}

/** A database that is away heals with time; one that refuses what the chain did needs a person. */
function bookingRefused(attempt: Attempt, error: unknown): unknown {
  const isLaw =
    error instanceof Error && "code" in error && typeof error.code === "string" && /^(OH|23|[A-Z]+_)/.test(error.code);
  return isLaw ? new StepFailure("BOOKING_REFUSED", `${attempt.hash}: ${error.message}`) : error;
}
