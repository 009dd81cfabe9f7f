import { Address, nativeToScVal, scValToBigInt, xdr } from "@stellar/stellar-sdk";

/** How contract values are written: a struct is a map with symbol keys in alphabetical order. */
export const i128 = (value: bigint): xdr.ScVal => nativeToScVal(value, { type: "i128" });
export const u32 = (value: number): xdr.ScVal => xdr.ScVal.scvU32(value);
export const bool = (value: boolean): xdr.ScVal => xdr.ScVal.scvBool(value);
export const text = (value: string): xdr.ScVal => xdr.ScVal.scvString(value);
export const symbol = (value: string): xdr.ScVal => xdr.ScVal.scvSymbol(value);
export const address = (value: string): xdr.ScVal => new Address(value).toScVal();
export const vec = (values: readonly xdr.ScVal[]): xdr.ScVal => xdr.ScVal.scvVec([...values]);
export const struct = (fields: Readonly<Record<string, xdr.ScVal>>): xdr.ScVal =>
  xdr.ScVal.scvMap(
    Object.keys(fields)
      .sort()
      .map((key) => new xdr.ScMapEntry({ key: symbol(key), val: fields[key] ?? xdr.ScVal.scvVoid() })),
  );

export const sameValue = (one: xdr.ScVal, other: xdr.ScVal): boolean => one.toXdr("base64") === other.toXdr("base64");

type Optional = xdr.ScVal | null | undefined;

export class UnexpectedValue extends Error {}

function unexpected(wanted: string, value: Optional): never {
  throw new UnexpectedValue(`a contract value should be ${wanted} and is ${value?.type ?? "missing"}`);
}

export function readInteger(value: Optional): bigint {
  if (value?.type === "scvI128") return scValToBigInt(value);
  return value?.type === "scvU32" ? BigInt(value.u32) : unexpected("an integer", value);
}

export function readU32(value: Optional): number {
  return value?.type === "scvU32" ? value.u32 : unexpected("u32", value);
}

export function readBool(value: Optional): boolean {
  return value?.type === "scvBool" ? value.b : unexpected("a bool", value);
}

export function readText(value: Optional): string {
  return value?.type === "scvString" ? value.str.toString() : unexpected("a string", value);
}

export function readSymbol(value: Optional): string {
  return value?.type === "scvSymbol" ? value.sym.toString() : unexpected("a symbol", value);
}

export function readAddress(value: Optional): string {
  return value?.type === "scvAddress" ? Address.fromScVal(value).toString() : unexpected("an address", value);
}

export function readVec(value: Optional): readonly xdr.ScVal[] {
  return value?.type === "scvVec" && value.vec ? value.vec : unexpected("a list", value);
}

export function readStruct(value: Optional): Readonly<Record<string, xdr.ScVal | undefined>> {
  if (value?.type !== "scvMap" || value.map === null) return unexpected("a struct", value);
  return Object.fromEntries(value.map.map(({ key, val }) => [readSymbol(key), val]));
}
