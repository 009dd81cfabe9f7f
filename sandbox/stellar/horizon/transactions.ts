import type { xdr } from "@stellar/stellar-sdk";
import { toid } from "../ledger-events.ts";
import { timeBoundsOf } from "../transactions/check.ts";
import { parseEnvelope } from "../transactions/envelope.ts";
import { feeOffered } from "../transactions/fees.ts";
import { toMetaXdr } from "../transactions/meta.ts";
import type { TransactionRecord } from "../transactions/record.ts";
import { transactionLinks } from "./links.ts";

export const isoTime = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(".000Z", "Z");

/** A transaction as Horizon shows it. */
export function presentTransaction(record: TransactionRecord) {
  const parsed = parseEnvelope(record.envelopeXdr);
  const bounds = timeBoundsOf(parsed.tx);
  return {
    _links: transactionLinks(record.hash, record.source, record.ledger),
    id: record.hash,
    paging_token: toid(record.ledger, record.order, 0).toString(),
    successful: record.successful,
    hash: record.hash,
    ledger: record.ledger,
    created_at: isoTime(record.closeTimeSeconds),
    source_account: record.source,
    source_account_sequence: parsed.tx.seqNum.toString(),
    fee_account: record.feePayer,
    fee_charged: record.feeCharged,
    max_fee: feeOffered(parsed).toString(),
    operation_count: parsed.tx.operations.length,
    envelope_xdr: record.envelopeXdr,
    result_xdr: record.resultXdr,
    result_meta_xdr: toMetaXdr(record),
    ...presentMemo(parsed.tx.memo),
    signatures: parsed.signatures.map(({ signature }) => Buffer.from(signature.value).toString("base64")),
    ...(bounds !== null && { valid_before: bounds.maxTime === 0n ? null : isoTime(Number(bounds.maxTime)) }),
    ...(record.innerHash !== null && {
      inner_transaction: { hash: record.innerHash, max_fee: parsed.tx.fee.toString() },
      fee_bump_transaction: { hash: record.hash },
    }),
  };
}

export function presentMemo(memo: xdr.Memo): { memo_type: string; memo?: string } {
  switch (memo.type) {
    case "memoNone":
      return { memo_type: "none" };
    case "memoText":
      return { memo_type: "text", memo: memo.text.toString() };
    case "memoId":
      return { memo_type: "id", memo: memo.id.toString() };
    case "memoHash":
      return { memo_type: "hash", memo: Buffer.from(memo.hash.value).toString("base64") };
    case "memoReturn":
      return { memo_type: "return", memo: Buffer.from(memo.retHash.value).toString("base64") };
  }
}

export function touchesAccount(record: TransactionRecord, address: string): boolean {
  if (record.source === address || record.feePayer === address) return true;
  return record.operations.some(({ changes }) => changes.some(({ key }) => key.split("/")[1] === address));
}
