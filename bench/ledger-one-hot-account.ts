import { LEDGER_METHOD, ledgerOverTpcB } from "./ledger/ledger-over-tpc-b.ts";
import { TO_ONE_HOT_ACCOUNT } from "./ledger/transfers.ts";
import type { Benchmark } from "./measure/benchmark.ts";

export const ledgerOneHotAccount: Benchmark = {
  name: "ledger-one-hot-account",
  ratio: "ledger transfers/s ÷ TPC-B transactions/s: from any of 100,000 accounts to always the same one",
  method: LEDGER_METHOD,
  target: { good: 0.35, stretch: 0.5 },
  prepare: (effort) => ledgerOverTpcB(TO_ONE_HOT_ACCOUNT, effort),
};
