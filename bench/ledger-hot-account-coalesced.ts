import { LEDGER_METHOD, ledgerOverTpcB } from "./ledger/ledger-over-tpc-b.ts";
import { COALESCED_TO_ONE_HOT_ACCOUNT } from "./ledger/transfers.ts";
import type { Benchmark } from "./measure/benchmark.ts";

export const ledgerHotAccountCoalesced: Benchmark = {
  name: "ledger-hot-account-coalesced",
  ratio: "ledger transfers/s ÷ TPC-B transactions/s: fifty to the same account as one entry",
  method: LEDGER_METHOD,
  target: { good: 2, stretch: 4 },
  prepare: (effort) => ledgerOverTpcB(COALESCED_TO_ONE_HOT_ACCOUNT, effort),
};
