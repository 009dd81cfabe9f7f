import { z } from "zod";
import { toContractEvent } from "../contracts/events.ts";
import { toMetaXdr, toTransactionEvent } from "../transactions/meta.ts";
import type { TransactionRecord } from "../transactions/record.ts";
import { type NodeView, viewBefore } from "./node-view.ts";

const Params = z.object({ hash: z.string().length(64) });

/** A transaction outside the node's history is NOT_FOUND like one that never was: compare the ledgers it covers. */
export function getTransaction(params: unknown, view: NodeView) {
  const { hash } = Params.parse(params);
  const record = view.world.ledger.history.transaction(hash.toLowerCase());
  if (record !== null && view.isStale)
    return { status: "NOT_FOUND", txHash: hash, ...rangeOf(viewBefore(view, record.ledger)) };
  const known = record !== null && record.ledger >= view.oldest.sequence;
  if (!known) return { status: "NOT_FOUND", txHash: hash, ...rangeOf(view) };
  return { ...rangeOf(view), ...transactionInfo(record), txHash: hash };
}

const rangeOf = ({ latest, oldest }: NodeView) => ({
  latestLedger: latest.sequence,
  latestLedgerCloseTime: latest.closeTimeSeconds.toString(),
  oldestLedger: oldest.sequence,
  oldestLedgerCloseTime: oldest.closeTimeSeconds.toString(),
});

export const transactionInfo = (record: TransactionRecord) => ({
  status: record.successful ? "SUCCESS" : "FAILED",
  txHash: record.hash,
  applicationOrder: record.order,
  feeBump: record.innerHash !== null,
  envelopeXdr: record.envelopeXdr,
  resultXdr: record.resultXdr,
  resultMetaXdr: toMetaXdr(record),
  ...(record.diagnosticEventsXdr.length > 0 && { diagnosticEventsXdr: record.diagnosticEventsXdr }),
  events: {
    transactionEventsXdr: [toTransactionEvent(record).toXdr("base64")],
    contractEventsXdr: record.operations.map(({ events }) =>
      events.map((event) => toContractEvent(event).toXdr("base64")),
    ),
  },
  ledger: record.ledger,
  createdAt: record.closeTimeSeconds.toString(),
});
