import type { BookReport } from "../../workflows/contracts/reconcile.ts";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";
import { openEscrows } from "../storage/holdings.ts";
import { type Book, type CompareHoldings, compareHoldings, type OnChain } from "./compare-holdings.ts";

const ESCROWS: Book = {
  kind: "escrow_balance",
  pageSize: 20,
  load: openEscrows,
  onChain: contractsUsdc,
  // only we fund a contract, so what is too much in it was sent by a stranger
  explainSurplus: async () => ({ cause: "transfer_from_outside", txHashes: [], creditedCount: 0 }),
};

/** Compares what every open escrow's contract holds with our ledger. */
export const stellarCompareEscrows =
  (deps: ActivityDeps) =>
  (input: CompareHoldings): Promise<BookReport> =>
    compareHoldings(deps, ESCROWS, input);

async function contractsUsdc(stellar: ActivityDeps["stellar"], addresses: readonly string[]): Promise<OnChain> {
  const { sequence } = await stellar.latestLedger();
  const stroops = new Map<string, bigint>();
  const failures = new Map<string, StepFailure>();
  for (const address of addresses) {
    const held = await stellar.contractUsdc(address).catch(asFailure);
    if (typeof held === "bigint") stroops.set(address, held);
    else failures.set(address, held);
  }
  const [failure] = failures.values();
  if (failure && stroops.size === 0) throw failure; // not one contract's trouble
  return { ledger: sequence, stroopsOf: (address) => stroops.get(address) ?? 0n, failures };
}

function asFailure(error: unknown): StepFailure {
  if (error instanceof StepFailure) return error;
  throw error;
}
