import type { PlatformOwner } from "../../domain/chain/intent.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import type { Claim } from "../../domain/ledger/book-claims.ts";
import type { MovedFunds, PaymentProvider, UsersPart } from "../payment-provider.ts";

const TREASURY: PlatformOwner = "platform/treasury";

/**
 * Users' money is in our account at Airtm. Escrows are funded from the treasury wallet and pay back into it: what it moves for
 * a user, the ledger moves between that user and the operator's own money at Airtm. Users' wallets only sign.
 */
export const airtmProvider: PaymentProvider = {
  name: "airtm",
  platformWallets: [TREASURY],
  escrowFunds: () => ({ funder: TREASURY, receiver: TREASURY, refundee: TREASURY }),
  payerOf: () => TREASURY,
  payingAccount: ledgerAccounts.backingStellar,
  backingAccount: ledgerAccounts.backingAirtm,
  shortOfUsdc: "TREASURY_LOW",
  depositAccount: (owner) => (owner === TREASURY ? ledgerAccounts.backingStellar : null),
  bookingOf({ others, users, ...entry }: MovedFunds) {
    const treasury = users.map(({ address }) => [address, ledgerAccounts.backingStellar] as const);
    return { ...entry, accounts: { ...others, ...Object.fromEntries(treasury) }, claims: users.map(toClaim) };
  },
};

const toClaim = ({ account, share }: UsersPart): Claim => ({
  account,
  stroops: share === "rest" ? null : share.toString(),
});
