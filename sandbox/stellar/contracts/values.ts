import { Address, nativeToScVal, xdr } from "@stellar/stellar-sdk";

export const symbol = (name: string): xdr.ScVal => xdr.ScVal.scvSymbol(name);
export const toI128 = (value: bigint): xdr.ScVal => nativeToScVal(value, { type: "i128" });
export const addressValue = (address: string): xdr.ScVal => new Address(address).toScVal();

/** @throws RangeError when it is not an i128. */
export function fromI128(value: xdr.ScVal): bigint {
  if (value.type !== "scvI128") throw new RangeError(`expected an i128, got ${value.type}`);
  return (value.i128.hi << 64n) | BigInt.asUintN(64, value.i128.lo);
}

/** A struct: keys are symbols, in alphabetical order. */
export function struct(fields: Readonly<Record<string, xdr.ScVal>>): xdr.ScVal {
  const entries = Object.entries(fields).sort(([left], [right]) => (left < right ? -1 : 1));
  return xdr.ScVal.scvMap(entries.map(([key, val]) => new xdr.ScMapEntry({ key: symbol(key), val })));
}
