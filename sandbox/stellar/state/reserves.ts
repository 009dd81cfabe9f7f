import { BASE_RESERVE_STROOPS, MAX_SUBENTRIES } from "../network.ts";
import type { AccountEntry } from "./entries.ts";
import type { State } from "./state.ts";

/** Who sponsors whom inside the running transaction: sponsored address → sponsor. */
export type Sponsorships = ReadonlyMap<string, string>;

export function minimumBalance(account: AccountEntry): bigint {
  return BigInt(2 + account.subentries + account.sponsoring - account.sponsored) * BASE_RESERVE_STROOPS;
}

export function spendable(account: AccountEntry): bigint {
  return account.balance - minimumBalance(account);
}

export type ReserveRefusal = "lowReserve" | "tooManySubentries";
export type Reservation = { readonly sponsor: string | null } | { readonly refused: ReserveRefusal };

/** Reserves one more subentry of `owner`, paid by its sponsor when one is active. */
export function reserveSubentry(state: State, owner: string, sponsorships: Sponsorships): Reservation {
  const account = state.account(owner);
  if (account === null) return { refused: "lowReserve" };
  if (account.subentries >= MAX_SUBENTRIES) return { refused: "tooManySubentries" };
  const sponsor = sponsorships.get(owner) ?? null;
  const grown = { ...account, subentries: account.subentries + 1, sponsored: account.sponsored + (sponsor ? 1 : 0) };
  if (sponsor === null && spendable(grown) < 0n) return { refused: "lowReserve" };
  if (sponsor !== null && !sponsorMore(state, sponsor, 1)) return { refused: "lowReserve" };
  state.put(grown);
  return { sponsor };
}

/** Gives the reserve of one subentry back to whoever paid it. */
export function releaseSubentry(state: State, owner: string, sponsor: string | null): void {
  const account = state.account(owner);
  if (account === null) return;
  state.put({
    ...account,
    subentries: account.subentries - 1,
    sponsored: account.sponsored - (sponsor === null ? 0 : 1),
  });
  if (sponsor !== null) sponsorLess(state, sponsor, 1);
}

/** False when the sponsor can't afford `count` more reserves. */
export function sponsorMore(state: State, sponsor: string, count: number): boolean {
  const account = state.account(sponsor);
  if (account === null) return false;
  const grown = { ...account, sponsoring: account.sponsoring + count };
  if (spendable(grown) < 0n) return false;
  state.put(grown);
  return true;
}

export function sponsorLess(state: State, sponsor: string, count: number): void {
  const account = state.account(sponsor);
  if (account !== null) state.put({ ...account, sponsoring: account.sponsoring - count });
}
