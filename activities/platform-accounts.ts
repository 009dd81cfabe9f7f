import { ledgerAccounts } from "../domain/ledger/accounts.ts";
import type { WalletOwner } from "./stellar/wallets.ts";

/** The ledger accounts that stand behind a wallet of the platform, whatever the provider. */
export const platformAccounts = (owner: WalletOwner): readonly string[] =>
  owner === "platform/fee-receiver" ? [ledgerAccounts.platformFees] : [];
