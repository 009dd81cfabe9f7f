import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import type { PaymentProvider } from "../payment-provider.ts";
import { isPlatform } from "./wallets.ts";

/** Every user's money is USDC in a Stellar wallet of their own. */
export const cryptoProvider: PaymentProvider = {
  name: "crypto",
  platformWallets: [],
  escrowFunds: ({ buyerId, sellerId }) => ({ funder: buyerId, receiver: sellerId, refundee: buyerId }),
  payerOf: (userId) => userId,
  payingAccount: null,
  backingAccount: null,
  shortOfUsdc: "STATE_UNEXPECTED",
  depositAccount: (owner) => (isPlatform(owner) ? null : ledgerAccounts.available(owner)),
  bookingOf({ others, users, ...entry }) {
    const own = users.map(({ address, account }) => [address, account] as const);
    return { ...entry, accounts: { ...others, ...Object.fromEntries(own) } };
  },
};
