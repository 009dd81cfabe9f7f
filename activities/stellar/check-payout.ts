import type { PayoutTerms } from "../../domain/chain/intent.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { parseStroops } from "../../domain/money.ts";
import { ALL_AVAILABLE } from "../../workflows/contracts/withdrawal.ts";
import type { ActivityDeps } from "../deps.ts";
import { accountBalance } from "../storage/account-balance.ts";
import { checkDestination } from "./check-destination.ts";
import { payerWallet } from "./wallets.ts";

/** Asks the chain whether the payment could arrive, before anything is held. @throws AppError WITHDRAWAL_DESTINATION_INVALID */
export const stellarCheckPayout =
  (deps: ActivityDeps) =>
  async (payout: PayoutTerms): Promise<void> => {
    const wallet = await payerWallet(deps, payout.userId);
    await checkDestination(deps, {
      from: wallet.publicKey,
      destination: payout.destination,
      memo: payout.memo,
      ...(payout.memoType && { memoType: payout.memoType }),
      stroops: await amountOf(deps, payout),
    });
  };

/** How much everything is, is known when it is held; here what there is now is near enough. */
const amountOf = async ({ db }: ActivityDeps, { amount, userId }: PayoutTerms) =>
  amount === ALL_AVAILABLE ? accountBalance(db.sql, ledgerAccounts.available(userId)) : parseStroops(amount);
