import type { Http } from "../http.ts";
import { path } from "../path.ts";
import { dataOf, itemsOf } from "../read-reply.ts";
import type { DepositAddress, Explanation, Wallet, WalletTransaction } from "../types.ts";

/** Users' Stellar wallets. All but `explain` throw NotFoundError `NOT_FOUND` until a new user's wallet is made. */
export const wallet = (http: Http) => ({
  /** The wallet with what the chain says it holds. @throws ProviderError `STELLAR_NETWORK_ERROR` */
  getInfo: (userId: string): Promise<Wallet> => dataOf(http.get(path`/users/${userId}/wallet`)),
  /** Where to send USDC for this user. @throws NotFoundError with Airtm too: there money comes by top-up */
  getDepositAddress: (userId: string): Promise<DepositAddress> =>
    dataOf(http.get(path`/users/${userId}/wallet/deposit`)),
  /** The latest operations on the chain, newest first (1 to 100, 20). @throws ProviderError `STELLAR_NETWORK_ERROR` */
  getTransactions: (userId: string, limit?: number): Promise<readonly WalletTransaction[]> =>
    itemsOf(http.get(path`/users/${userId}/wallet/transactions`, { limit })),
  /** Why it is not active: what it waits for, who must act, and the evidence. */
  explain: (userId: string): Promise<Explanation> => dataOf(http.get(path`/users/${userId}/wallet/explain`)),
});
