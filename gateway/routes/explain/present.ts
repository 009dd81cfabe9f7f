import { meaningOf } from "../../../domain/explain/transaction-meaning.ts";
import { formatAmount } from "../../../domain/money.ts";
import type { ChainTransactionRow, LedgerEntryRow } from "../../reads/evidence.ts";
import type { Explanation } from "./explain-subject.ts";

type Transaction = Explanation["evidence"]["transactions"][number];
type Entry = Explanation["evidence"]["ledgerEntries"][number];

export function presentTransaction(row: ChainTransactionRow): Transaction {
  const { hash, generation, outcome, resultCode, sourceAccount, proof, preparedAt, settledAt } = row;
  const validUntil = new Date(Number(row.maxTime) * 1000).toISOString();
  const ledger = row.receipt?.ledger ?? null;
  const death = proof && { reason: String(proof.reason), latestLedger: Number(proof.latestLedger) };
  return {
    hash,
    ...workflowAndStep(row.stepKey),
    generation,
    outcome,
    meaning: meaningOf({ outcome, resultCode, ledger, validUntil, death }),
    resultCode,
    ledger,
    sourceAccount,
    validUntil,
    preparedAt: preparedAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
    proofOfDeath: proof,
  };
}

export const presentEntry = ({ idempotencyKey, kind, recordedAt, postings }: LedgerEntryRow): Entry => ({
  key: idempotencyKey,
  kind,
  recordedAt: recordedAt.toISOString(),
  postings: postings.map(({ account, amount }) => ({ account: account.name, amount: formatAmount(amount) })),
});

/** `order/ord_…#approve/0` is the step `approve/0` of the workflow `order/ord_…`. */
export function workflowAndStep(stepKey: string): { readonly workflowId: string; readonly step: string } {
  const at = stepKey.indexOf("#");
  return { workflowId: stepKey.slice(0, at), step: stepKey.slice(at + 1) };
}
