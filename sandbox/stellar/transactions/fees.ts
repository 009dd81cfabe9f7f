import { BASE_FEE_STROOPS } from "../network.ts";
import type { ParsedTransaction } from "./envelope.ts";

export function resourceFee({ tx }: ParsedTransaction): bigint {
  return tx.ext.type === "sorobanData" ? tx.ext.sorobanData.resourceFee : 0n;
}

/** What a ledger without competition charges: the base fee per operation, one more for a fee bump, and the resources. */
export function feeCharged(parsed: ParsedTransaction): bigint {
  return inclusionFee(parsed) + resourceFee(parsed);
}

export function feeOffered(parsed: ParsedTransaction): bigint {
  return parsed.feeBump?.fee ?? BigInt(parsed.tx.fee);
}

export function feePayer(parsed: ParsedTransaction): string {
  return parsed.feeBump?.feeSource ?? parsed.source.address;
}

/** A fee bump has to offer at least the rate of what it carries. */
export function bumpsEnough(parsed: ParsedTransaction): boolean {
  const offered = feeOffered(parsed) - resourceFee(parsed);
  const operations = BigInt(Math.max(parsed.tx.operations.length, 1));
  const innerOffered = BigInt(parsed.tx.fee) - resourceFee(parsed);
  return offered >= inclusionFee(parsed) && offered * operations >= innerOffered * (operations + 1n);
}

/** A bid at the price of the base fee is left to the network's own checks, whose order matters. */
export function bidsEnough(parsed: ParsedTransaction, priceStroops: bigint): boolean {
  const rate = priceStroops / BASE_FEE_STROOPS;
  return rate <= 1n || feeOffered(parsed) - resourceFee(parsed) >= inclusionFee(parsed) * rate;
}

function inclusionFee({ tx, feeBump }: ParsedTransaction): bigint {
  return BASE_FEE_STROOPS * BigInt(Math.max(tx.operations.length, 1) + (feeBump === null ? 0 : 1));
}
