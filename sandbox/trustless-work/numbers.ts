import { fromDecimal, toDecimal } from "../escrow/stroops.ts";

const BPS_PER_PERCENT_DECIMALS = 2;

/** Stroops of a JSON number in human units, through its shortest decimal form; null with more than seven decimals. */
export function stroopsOf(amount: number): bigint | null {
  return Number.isFinite(amount) ? fromDecimal(plainDecimal(amount)) : null;
}

/** The JSON number of an amount: exact below 2^29 USDC, where doubles get wider apart than a stroop. */
export const amountNumber = (stroops: bigint): number => Number(toDecimal(stroops));

/** Basis points of a percentage such as 5 or 0.6; null when finer than that. */
export function bpsOf(percent: number): number | null {
  const stroops = stroopsOf(percent);
  const perBps = 10n ** BigInt(7 - BPS_PER_PERCENT_DECIMALS);
  return stroops === null || stroops % perBps !== 0n ? null : Number(stroops / perBps);
}

export const percentOf = (bps: number): number => bps / 100;

/** 1e-7 → "0.0000001": JavaScript prints small and large numbers with an exponent. */
export function plainDecimal(value: number): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value));
  if (!match) return String(value);
  const [, sign, first = "", rest = "", exponent = "0"] = match;
  const digits = first + rest;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, "0").slice(0, point)}${digits.length > point ? `.${digits.slice(point)}` : ""}`;
}
