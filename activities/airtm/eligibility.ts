import { parseOrderAmount } from "../../domain/money.ts";
import type { FiatPayment } from "../fiat/fiat.ts";
import type { FiatUser } from "../fiat/fiat-rail.ts";
import { type AirtmSettings, UNITED_STATES } from "./settings.ts";

const ONE_DOLLAR = parseOrderAmount("1.00");

/** Airtm's rules about who may pay and be paid: active, verified where it is asked for, and from where. */
export const objectionTo =
  ({ requireVerified }: Pick<AirtmSettings, "requireVerified">) =>
  (user: FiatUser, { direction, amount }: FiatPayment): string | null => {
    if (!user.isActive) return "USER_INACTIVE";
    if (requireVerified && !user.isVerified) return "USER_NOT_VERIFIED";
    const isAmerican = user.country !== null && UNITED_STATES.includes(user.country);
    if (isAmerican && direction === "in") return "COUNTRY_NOT_SUPPORTED";
    return isAmerican && parseOrderAmount(amount) < ONE_DOLLAR ? "AMOUNT_BELOW_MINIMUM" : null;
  };
