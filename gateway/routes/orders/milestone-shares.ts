import { AppError } from "../../../domain/errors.ts";
import { formatAmount, parseOrderAmount, STROOPS_PER_CENT, type Stroops } from "../../../domain/money.ts";
import { invalid } from "../../middleware/validate.ts";

export interface MilestoneRequest {
  readonly milestoneRef: string;
  readonly title: string;
  readonly amount?: string | undefined;
}

/**
 * The amount of each milestone: as said when all say one, equal shares when none does.
 * @throws AppError VALIDATION_ERROR when some do or a ref comes twice, INVALID_AMOUNT when the sum is not the order's
 */
export function milestoneShares(milestones: readonly MilestoneRequest[], orderStroops: Stroops): readonly string[] {
  refuseTwins(milestones);
  const said = milestones.flatMap(({ amount }) => (amount === undefined ? [] : [parseShare(amount)]));
  if (milestones.length > 0 && said.length === 0) return equalShares(milestones.length, orderStroops);
  if (said.length !== milestones.length) {
    throw invalid([{ field: "milestones", message: "must all have an amount, or none" }]);
  }
  const sum = said.reduce((total, stroops) => total + stroops, 0n);
  if (milestones.length > 0 && sum !== orderStroops) {
    throw new AppError("INVALID_AMOUNT", { milestoneSum: formatAmount(sum), amount: formatAmount(orderStroops) });
  }
  return said.map(formatAmount);
}

function parseShare(text: string): Stroops {
  const canonical = text.replace(/^0+(?=\d)/, "");
  if (canonical.length > 15) throw new AppError("INVALID_AMOUNT", { provided: text });
  const stroops = parseOrderAmount(canonical);
  if (stroops === 0n)
    throw new AppError("INVALID_AMOUNT_FORMAT", { provided: text, expectedFormat: "above 0.00, two decimals" });
  return stroops;
}

function equalShares(count: number, orderStroops: Stroops): readonly string[] {
  const cents = orderStroops / STROOPS_PER_CENT;
  const share = cents / BigInt(count);
  if (share === 0n) throw new AppError("INVALID_AMOUNT", { milestones: count, amount: formatAmount(orderStroops) });
  const last = cents - share * BigInt(count - 1);
  return Array.from({ length: count }, (_none, index) =>
    formatAmount((index === count - 1 ? last : share) * STROOPS_PER_CENT),
  );
}

function refuseTwins(milestones: readonly MilestoneRequest[]): void {
  const refs = new Set(milestones.map(({ milestoneRef }) => milestoneRef));
  if (refs.size !== milestones.length) throw invalid([{ field: "milestones", message: "must have different refs" }]);
}
