import { type FeeBumpTransaction, Transaction, TransactionBuilder, type xdr } from "@stellar/stellar-sdk";
import { notAsIntended } from "./not-as-intended.ts";

/** What holds for every transaction we sign, whatever it calls. */
export interface EnvelopeRules {
  readonly networkPassphrase: string;
  readonly source: string;
  readonly feeStroopsMax: bigint;
  /** Of the latest ledger: the chain's clock, not ours. */
  readonly closeTimeSeconds: number;
  /** For a transaction that came without an end. */
  readonly transactionSeconds: number;
}

/** The envelope's only operation, and the transaction to sign. */
export interface VerifiedEnvelope {
  readonly transaction: Transaction;
  readonly operation: xdr.InvokeHostFunctionOp;
}

/** Long enough to be sent and included, short enough that its death can soon be proven. */
const LIFETIME_SECONDS = { min: 20, max: 600 };

/** @throws StepFailure TRANSACTION_NOT_AS_INTENDED naming the field */
export function verifyEnvelope(unsignedXdr: string, rules: EnvelopeRules): VerifiedEnvelope {
  const { transaction: received, tx } = parse(unsignedXdr, rules.networkPassphrase);
  if (received.source !== rules.source) notAsIntended("source", received.source);
  if (received.signatures.length > 0) notAsIntended("signatures", "it came signed");
  if (received.memo.type !== "none") notAsIntended("memo", received.memo.type);
  const operation = onlyOperation(tx, received, rules.source);
  const transaction = withAnEnd(received, tx, rules);
  if (BigInt(transaction.fee) > rules.feeStroopsMax) notAsIntended("fee", `${transaction.fee} stroops`);
  verifyTimeBounds(transaction, rules.closeTimeSeconds);
  return { transaction, operation };
}

function parse(unsignedXdr: string, networkPassphrase: string): { transaction: Transaction; tx: xdr.Transaction } {
  let parsed: Transaction | FeeBumpTransaction;
  try {
    parsed = TransactionBuilder.fromXdr(unsignedXdr, networkPassphrase);
  } catch {
    return notAsIntended("envelope", "it can't be read");
  }
  const envelope = parsed.toEnvelope();
  if (!(parsed instanceof Transaction) || envelope.type !== "envelopeTypeTx") {
    return notAsIntended("envelope", envelope.type);
  }
  return { transaction: parsed, tx: envelope.value.tx };
}

function onlyOperation(tx: xdr.Transaction, { operations }: Transaction, source: string): xdr.InvokeHostFunctionOp {
  const [operation] = tx.operations;
  if (!operation || tx.operations.length !== 1) return notAsIntended("operations", `${tx.operations.length} of them`);
  const operationSource = operations[0]?.source ?? source;
  if (operationSource !== source) notAsIntended("operation source", operationSource);
  const { body } = operation;
  return body.type === "invokeHostFunction" ? body.invokeHostFunctionOp : notAsIntended("operation", body.type);
}

/** Without an end nobody could ever prove that it is dead, so we set one; only then, and only that, is changed. */
function withAnEnd(transaction: Transaction, tx: xdr.Transaction, rules: EnvelopeRules): Transaction {
  if (tx.cond.type === "precondV2") return notAsIntended("preconditions", "more than time bounds");
  if (tx.ext.type !== "sorobanData") return notAsIntended("resources", "none declared");
  if (transaction.timeBounds && transaction.timeBounds.maxTime !== "0") return transaction;
  const maxTime = rules.closeTimeSeconds + rules.transactionSeconds;
  const minTime = transaction.timeBounds?.minTime ?? "0";
  return TransactionBuilder.cloneFrom(transaction, {
    timebounds: { minTime, maxTime },
    sorobanData: tx.ext.sorobanData,
  }).build();
}

function verifyTimeBounds({ timeBounds }: Transaction, closeTimeSeconds: number): void {
  const [minTime, maxTime] = [Number(timeBounds?.minTime ?? 0), Number(timeBounds?.maxTime ?? 0)];
  if (minTime > closeTimeSeconds) notAsIntended("minTime", `${minTime - closeTimeSeconds} s from now`);
  const lifetime = maxTime - closeTimeSeconds;
  if (lifetime < LIFETIME_SECONDS.min || lifetime > LIFETIME_SECONDS.max)
    notAsIntended("maxTime", `${lifetime} s from now`);
}
