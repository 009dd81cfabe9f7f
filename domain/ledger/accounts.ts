import type { OrderId, UserId } from "../ids.ts";

/** Names of ledger accounts. Only `world/…` and `suspense/…` may go below zero: they stand for what is outside. */
export const ledgerAccounts = {
  available: (user: UserId) => `user/${user}/available`,
  reserved: (user: UserId) => `user/${user}/reserved`,
  withdrawing: (user: UserId) => `user/${user}/withdrawing`,
  escrow: (order: OrderId) => `order/${order}/escrow`,
  trustlessWorkFees: "fees/trustless-work",
  platformFees: "fees/platform",
  stellar: "world/stellar",
  unexplained: "suspense/unexplained",
} as const;

export const LEDGER_ASSET = "USDC";

/** The user whose available balance the account is; null for any other account. */
export function userOfAvailable(account: string): UserId | null {
  const match = /^user\/(usr_[0-9A-Za-z]+)\/available$/.exec(account);
  return match ? (match[1] as UserId) : null;
}
