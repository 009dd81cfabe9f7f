import type { AppliedTransaction } from "../ledger-port.ts";
import type { TransactionRecord } from "./record.ts";

/** A record as the rest of the sandbox sees it. */
export const toApplied = (record: TransactionRecord): AppliedTransaction => ({
  hash: record.hash,
  ledger: record.ledger,
  closeTimeSeconds: record.closeTimeSeconds,
  successful: record.successful,
  resultCode: record.resultCode,
  operationCodes: record.operationCodes,
  envelopeXdr: record.envelopeXdr,
  resultXdr: record.resultXdr,
  ...(record.returnValueXdr !== null && { returnValueXdr: record.returnValueXdr }),
  ...(record.contractError !== null && { contractError: record.contractError }),
});
