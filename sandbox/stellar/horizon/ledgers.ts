import { toDecimal } from "../amounts.ts";
import type { LedgerSummary } from "../history.ts";
import { toid } from "../ledger-events.ts";
import { BASE_FEE_STROOPS, BASE_RESERVE_STROOPS, TOTAL_COINS_STROOPS } from "../network.ts";
import { ledgerHash } from "../rpc/ledger-header.ts";
import { isoTime } from "./transactions.ts";

export const presentLedger = (ledger: LedgerSummary) => ({
  _links: {},
  id: ledgerHash(ledger),
  paging_token: toid(ledger.sequence, 0, 0).toString(),
  hash: ledgerHash(ledger),
  sequence: ledger.sequence,
  successful_transaction_count: ledger.transactionCount,
  failed_transaction_count: 0,
  closed_at: isoTime(ledger.closeTimeSeconds),
  total_coins: toDecimal(TOTAL_COINS_STROOPS),
  fee_pool: "0.0000000",
  base_fee_in_stroops: Number(BASE_FEE_STROOPS),
  base_reserve_in_stroops: Number(BASE_RESERVE_STROOPS),
  protocol_version: ledger.protocolVersion,
});
