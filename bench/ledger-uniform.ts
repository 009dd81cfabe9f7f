import { LEDGER_METHOD, ledgerOverTpcB } from "./ledger/ledger-over-tpc-b.ts";
import { UNIFORM } from "./ledger/transfers.ts";
import type { Benchmark } from "./measure/benchmark.ts";

export const ledgerUniform: Benchmark = {
  name: "ledger-uniform",
  ratio: "ledger transfers/s ÷ TPC-B transactions/s: from any of 100,000 accounts to any other",
  method: LEDGER_METHOD,
  target: { good: 0.8, stretch: 1.2 },
  prepare: (effort) => ledgerOverTpcB(UNIFORM, effort),
};
