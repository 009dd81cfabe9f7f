import { Address, nativeToScVal, scValToBigInt, xdr } from "@stellar/stellar-sdk";

/** An argument that is not of the type the contract declares; the host stops such a call before the contract runs. */
export class UnexpectedValue extends Error {}

export const i128 = (value: bigint): xdr.ScVal => nativeToScVal(value, { type: "i128" });
export const u32 = (value: number): xdr.ScVal => xdr.ScVal.scvU32(value);
export const bool = (value: boolean): xdr.ScVal => xdr.ScVal.scvBool(value);
export const string = (value: string): xdr.ScVal => xdr.ScVal.scvString(value);
export const symbol = (value: string): xdr.ScVal => xdr.ScVal.scvSymbol(value);
export const address = (value: string): xdr.ScVal => new Address(value).toScVal();
export const bytes = (value: Uint8Array): xdr.ScVal => xdr.ScVal.scvBytes(value);
export const vec = (values: readonly xdr.ScVal[]): xdr.ScVal => xdr.ScVal.scvVec([...values]);
export const nothing = (): xdr.ScVal => xdr.ScVal.scvVoid();

/** A contract struct: a map with symbol keys in alphabetical order. */
export const struct = (fields: Readonly<Record<string, xdr.ScVal>>): xdr.ScVal =>
  xdr.ScVal.scvMap(
    Object.entries(fields)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, val]) => new xdr.ScMapEntry({ key: symbol(key), val })),
  );

/** The host keeps map keys sorted, and by address that means by XDR bytes: accounts first, then contracts. */
export const addressMap = (entries: readonly (readonly [string, bigint])[]): xdr.ScVal =>
  xdr.ScVal.scvMap(
    entries
      .map(([key, amount]) => new xdr.ScMapEntry({ key: address(key), val: i128(amount) }))
      .sort((a, b) => compareBytes(a.key.toXdr(), b.key.toXdr())),
  );

export function asI128(value: xdr.ScVal | undefined): bigint {
  if (value?.type !== "scvI128") throw new UnexpectedValue("expected i128");
  return scValToBigInt(value);
}

export function asU32(value: xdr.ScVal | undefined): number {
  if (value?.type !== "scvU32") throw new UnexpectedValue("expected u32");
  return value.u32;
}

export function asBool(value: xdr.ScVal | undefined): boolean {
  if (value?.type !== "scvBool") throw new UnexpectedValue("expected bool");
  return value.b;
}

export function asString(value: xdr.ScVal | undefined): string {
  if (value?.type !== "scvString") throw new UnexpectedValue("expected string");
  return value.str.toString();
}

export function asOptionalString(value: xdr.ScVal | undefined): string | null {
  return value?.type === "scvVoid" ? null : asString(value);
}

export function asSymbol(value: xdr.ScVal | undefined): string {
  if (value?.type !== "scvSymbol") throw new UnexpectedValue("expected symbol");
  return value.sym.toString();
}

export function asBytes(value: xdr.ScVal | undefined): Uint8Array {
  if (value?.type !== "scvBytes") throw new UnexpectedValue("expected bytes");
  return value.bytes.value;
}

export function asAddress(value: xdr.ScVal | undefined): string {
  if (value?.type !== "scvAddress") throw new UnexpectedValue("expected address");
  return Address.fromScVal(value).toString();
}

export function asVec(value: xdr.ScVal | undefined): readonly xdr.ScVal[] {
  if (value?.type !== "scvVec" || value.vec === null) throw new UnexpectedValue("expected vec");
  return value.vec;
}

/** Entries in the order of the map; unsorted or repeated keys are refused as the host does. */
export function asAddressMap(value: xdr.ScVal | undefined): readonly (readonly [string, bigint])[] {
  if (value?.type !== "scvMap" || value.map === null) throw new UnexpectedValue("expected map");
  value.map.reduce<Uint8Array | null>((previous, { key }) => {
    const current = key.toXdr();
    if (previous && compareBytes(previous, current) >= 0) throw new UnexpectedValue("map keys are not sorted");
    return current;
  }, null);
  return value.map.map(({ key, val }) => [asAddress(key), asI128(val)] as const);
}

/** The fields of a struct that has exactly these names. */
export function asStruct<Name extends string>(
  value: xdr.ScVal | undefined,
  names: readonly Name[],
): Readonly<Record<Name, xdr.ScVal>> {
  if (value?.type !== "scvMap" || value.map === null) throw new UnexpectedValue("expected struct");
  const keys = value.map.map(({ key }) => asSymbol(key));
  if (keys.join() !== [...names].sort().join()) throw new UnexpectedValue(`expected fields ${names.join()}`);
  return Object.fromEntries(value.map.map(({ val }, index) => [keys[index], val])) as Record<Name, xdr.ScVal>;
}

export const sameValue = (a: xdr.ScVal, b: xdr.ScVal): boolean => a.toXdr("base64") === b.toXdr("base64");

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b);
}
