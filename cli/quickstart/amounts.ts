const DECIMALS = 7;

/** An amount as the API and the sandbox write it ("120.00", "118.4400000"), as a whole number of its smallest unit. */
export function toStroops(text: string): bigint {
  const match = /^(\d+)(?:\.(\d{1,7}))?$/.exec(text);
  if (!match) throw new Error(`${JSON.stringify(text)} is not an amount`);
  const [, whole = "", fraction = ""] = match;
  return BigInt(whole + fraction.padEnd(DECIMALS, "0"));
}

/** With two decimals, or as many more as it needs. */
export function toAmount(stroops: bigint): string {
  const digits = stroops.toString().padStart(DECIMALS + 1, "0");
  const fraction = digits.slice(-DECIMALS).replace(/0{1,5}$/, "");
  return `${digits.slice(0, -DECIMALS)}.${fraction}`;
}
