import { parseOrderAmount } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import type { FiatPayment } from "../fiat/fiat.ts";
import type { FiatUser } from "../fiat/fiat-rail.ts";
import { type AirtmSettings, UNITED_STATES } from "./settings.ts";

const ONE_DOLLAR = parseOrderAmount("1.00");

/**
 * Airtm's rules about who may pay and be paid: active, verified where it is asked for, and from where.
 * @throws StepFailure PROVIDER_UNAVAILABLE when Airtm does not say whether the user is verified and that decides
 */
export const objectionTo =
  ({ requireVerified }: Pick<AirtmSettings, "requireVerified">) =>
  (user: FiatUser, { direction, amount }: FiatPayment): string | null => {
    if (!user.isActive) return "USER_INACTIVE";
    if (requireVerified && !isVerified(user)) return "USER_NOT_VERIFIED";
    const isAmerican = user.country !== null && UNITED_STATES.includes(user.country);
    if (isAmerican && direction === "in") return "COUNTRY_NOT_SUPPORTED";
    return isAmerican && parseOrderAmount(amount) < ONE_DOLLAR ? "AMOUNT_BELOW_MINIMUM" : null;
  };

function isVerified({ isVerified }: FiatUser): boolean {
  if (isVerified !== null) return isVerified;
  throw new StepFailure("PROVIDER_UNAVAILABLE", "Airtm does not say whether the user is verified");
}
