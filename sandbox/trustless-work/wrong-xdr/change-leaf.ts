import { scValToBigInt, xdr } from "@stellar/stellar-sdk";
import { address, i128, u32 } from "../../escrow/values.ts";
import { FOREIGN_ACCOUNT } from "./foreign.ts";

/** A changed copy of a leaf, or null to leave it. `field` is its name when it is a field of a struct. */
export type LeafChange = (leaf: xdr.ScVal, field: string | null) => xdr.ScVal | null;

export const largerNumber: LeafChange = (leaf) => {
  if (leaf.type === "scvI128") return i128(scValToBigInt(leaf) + 1n);
  return leaf.type === "scvU32" ? u32(leaf.u32 + 1) : null;
};

export const foreignAddress: LeafChange = (leaf) => (leaf.type === "scvAddress" ? address(FOREIGN_ACCOUNT) : null);

export const foreignReceiver: LeafChange = (leaf, field) => (field === "receiver" ? foreignAddress(leaf, field) : null);

/** Changes one leaf: of the last argument that has one, its first, because a call names its amount and payee last. */
export function changeLastArgument(args: readonly xdr.ScVal[], change: LeafChange): readonly xdr.ScVal[] | null {
  for (let index = args.length - 1; index >= 0; index -= 1) {
    const arg = args[index];
    const changed = arg && changeFirst(arg, change, null);
    if (changed) return args.with(index, changed);
  }
  return null;
}

function changeFirst(value: xdr.ScVal, change: LeafChange, field: string | null): xdr.ScVal | null {
  if (value.type === "scvVec") return changeInVec(value.vec ?? [], change);
  if (value.type === "scvMap") return changeInMap(value.map ?? [], change);
  return change(value, field);
}

function changeInVec(items: readonly xdr.ScVal[], change: LeafChange): xdr.ScVal | null {
  for (const [index, item] of items.entries()) {
    const changed = changeFirst(item, change, null);
    if (changed) return xdr.ScVal.scvVec(items.with(index, changed));
  }
  return null;
}

function changeInMap(entries: readonly xdr.ScMapEntry[], change: LeafChange): xdr.ScVal | null {
  for (const [index, { key, val }] of entries.entries()) {
    const field = key.type === "scvSymbol" ? key.sym.toString() : null;
    const changedKey = field === null ? change(key, null) : null;
    const changedVal = changedKey ? val : changeFirst(val, change, field);
    if (changedVal === null) continue;
    return xdr.ScVal.scvMap(entries.with(index, new xdr.ScMapEntry({ key: changedKey ?? key, val: changedVal })));
  }
  return null;
}
