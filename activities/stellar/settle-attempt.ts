import type { ChainReceipt } from "../../domain/chain/intent.ts";
import type { StepProblem } from "../../domain/chain/problems.ts";
import { problemOfResult } from "../../domain/chain/results.ts";
import { stepOf } from "../../domain/facts.ts";
import { withClaims } from "../../domain/ledger/book-claims.ts";
import { bookTransfers, withUnaskedIncome } from "../../domain/ledger/book-transfers.ts";
import type { LedgerEntry } from "../../domain/ledger/entry.ts";
import { formatAmount } from "../../domain/money.ts";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";
import { accountBalance } from "../storage/account-balance.ts";
import { type Attempt, loadAttempt } from "../storage/chain-transactions.ts";
import { type ChainOutcome, recordStep } from "../storage/record-step.ts";
import { agreedEnd, type Found } from "./agreed-end.ts";
import type { Booking } from "./intent-handler.ts";
import { judgeBySources } from "./judge-by-sources.ts";
import type { ProofOfDeath } from "./proof-of-death.ts";

export type Verdict =
  | { readonly kind: "succeeded"; readonly receipt: ChainReceipt }
  | { readonly kind: "failed"; readonly resultCode: string; readonly problem: StepProblem }
  | { readonly kind: "expired"; readonly proof: ProofOfDeath };

/** The end that is written already; null while there is none. */
export function knownVerdict({ outcome, receipt, resultCode, proof }: Attempt): Verdict | null {
  if (outcome === "SUCCEEDED" && receipt) return { kind: "succeeded", receipt };
  if (outcome === "FAILED" && resultCode) return { kind: "failed", resultCode, problem: problemOfResult(resultCode) };
  if (outcome === "EXPIRED" && proof) return { kind: "expired", proof };
  return null;
}

/**
 * Asks the chain once how the transaction ended, and writes the end with what it means. null while nobody can know: silence
 * and absence are no outcome. Anybody may call it for any attempt, as often as they like.
 * @throws StepFailure HISTORY_LOST when nobody can know any more
 */
export async function settleAttempt(deps: ActivityDeps, attempt: Attempt): Promise<Verdict | null> {
  const found = await deps.stellar.transaction(attempt.hash);
  if (found.status !== "NOT_FOUND") {
    const agreed = agreedEnd(attempt, found, await deps.stellar.testimoniesOf(found.status, attempt));
    return agreed && settleFound(deps, attempt, agreed);
  }
  if (found.latest.latestCloseTimeSeconds <= attempt.maxTimeSeconds) return null;
  const judged = await judgeBySources(deps.stellar, attempt);
  if (judged.kind === "undecided") return null;
  return judged.kind === "found" ? settleFound(deps, attempt, judged.found) : settleDeath(deps, attempt, judged.proof);
}

const settleFound = (deps: ActivityDeps, attempt: Attempt, found: Found): Promise<Verdict> =>
  found.status === "SUCCEEDED" ? settleSuccess(deps, attempt, found) : settleFailure(deps, attempt, found);

async function settleSuccess(deps: ActivityDeps, attempt: Attempt, found: Found): Promise<Verdict> {
  const { key, caller, fact } = attempt.onSuccess;
  const entry = attempt.booking && (await entryOf(deps, attempt.booking, found));
  const receipt: ChainReceipt = {
    txHash: attempt.hash,
    ledger: found.ledger,
    closedAt: found.closedAt,
    contractId: found.contractId,
    ...(entry && { booked: amountsOf(entry) }),
  };
  if (fact.kind === "escrowDeployed" && !receipt.contractId) {
    throw new StepFailure("BOOKING_REFUSED", `${attempt.hash} deployed a contract without telling its id`);
  }
  const chain = { ...outcomeOf(attempt, found, "SUCCEEDED"), receipt };
  const step = { key, caller, chain, ...stepOf(fact, receipt), ...(entry && { entry }) };
  const isNew = await recordStep(deps.db.sql, step).catch((error: unknown) => {
    throw bookingRefused(attempt, error);
  });
  if (!isNew) await requireSettled(deps, attempt);
  return { kind: "succeeded", receipt };
}

async function entryOf({ db }: ActivityDeps, booking: Booking, { transfers }: Found): Promise<LedgerEntry> {
  const moved = bookTransfers(booking.entryKind, transfers, booking.accounts);
  const claimed = booking.claims ? withClaims(moved, booking.claims) : moved;
  if (!booking.empties) return claimed;
  return withUnaskedIncome(claimed, booking.empties, await accountBalance(db.sql, booking.empties));
}

/** The key was recorded before: by this very outcome, or something is badly wrong and nobody may go on. */
async function requireSettled({ db }: ActivityDeps, attempt: Attempt): Promise<void> {
  const stored = await loadAttempt(db, attempt.id);
  if (stored.outcome !== "SUCCEEDED") {
    throw new StepFailure("BOOKING_REFUSED", `${attempt.hash} succeeded, but its step was recorded without it`);
  }
}

async function settleFailure(deps: ActivityDeps, attempt: Attempt, found: Found): Promise<Verdict> {
  await recordStep(deps.db.sql, endOf(attempt, outcomeOf(attempt, found, "FAILED")));
  return { kind: "failed", resultCode: found.resultCode, problem: problemOfResult(found.resultCode) };
}

async function settleDeath(deps: ActivityDeps, attempt: Attempt, proof: ProofOfDeath): Promise<Verdict> {
  const chain: ChainOutcome = {
    txId: attempt.id,
    outcome: "EXPIRED",
    resultCode: null,
    feeStroops: null,
    receipt: null,
    proof,
  };
  await recordStep(deps.db.sql, endOf(attempt, chain));
  return { kind: "expired", proof };
}

function endOf({ stepKey, generation, onSuccess }: Attempt, chain: ChainOutcome) {
  return { key: `${stepKey}/${generation}#${chain.outcome}`, caller: onSuccess.caller, chain };
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
