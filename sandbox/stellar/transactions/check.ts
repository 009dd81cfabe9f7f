import { xdr } from "@stellar/stellar-sdk";
import { partyOf } from "../addresses.ts";
import { refusalOf, thresholdOf } from "../operations/index.ts";
import type { AccountEntry } from "../state/entries.ts";
import { spendable } from "../state/reserves.ts";
import type { State } from "../state/state.ts";
import type { ParsedTransaction } from "./envelope.ts";
import { bumpsEnough, feeCharged, feeOffered } from "./fees.ts";
import type { Outcome, Refusal } from "./results.ts";
import { SignatureCheck } from "./signatures.ts";

export interface Moment {
  readonly sequence: number;
  readonly closeTimeSeconds: number;
}

/** Why no ledger would take a transaction now; a fee bump's own fault is told apart from its inner one's. */
export interface Rejection {
  readonly outcome: Outcome;
  readonly ofFeeBump: boolean;
}

export function rejectionOf(parsed: ParsedTransaction, state: State, moment: Moment): Rejection | null {
  const outer = parsed.feeBump === null ? null : feeBumpRefusal(parsed, state);
  if (outer !== null) return { outcome: { code: outer }, ofFeeBump: true };
  const outcome = innerRefusal(parsed, state, moment);
  return outcome === null ? null : { outcome, ofFeeBump: false };
}

function feeBumpRefusal(parsed: ParsedTransaction, state: State): Refusal | null {
  const { feeBump } = parsed;
  if (feeBump === null) return null;
  if (!bumpsEnough(parsed)) return "txInsufficientFee";
  const payer = state.account(feeBump.feeSource);
  if (payer === null) return "txNoAccount";
  const signatures = new SignatureCheck(feeBump.payload, feeBump.signatures);
  if (!signatures.reaches(payer, "low")) return "txBadAuth";
  if (spendable(payer) < feeBump.fee) return "txInsufficientBalance";
  return signatures.allUsed() ? null : "txBadAuthExtra";
}

/** The network's own order of checks: the first that fails is the answer. */
function innerRefusal(parsed: ParsedTransaction, state: State, moment: Moment): Outcome | null {
  const signatures = new SignatureCheck(parsed.payload, parsed.signatures);
  const source = state.account(parsed.source.address);
  const early = shapeRefusal(parsed) ?? timeRefusal(parsed, moment) ?? feeRefusal(parsed);
  if (early !== null) return { code: early };
  if (source === null) return { code: "txNoAccount" };
  const late = sequenceRefusal(parsed, source, moment) ?? authRefusal(parsed, source, signatures);
  if (late !== null) return { code: late };
  const operations = operationsRefusal(parsed, state, signatures);
  if (operations !== null) return { code: "txFailed", operations };
  return signatures.allUsed() ? null : { code: "txBadAuthExtra" };
}

function shapeRefusal({ tx }: ParsedTransaction): Refusal | null {
  if (tx.operations.length === 0) return "txMissingOperation";
  const soroban = tx.operations.some(({ body }) => body.type === "invokeHostFunction");
  if (!soroban) return tx.ext.type === "sorobanData" ? "txMalformed" : null;
  const whole = tx.operations.length === 1 && tx.ext.type === "sorobanData" && tx.ext.sorobanData.resourceFee >= 0n;
  return whole && BigInt(tx.fee) >= (tx.ext.type === "sorobanData" ? tx.ext.sorobanData.resourceFee : 0n)
    ? null
    : "txSorobanInvalid";
}

function timeRefusal(parsed: ParsedTransaction, { closeTimeSeconds, sequence }: Moment): Refusal | null {
  const bounds = timeBoundsOf(parsed.tx);
  if (bounds !== null) {
    if (bounds.minTime > BigInt(closeTimeSeconds)) return "txTooEarly";
    if (bounds.maxTime !== 0n && bounds.maxTime < BigInt(closeTimeSeconds)) return "txTooLate";
  }
  const ledgers = parsed.tx.cond.type === "precondV2" ? parsed.tx.cond.v2.ledgerBounds : null;
  if (ledgers === null) return null;
  if (ledgers.minLedger > sequence) return "txTooEarly";
  return ledgers.maxLedger !== 0 && ledgers.maxLedger <= sequence ? "txTooLate" : null;
}

export function timeBoundsOf(tx: xdr.Transaction): xdr.TimeBounds | null {
  if (tx.cond.type === "precondTime") return tx.cond.timeBounds;
  return tx.cond.type === "precondV2" ? tx.cond.v2.timeBounds : null;
}

function feeRefusal(parsed: ParsedTransaction): Refusal | null {
  return parsed.feeBump === null && feeOffered(parsed) < feeCharged(parsed) ? "txInsufficientFee" : null;
}

function sequenceRefusal(parsed: ParsedTransaction, source: AccountEntry, moment: Moment): Refusal | null {
  const { seqNum, cond } = parsed.tx;
  const v2 = cond.type === "precondV2" ? cond.v2 : null;
  const lowest = v2?.minSeqNum ?? seqNum - 1n;
  if (source.sequence < lowest || source.sequence >= seqNum) return "txBadSeq";
  if (v2 === null) return null;
  const ageSeconds = moment.closeTimeSeconds - source.sequenceTime;
  const gap = moment.sequence - source.sequenceLedger;
  return BigInt(ageSeconds) < v2.minSeqAge || gap < v2.minSeqLedgerGap ? "txBadMinSeqAgeOrGap" : null;
}

function authRefusal(parsed: ParsedTransaction, source: AccountEntry, signatures: SignatureCheck): Refusal | null {
  if (!signatures.reaches(source, "low")) return "txBadAuth";
  return parsed.feeBump === null && spendable(source) < feeOffered(parsed) ? "txInsufficientBalance" : null;
}

/** Null when every operation could be tried; else a result for each of them. */
function operationsRefusal(
  { tx, source }: ParsedTransaction,
  state: State,
  signatures: SignatureCheck,
): readonly xdr.OperationResult[] | null {
  const refusals = tx.operations.map(({ body, sourceAccount }) => {
    const address = sourceAccount === null ? source.address : partyOf(sourceAccount).address;
    const account = state.account(address);
    const signed = account === null ? signatures.signedBy(address) : signatures.reaches(account, thresholdOf(body));
    return signed ? refusalOf(body, address) : xdr.OperationResult.opBadAuth();
  });
  if (refusals.every((refusal) => refusal === null)) return null;
  return refusals.map((refusal, index) => refusal ?? emptySuccess(tx.operations[index]));
}

/** What the network puts in the place of an operation that had nothing wrong, beside one that had. */
function emptySuccess(operation: xdr.Operation | undefined): xdr.OperationResult {
  const body = operation?.body;
  if (body?.type === "createAccount") {
    const success = xdr.CreateAccountResult.createAccountSuccess();
    return xdr.OperationResult.opInner(xdr.OperationResultTr.createAccount(success));
  }
  return xdr.OperationResult.opInner(xdr.OperationResultTr.payment(xdr.PaymentResult.paymentSuccess()));
}
