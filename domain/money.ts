/** An amount in stroops (10^-7 of a unit). No `number` ever holds money. */
export type Stroops = bigint;

export const STROOPS_PER_UNIT = 10_000_000n;
export const STROOPS_PER_CENT = 100_000n;
/** The largest amount a Stellar trustline can hold (int64). */
export const MAX_STROOPS = 9_223_372_036_854_775_807n;

const DECIMAL = /^(0|[1-9][0-9]{0,11})(?:\.([0-9]{1,7}))?$/;
const ORDER_AMOUNT = /^[0-9]{1,12}\.[0-9]{2}$/;

/** Reads a decimal string with up to seven decimals ("12.5", "0.0000001"). @throws RangeError on any other form or above int64 */
export function parseStroops(text: string): Stroops {
  const match = DECIMAL.exec(text);
  if (!match) throw new RangeError("not a decimal amount with at most seven decimals");
  const stroops = BigInt(match[1] ?? "0") * STROOPS_PER_UNIT + BigInt((match[2] ?? "").padEnd(7, "0"));
  if (stroops > MAX_STROOPS) throw new RangeError("above the largest amount of Stellar");
  return stroops;
}

/** True for the amounts the API takes: a string with exactly two decimals, at most twelve digits before them. */
export function isOrderAmount(text: string): boolean {
  return ORDER_AMOUNT.test(text);
}

/** Reads an amount of the API, exactly two decimals. @throws RangeError on any other form */
export function parseOrderAmount(text: string): Stroops {
  if (!isOrderAmount(text)) throw new RangeError("not an amount with two decimals");
  return BigInt(text.replace(".", "")) * STROOPS_PER_CENT;
}

/** Prints all seven decimals, as wallets and the chain show amounts. */
export function formatStroops(stroops: Stroops): string {
  const sign = stroops < 0n ? "-" : "";
  const digits = (stroops < 0n ? -stroops : stroops).toString().padStart(8, "0");
  return `${sign}${digits.slice(0, -7)}.${digits.slice(-7)}`;
}

/** Prints two decimals, and up to seven only where a sub-cent rest exists: "12.50", "12.5000001". */
export function formatAmount(stroops: Stroops): string {
  const text = formatStroops(stroops);
  return text.slice(0, -5) + text.slice(-5).replace(/0+$/, "");
}
