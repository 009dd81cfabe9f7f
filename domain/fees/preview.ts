import { milestoneAt, type OrderTerms } from "../chain/intent.ts";
import type { Ruling } from "../dispute/ruling.ts";
import { formatAmount, parseOrderAmount, parseStroops, type Stroops } from "../money.ts";
import { releaseFees } from "./release-fees.ts";
import { type Settlement, settlementOf } from "./settlement.ts";

/** What an escrow contract shows now. */
export interface EscrowNow {
  /** Its balance, a decimal string. */
  readonly heldAmount: string;
  /** The Stellar ledger that was the newest one when it was looked at. */
  readonly seenAtLedger?: number;
  readonly isFrozen: boolean;
  readonly completed: readonly number[];
  readonly approved: readonly number[];
  /** Of a multi-release contract. */
  readonly frozenMilestones?: readonly number[];
}

/** What a decision would do: who is paid what, which fees are taken, and which transactions it takes. Decimal strings. */
export interface SettlementPreview {
  readonly decision: Ruling["decision"];
  readonly heldAmount: string;
  readonly seller: { readonly grossAmount: string; readonly netAmount: string };
  readonly buyer: { readonly grossAmount: string; readonly netAmount: string };
  readonly fees: { readonly trustlessWork: string; readonly platform: string };
  /** What stays in the contract afterwards: what strangers sent to an order that is released. */
  readonly remainingAmount: string;
  readonly transactions: readonly { readonly step: string; readonly signedBy: "buyer" | "seller" | "resolver" }[];
}

/**
 * What a release, a refund or a ruling would do now.
 * @param heldStroops the contract's balance
 * @throws RangeError when the contract holds less than was decided, or nothing
 */
export function previewOf(order: OrderTerms, ruling: Ruling, now: EscrowNow, heldStroops: Stroops): SettlementPreview {
  const isRelease = ruling.decision === "FULL_RELEASE" && !now.isFrozen;
  const paid = isRelease ? releaseOf(order, heldStroops) : settlementOf(ruling, heldStroops, order.platformFeeBps);
  const { sellerStroops, buyerStroops } = paid.gross;
  return {
    decision: ruling.decision,
    heldAmount: formatAmount(heldStroops),
    seller: { grossAmount: formatAmount(sellerStroops), netAmount: formatAmount(paid.sellerStroops) },
    buyer: { grossAmount: formatAmount(buyerStroops), netAmount: formatAmount(paid.buyerStroops) },
    fees: { trustlessWork: formatAmount(paid.trustlessWorkStroops), platform: formatAmount(paid.platformStroops) },
    remainingAmount: formatAmount(heldStroops - sellerStroops - buyerStroops),
    transactions: isRelease ? releaseTransactions(order, now) : rulingTransactions(now),
  };
}

/**
 * The same for one milestone of a multi-release order, which is paid its own amount out of the common pot.
 * @throws RangeError when the contract holds less than that
 */
export function milestonePreviewOf(
  order: OrderTerms,
  index: number,
  ruling: Ruling,
  now: EscrowNow,
): SettlementPreview {
  const { amount, milestoneId, ref, title } = milestoneAt(order, index);
  const heldStroops = parseStroops(now.heldAmount);
  const amountStroops = parseOrderAmount(amount);
  if (heldStroops < amountStroops) throw new RangeError("the contract holds less than the milestone's amount");
  const alone = { ...order, amount, milestones: [{ amount, milestoneId, ref, title }] };
  const frozen = now.frozenMilestones?.includes(index) ?? false;
  const only = (indexes: readonly number[]) => (indexes.includes(index) ? [0] : []);
  const state = { ...now, isFrozen: frozen, completed: only(now.completed), approved: only(now.approved) };
  const shown = previewOf(alone, ruling, state, amountStroops);
  return {
    ...shown,
    heldAmount: formatAmount(heldStroops),
    remainingAmount: formatAmount(heldStroops - amountStroops),
  };
}

/** A release pays the agreed amount, and leaves in the contract what strangers sent. */
function releaseOf(order: OrderTerms, heldStroops: Stroops): Settlement {
  const amountStroops = parseOrderAmount(order.amount);
  if (heldStroops < amountStroops) throw new RangeError("the contract holds less than the order's amount");
  const { sellerStroops, trustlessWorkStroops, platformStroops } = releaseFees(amountStroops, order.platformFeeBps);
  const gross = { sellerStroops: amountStroops, buyerStroops: 0n };
  return { gross, sellerStroops, buyerStroops: 0n, trustlessWorkStroops, platformStroops };
}

/** A contract of an order without milestones has one. */
export const contractMilestones = ({ milestones }: OrderTerms): number[] =>
  Array.from({ length: Math.max(milestones.length, 1) }, (_, index) => index);

function releaseTransactions(order: OrderTerms, { completed, approved }: EscrowNow) {
  const missing = contractMilestones(order).flatMap((index) => [
    ...(completed.includes(index) ? [] : [{ step: `complete/${index}`, signedBy: "seller" as const }]),
    ...(approved.includes(index) ? [] : [{ step: `approve/${index}`, signedBy: "buyer" as const }]),
  ]);
  return [...missing, { step: "release", signedBy: "buyer" as const }];
}

function rulingTransactions({ isFrozen }: EscrowNow) {
  const resolve = { step: "resolve", signedBy: "resolver" as const };
  return isFrozen ? [resolve] : [{ step: "freeze", signedBy: "buyer" as const }, resolve];
}
