import type { Http } from "../http.ts";
import { path } from "../path.ts";
import { dataOf } from "../read-reply.ts";
import type { DepositAddress, Explanation, Wallet, WalletTransaction } from "../types.ts";

/** Users' Stellar wallets. Each throws NotFoundError `NOT_FOUND` until a new user's wallet is made. */
export const wallet = (http: Http) => ({
  /** The wallet with what the chain says it holds. @throws ProviderError `STELLAR_NETWORK_ERROR` */
  getInfo: (userId: string): Promise<Wallet> => dataOf(http.get(path`/users/${userId}/wallet`)),
  /** Where to send USDC for this user. */
  getDepositAddress: (userId: string): Promise<DepositAddress> =>
    dataOf(http.get(path`/users/${userId}/wallet/deposit`)),
  /** The latest operations on the chain, newest first (1 to 100, 20). @throws ProviderError `STELLAR_NETWORK_ERROR` */
  getTransactions: (userId: string, limit?: number): Promise<readonly WalletTransaction[]> =>
    dataOf(http.get(path`/users/${userId}/wallet/transactions`, { limit })),
  /** Why the wallet does not work yet: what it waits for, who must act, and what may be done now. */
  explain: (userId: string): Promise<Explanation> => dataOf(http.get(path`/users/${userId}/wallet/explain`)),
});
