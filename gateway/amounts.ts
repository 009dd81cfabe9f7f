import { AppError } from "../domain/errors.ts";
import { formatAmount, isOrderAmount, parseOrderAmount, type Stroops } from "../domain/money.ts";
import type { AmountLimits } from "./config.ts";

/** The amount of a request whose form is right. @throws AppError INVALID_AMOUNT_FORMAT for zero, INVALID_AMOUNT outside the limits */
export function amountWithin(text: string, { minStroops, maxStroops }: AmountLimits): Stroops {
  const limits = { provided: text, min: formatAmount(minStroops), max: formatAmount(maxStroops) };
  const canonical = text.replace(/^0+(?=\d)/, "");
  if (!isOrderAmount(canonical)) throw new AppError("INVALID_AMOUNT", limits);
  const stroops = parseOrderAmount(canonical);
  if (stroops === 0n)
    throw new AppError("INVALID_AMOUNT_FORMAT", { provided: text, expectedFormat: "above 0.00, two decimals" });
  if (stroops < minStroops || stroops > maxStroops) throw new AppError("INVALID_AMOUNT", limits);
  return stroops;
}

export type Currency = "USD" | "USDC";

/** @throws AppError INVALID_CURRENCY */
export function currencyOf(text: string): Currency {
  if (text !== "USD" && text !== "USDC")
    throw new AppError("INVALID_CURRENCY", { provided: text, allowed: ["USD", "USDC"] });
  return text;
}
