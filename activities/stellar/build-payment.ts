import { Asset, Operation, type Transaction } from "@stellar/stellar-sdk";
import { formatStroops, type Stroops } from "../../domain/money.ts";
import { isContractAddress } from "../../domain/stellar-address.ts";
import type { MemoType } from "../../domain/withdrawal/memo.ts";
import { buildTransaction } from "./build-transaction.ts";
import type { ChainDeps } from "./chain-deps.ts";
import { contractPayment } from "./pay-contract.ts";
import { usdcAsset } from "./settings.ts";

export interface Payment {
  /** The paying wallet's address. */
  readonly from: string;
  /** G… or M… address; for USDC also a C… address. */
  readonly destination: string;
  readonly asset: "USDC" | "XLM";
  readonly stroops: Stroops;
  readonly memo: string | null;
  /** Missing: text. */
  readonly memoType?: Exclude<MemoType, "text">;
}

/** One payment to an address whose form was checked. */
export function buildPayment(deps: ChainDeps, payment: Payment): Promise<Transaction> {
  const { from, destination, stroops, memo, memoType } = payment;
  if (isContractAddress(destination)) return contractPayment(deps, { from, to: destination, stroops });
  const asset = payment.asset === "XLM" ? Asset.native() : usdcAsset(deps.settings);
  return buildTransaction(deps, {
    source: from,
    operations: [Operation.payment({ destination, asset, amount: formatStroops(stroops) })],
    memo,
    ...(memoType && { memoType }),
  });
}
