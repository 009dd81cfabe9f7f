const DECIMALS = 7;
const SCALE = 10n ** BigInt(DECIMALS);

/** "120.0000000": always seven decimals. */
export function toDecimal(stroops: bigint): string {
  const digits = (stroops < 0n ? -stroops : stroops).toString().padStart(DECIMALS + 1, "0");
  const sign = stroops < 0n ? "-" : "";
  return `${sign}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
}

/** null when it is not a plain decimal, or has more than seven decimals that are not zero. */
export function fromDecimal(text: string): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = "", fraction = ""] = match;
  if (/[1-9]/.test(fraction.slice(DECIMALS))) return null;
  const stroops = BigInt(whole) * SCALE + BigInt(fraction.slice(0, DECIMALS).padEnd(DECIMALS, "0"));
  return sign === "-" ? -stroops : stroops;
}
