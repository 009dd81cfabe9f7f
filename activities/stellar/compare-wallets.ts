import type { BookReport } from "../../workflows/contracts/reconcile.ts";
import type { ActivityDeps } from "../deps.ts";
import { activeWallets } from "../storage/holdings.ts";
import { type Book, type CompareHoldings, compareHoldings } from "./compare-holdings.ts";
import { creditMissed } from "./missed-deposits.ts";
import type { WalletOwner } from "./wallets.ts";

const WALLETS: Book = {
  kind: "wallet_balance",
  pageSize: 100,
  load: activeWallets,
  onChain: (stellar, addresses) => stellar.walletsUsdc(addresses),
  async explainSurplus(deps, holding) {
    if (deps.provider.depositAccount(holding.subject as WalletOwner) === null)
      return { cause: "transfer_from_outside", txHashes: [], creditedCount: 0 };
    const { creditedCount, unseenHashes } = await creditMissed(deps, holding.address);
    const cause = unseenHashes.length > 0 ? ("deposit_not_credited" as const) : ("unexplained" as const);
    return { cause, txHashes: unseenHashes, creditedCount };
  },
};

/** Compares every active wallet's USDC with our ledger. A deposit that the follower missed is credited, as it would have been. */
export const stellarCompareWallets =
  (deps: ActivityDeps) =>
  (input: CompareHoldings): Promise<BookReport> =>
    compareHoldings(deps, WALLETS, input);
