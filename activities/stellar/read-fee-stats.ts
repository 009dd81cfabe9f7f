import type { rpc } from "@stellar/stellar-sdk";
import type { InclusionPrices } from "../../domain/chain/fee-bid.ts";
import { readAnswer } from "./reaching.ts";
import { FeeStatsAnswer } from "./wire.ts";

/** What was paid to be included lately: transactions with contract calls compete among themselves. */
export interface FeeStats {
  readonly classic: InclusionPrices;
  readonly soroban: InclusionPrices;
}

export async function readFeeStats(server: rpc.Server): Promise<FeeStats> {
  const { inclusionFee, sorobanInclusionFee } = readAnswer(FeeStatsAnswer, await server.getFeeStats());
  return { classic: inclusionFee, soroban: sorobanInclusionFee };
}
