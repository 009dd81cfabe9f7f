import type { BookReport } from "../../workflows/contracts/reconcile.ts";
import type { ActivityDeps } from "../deps.ts";
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
  for (const address of addresses) stroops.set(address, await stellar.contractUsdc(address));
  return { ledger: sequence, stroopsOf: (address) => stroops.get(address) ?? 0n };
}
