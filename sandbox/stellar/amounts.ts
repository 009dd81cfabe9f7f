const STROOPS_PER_UNIT = 10_000_000n;

/** 12_500_000n → "1.2500000", as Horizon prints every amount. */
export function toDecimal(stroops: bigint): string {
  const digits = (stroops < 0n ? -stroops : stroops).toString().padStart(8, "0");
  return `${stroops < 0n ? "-" : ""}${digits.slice(0, -7)}.${digits.slice(-7)}`;
}

/** @throws RangeError unless it is a positive decimal with at most seven places. */
export function toStroops(decimal: string): bigint {
  const match = /^(\d{1,12})(?:\.(\d{1,7}))?$/.exec(decimal);
  if (match === null) throw new RangeError(`not an amount: ${decimal}`);
  return BigInt(match[1] ?? "0") * STROOPS_PER_UNIT + BigInt((match[2] ?? "").padEnd(7, "0"));
}
