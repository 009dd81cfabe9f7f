import type { BookReport } from "../../workflows/contracts/reconcile.ts";
import type { ActivityDeps } from "../deps.ts";
import { activeWallets } from "../storage/holdings.ts";
import { type Book, type CompareHoldings, compareHoldings, type Surplus } from "./compare-holdings.ts";
import { tellLowAccounts } from "./low-platform-accounts.ts";
import { creditMissed, type MissedDeposits } from "./missed-deposits.ts";
import type { WalletOwner } from "./wallets.ts";

const WALLETS: Book = {
  kind: "wallet_balance",
  pageSize: 100,
  load: activeWallets,
  onChain: (stellar, addresses) => stellar.walletsUsdc(addresses),
  async explainSurplus(deps, holding, surplusStroops) {
    if (deps.provider.depositAccount(holding.subject as WalletOwner) === null)
      return { cause: "transfer_from_outside", txHashes: [], creditedCount: 0 };
    return causeOf(await creditMissed(deps, holding.address, surplusStroops));
  },
};

/** The gravest first: a node that leaves events out will do so again. */
function causeOf({ creditedCount, withheldHashes, forgottenHashes, unexplainedHashes }: MissedDeposits): Surplus {
  if (withheldHashes.length > 0) return { cause: "deposit_not_shown", txHashes: withheldHashes, creditedCount };
  if (forgottenHashes.length > 0) return { cause: "deposit_not_credited", txHashes: forgottenHashes, creditedCount };
  return { cause: "unexplained", txHashes: unexplainedHashes, creditedCount };
}

/** Compares every active wallet's USDC with our ledger. A deposit that the follower missed is credited, as it would have been. */
export const stellarCompareWallets =
  (deps: ActivityDeps) =>
  async (input: CompareHoldings): Promise<BookReport> => {
    await tellLowAccounts(deps, input.runId);
    return compareHoldings(deps, WALLETS, input);
  };
