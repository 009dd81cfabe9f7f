import { formatStroops, parseStroops, type Stroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";

/**
 * An amount as their JSON number in human units. Below 2^29 USDC (about 536 million) every stroop has a number of its
 * own; above, neighbours begin to share one, and an amount that its number does not give back is never sent.
 * @throws StepFailure PROVIDER_REFUSED when the number would not be exactly the amount
 */
export function toWireAmount(stroops: Stroops): number {
  const amount = Number(formatStroops(stroops));
  if (givesBack(amount, stroops)) return amount;
  throw new StepFailure("PROVIDER_REFUSED", `Trustless Work takes no exact number for ${formatStroops(stroops)}`);
}

/**
 * Their JSON number as an amount.
 * @throws RangeError with more than seven decimals, below zero, or above the largest amount of Stellar
 */
export function fromWireAmount(amount: number): Stroops {
  const stroops = parseStroops(amount.toFixed(7));
  if (Number(formatStroops(stroops)) !== amount) throw new RangeError("the number is not an exact amount");
  return stroops;
}

function givesBack(amount: number, stroops: Stroops): boolean {
  try {
    return fromWireAmount(amount) === stroops;
  } catch {
    return false;
  }
}

/** Basis points as their percent: 250 is 2.5. */
export const toWirePercent = (bps: number): number => Number(`${bps}e-2`);
