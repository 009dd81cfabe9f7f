import type { OrderId, UserId } from "../ids.ts";

/** Names of ledger accounts. Only `world/…` and `suspense/…` may go below zero: they stand for what is outside. */
export const ledgerAccounts = {
  available: (user: UserId) => `user/${user}/available`,
  reserved: (user: UserId) => `user/${user}/reserved`,
  withdrawing: (user: UserId) => `user/${user}/withdrawing`,
  /** What the balance routes hold; an order's hold is in `reserved`. */
  held: (user: UserId) => `user/${user}/held`,
  escrow: (order: OrderId) => `order/${order}/escrow`,
  trustlessWorkFees: "fees/trustless-work",
  platformFees: "fees/platform",
  stellar: "world/stellar",
  airtm: "world/airtm",
  /** What Airtm kept of payments to us. */
  airtmFees: "fees/airtm",
  /** The operator's own part of the money at Airtm, and of the USDC in the treasury wallet. */
  backingAirtm: "backing/airtm",
  backingStellar: "backing/stellar",
  /** Against which a person corrects balances: nothing on the chain stands behind it. */
  manual: "world/manual",
  /** What the operator took out of wallets of the platform. */
  operator: "world/operator",
  /** What was written off: it is gone, and nobody was paid by it. */
  losses: "world/losses",
  unexplained: "suspense/unexplained",
  /** Paid out by a provider after it had told us that it would not, when the balance no longer covered it. */
  paidAfterReturn: "suspense/paid-after-return",
} as const;

export const LEDGER_ASSET = "USDC";

/** The user whose available balance the account is; null for any other account. */
export function userOfAvailable(account: string): UserId | null {
  const match = /^user\/(usr_[0-9A-Za-z]+)\/available$/.exec(account);
  return match ? (match[1] as UserId) : null;
}

/** Everything that a user's wallet holds, as our books part it. */
export const walletAccounts = (user: UserId): readonly string[] => [
  ledgerAccounts.available(user),
  ledgerAccounts.reserved(user),
  ledgerAccounts.withdrawing(user),
  ledgerAccounts.held(user),
];
