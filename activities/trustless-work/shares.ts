import type { xdr } from "@stellar/stellar-sdk";
import { formatStroops } from "../../domain/money.ts";
import { readAddress, readInteger } from "../stellar/soroban-values.ts";
import type { ArgumentRule } from "./expected-call.ts";
import { toWireAmount } from "./map.ts";

/** Who gets how many stroops, before fees. */
export type Shares = readonly (readonly [string, bigint])[];

export const toWireShares = (shares: Shares) =>
  shares.map(([address, stroops]) => ({ address, amount: toWireAmount(stroops) }));

/** A map of exactly these shares, in whatever order the contract wants its keys. */
export const aDistribution = (name: string, shares: Shares): ArgumentRule => ({
  name,
  difference(value) {
    const entries = sharesIn(value);
    if (!entries) return "not a map of amounts";
    if (entries.length !== shares.length) return `${entries.length} shares`;
    const wrong = shares.find(([to, stroops]) => !entries.some(([address, got]) => address === to && got === stroops));
    return wrong ? `no share of ${formatStroops(wrong[1])} for ${wrong[0]}` : null;
  },
});

function sharesIn(value: xdr.ScVal): Shares | null {
  if (value.type !== "scvMap" || value.map === null) return null;
  try {
    return value.map.map(({ key, val }) => [readAddress(key), readInteger(val)] as const);
  } catch {
    return null;
  }
}
