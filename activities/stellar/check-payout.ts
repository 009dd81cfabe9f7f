import type { PayoutTerms } from "../../domain/chain/intent.ts";
import { parseOrderAmount } from "../../domain/money.ts";
import type { ActivityDeps } from "../deps.ts";
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
      stroops: parseOrderAmount(payout.amount),
    });
  };
