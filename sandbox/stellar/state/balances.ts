import { issuerOf, NATIVE } from "../addresses.ts";
import { MAX_INT64 } from "../network.ts";
import { spendable } from "./reserves.ts";
import type { State } from "./state.ts";

export const AUTHORIZED = 1;

export type DebitRefusal = "srcNoTrust" | "srcNotAuthorized" | "underfunded";
export type CreditRefusal = "noDestination" | "noTrust" | "notAuthorized" | "lineFull";

/** Takes from an account's balance; an issuer has any amount of its own asset. */
export function debit(state: State, address: string, asset: string, amount: bigint): DebitRefusal | null {
  if (issuerOf(asset) === address) return null;
  if (asset === NATIVE) {
    const account = state.account(address);
    if (account === null || spendable(account) < amount) return "underfunded";
    state.put({ ...account, balance: account.balance - amount });
    return null;
  }
  const line = state.trustline(address, asset);
  if (line === null) return "srcNoTrust";
  if ((line.flags & AUTHORIZED) === 0) return "srcNotAuthorized";
  if (line.balance < amount) return "underfunded";
  state.put({ ...line, balance: line.balance - amount });
  return null;
}

/** Adds to an account's balance; what an issuer receives of its own asset is gone. */
export function credit(state: State, address: string, asset: string, amount: bigint): CreditRefusal | null {
  if (issuerOf(asset) === address) return null;
  const account = state.account(address);
  if (account === null) return "noDestination";
  if (asset === NATIVE) {
    if (account.balance + amount > MAX_INT64) return "lineFull";
    state.put({ ...account, balance: account.balance + amount });
    return null;
  }
  const line = state.trustline(address, asset);
  if (line === null) return "noTrust";
  if ((line.flags & AUTHORIZED) === 0) return "notAuthorized";
  if (line.balance + amount > line.limit) return "lineFull";
  state.put({ ...line, balance: line.balance + amount });
  return null;
}
