import { parseOrderAmount, type Stroops } from "../money.ts";
import type { OrderOutcome } from "../order/states.ts";

export const DECISIONS = ["FULL_RELEASE", "FULL_REFUND", "SPLIT"] as const;
export type Decision = (typeof DECISIONS)[number];

/** Who gets the money of an escrow. The amounts of a split are gross, with two decimals, and add up to what was agreed. */
export type Ruling =
  | { readonly decision: "FULL_RELEASE" }
  | { readonly decision: "FULL_REFUND" }
  | { readonly decision: "SPLIT"; readonly sellerAmount: string; readonly buyerAmount: string };

/** How an order, or its milestone, ends by each decision. */
export const OUTCOME_OF = {
  FULL_RELEASE: "RELEASED",
  FULL_REFUND: "REFUNDED",
  SPLIT: "SPLIT",
} as const satisfies Record<Decision, OrderOutcome>;

/** What each party gets before fees. */
export interface GrossShares {
  readonly sellerStroops: Stroops;
  readonly buyerStroops: Stroops;
}

/**
 * Divides what the contract really holds. The seller's share of a split is exactly the decided one; whatever else is there,
 * also what strangers sent, is the buyer's.
 * @param heldStroops the contract's balance now
 * @throws RangeError when the contract holds less than a split promises, or nothing
 */
export function grossShares(ruling: Ruling, heldStroops: Stroops): GrossShares {
  if (heldStroops <= 0n) throw new RangeError("the contract holds nothing");
  if (ruling.decision === "FULL_RELEASE") return { sellerStroops: heldStroops, buyerStroops: 0n };
  if (ruling.decision === "FULL_REFUND") return { sellerStroops: 0n, buyerStroops: heldStroops };
  const sellerStroops = parseOrderAmount(ruling.sellerAmount);
  if (sellerStroops + parseOrderAmount(ruling.buyerAmount) > heldStroops) {
    throw new RangeError("the contract holds less than was decided");
  }
  return { sellerStroops, buyerStroops: heldStroops - sellerStroops };
}

/** Says why a ruling cannot be about this amount; null when it can. */
export function objectionToRuling(ruling: Ruling, amount: string): string | null {
  if (ruling.decision !== "SPLIT") return null;
  const shares = [ruling.sellerAmount, ruling.buyerAmount].map(parseShare);
  const [seller, buyer] = shares;
  if (seller == null || buyer == null) return "a split needs two amounts with two decimals";
  if (seller === 0n || buyer === 0n) return "a split pays both parties; else it is a full release or a full refund";
  return seller + buyer === parseOrderAmount(amount) ? null : `the two amounts must add up to ${amount}`;
}

function parseShare(amount: unknown): Stroops | null {
  if (typeof amount !== "string") return null;
  try {
    return parseOrderAmount(amount);
  } catch {
    return null;
  }
}
