import { formatStroops, parseStroops, type Stroops } from "../../domain/money.ts";

/**
 * An amount as their JSON number in human units. Below 2^29 USDC (about 536 million) every stroop has a number of its own;
 * above, neighbours begin to share one, and an amount that its number does not give back is refused.
 * @throws RangeError when the number would not be exactly the amount
 */
export function toWireAmount(stroops: Stroops): number {
  const amount = Number(formatStroops(stroops));
  if (fromWireAmount(amount) !== stroops) throw new RangeError("the amount has no exact number");
  return amount;
}

/** Their JSON number as an amount. @throws RangeError with more than seven decimals, below zero, or too large to be exact */
export function fromWireAmount(amount: number): Stroops {
  const stroops = parseStroops(amount.toFixed(7));
  if (stroops > BigInt(Number.MAX_SAFE_INTEGER) || Number(formatStroops(stroops)) !== amount) {
    throw new RangeError("the number is not an exact amount");
  }
  return stroops;
}

/** Basis points as their percent: 250 is 2.5. */
export const toWirePercent = (bps: number): number => Number(`${bps}e-2`);
