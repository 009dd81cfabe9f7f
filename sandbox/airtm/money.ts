import { z } from "zod";

/** Twelve digits before the point: less than a JSON number can hold to the cent. */
const USD = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/** "12.5" → 1250n; null unless it is a plain decimal with at most two places. */
export function toCents(decimal: string): bigint | null {
  const match = USD.exec(decimal);
  return match === null ? null : BigInt(match[1] ?? "0") * 100n + BigInt((match[2] ?? "").padEnd(2, "0"));
}

/** 1250n → "12.50" */
export function toDecimal(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** As Airtm prints money: a JSON number. */
export const toJsonNumber = (cents: bigint): number => Number(toDecimal(cents));

/** A share in percent (at most two places), rounded down to the cent. */
export const percentOf = (cents: bigint, percent: number): bigint =>
  (cents * BigInt(Math.round(percent * 100))) / 10_000n;

/** An amount as clients of Airtm send it. */
export const UsdNumber = z.number().transform((amount, context): bigint => {
  const cents = toCents(String(amount));
  if (cents !== null) return cents;
  context.addIssue("must be an amount in USD with at most 2 decimals");
  return z.NEVER;
});

/** An amount as control routes take it. */
export const UsdText = z.string().transform((decimal, context): bigint => {
  const cents = toCents(decimal);
  if (cents !== null) return cents;
  context.addIssue("must be a decimal string with at most 2 places");
  return z.NEVER;
});
