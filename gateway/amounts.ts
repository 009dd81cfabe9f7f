import { AppError } from "../domain/errors.ts";
import { formatAmount, isOrderAmount, parseOrderAmount, parseStroops, type Stroops } from "../domain/money.ts";
import type { AmountLimits } from "./config.ts";

/** The amount of a request whose form is right. @throws AppError INVALID_AMOUNT_FORMAT for zero, INVALID_AMOUNT outside the limits */
export function amountWithin(text: string, { minStroops, maxStroops }: AmountLimits): Stroops {
  const limits = { provided: text, min: formatAmount(minStroops), max: formatAmount(maxStroops) };
  const canonical = text.replace(/^0+(?=\d)/, "");
  if (!isOrderAmount(canonical)) throw new AppError("INVALID_AMOUNT", limits);
  return within(parseOrderAmount(canonical), limits, { minStroops, maxStroops });
}

const USDC_AMOUNT = /^[0-9]{1,12}\.[0-9]{2,7}$/;

/** The same of an amount of USDC, which has up to seven decimals. @throws AppError INVALID_AMOUNT_FORMAT, INVALID_AMOUNT */
export function usdcWithin(text: string, { minStroops, maxStroops }: AmountLimits): Stroops {
  const limits = { provided: text, min: formatAmount(minStroops), max: formatAmount(maxStroops) };
  const canonical = text.replace(/^0+(?=\d)/, "");
  if (!USDC_AMOUNT.test(canonical)) throw new AppError("INVALID_AMOUNT", limits);
  return within(parseStroops(canonical), limits, { minStroops, maxStroops });
}

function within(
  stroops: Stroops,
  limits: { readonly provided: string; readonly min: string; readonly max: string },
  { minStroops, maxStroops }: AmountLimits,
): Stroops {
  if (stroops === 0n)
    throw new AppError("INVALID_AMOUNT_FORMAT", {
      provided: limits.provided,
      expectedFormat: "above 0.00, two decimals",
    });
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
