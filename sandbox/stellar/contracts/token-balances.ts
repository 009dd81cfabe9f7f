import { ContractTrap } from "../../escrow/host.ts";
import { issuerOf, NATIVE } from "../addresses.ts";
import { MAX_INT64 } from "../network.ts";
import { AUTHORIZED } from "../state/balances.ts";
import { spendable } from "../state/reserves.ts";
import type { State } from "../state/state.ts";
import { isContract } from "./frames.ts";

/** Takes tokens from an address, with the asset contract's own errors. */
export function moveOut(state: State, contractId: string, asset: string, from: string, amount: bigint): void {
  if (issuerOf(asset) === from) return;
  if (isContract(from)) {
    changeContractBalance(state, contractId, from, -amount);
    return;
  }
  if (asset === NATIVE) {
    const account = state.account(from);
    if (account === null) throw trap(contractId, "AccountMissing");
    if (spendable(account) < amount) throw trap(contractId, "Balance");
    state.put({ ...account, balance: account.balance - amount });
    return;
  }
  const line = authorizedLine(state, contractId, asset, from);
  if (line.balance < amount) throw trap(contractId, "Balance");
  state.put({ ...line, balance: line.balance - amount });
}

export function moveIn(state: State, contractId: string, asset: string, to: string, amount: bigint): void {
  if (issuerOf(asset) === to) return;
  if (isContract(to)) {
    changeContractBalance(state, contractId, to, amount);
    return;
  }
  if (amount > MAX_INT64) throw trap(contractId, "Overflow");
  if (asset === NATIVE) {
    const account = state.account(to);
    if (account === null) throw trap(contractId, "AccountMissing");
    state.put({ ...account, balance: account.balance + amount });
    return;
  }
  const line = authorizedLine(state, contractId, asset, to);
  if (line.balance + amount > line.limit) throw trap(contractId, "Balance");
  state.put({ ...line, balance: line.balance + amount });
}

/** A missing account has no trustline either, and that is the error it shows. */
function authorizedLine(state: State, contractId: string, asset: string, address: string) {
  const line = state.trustline(address, asset);
  if (line === null) throw trap(contractId, "TrustlineMissing");
  if ((line.flags & AUTHORIZED) === 0) throw trap(contractId, "BalanceDeauthorized");
  return line;
}

function changeContractBalance(state: State, contractId: string, holder: string, change: bigint): void {
  const entry = state.tokenBalance(contractId, holder);
  if (entry !== null && !entry.authorized) throw trap(contractId, "BalanceDeauthorized");
  const balance = (entry?.balance ?? 0n) + change;
  if (balance < 0n) throw trap(contractId, "Balance");
  state.put({ kind: "tokenBalance", contractId, holder, balance, authorized: entry?.authorized ?? true });
}

const CODES = { AccountMissing: 6, Balance: 10, BalanceDeauthorized: 11, Overflow: 12, TrustlineMissing: 13 } as const;

const trap = (contractId: string, name: keyof typeof CODES): ContractTrap =>
  new ContractTrap(contractId, CODES[name], name);
