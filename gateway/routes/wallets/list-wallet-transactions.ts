import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleWallet } from "../../reads/wallets.ts";
import { TransactionsQuery, WalletParams, WalletTransactionList } from "./schemas.ts";

export const listWalletTransactions = endpoint(
  {
    method: "get",
    path: "/users/{userId}/wallet/transactions",
    operationId: "listWalletTransactions",
    tag: "Wallets",
    summary: "The latest operations of the wallet on the chain, newest first.",
    access: "read",
    params: WalletParams,
    query: TransactionsQuery,
    shape: "plain",
    status: 200,
    data: WalletTransactionList,
    errors: ["USER_NOT_FOUND", "NOT_FOUND", "STELLAR_NETWORK_ERROR"],
  },
  async ({ params, query, caller, deps }) => {
    const { publicKey } = await visibleWallet(deps.db, caller, params.userId);
    return ok(await deps.horizon.operations(publicKey, query.limit));
  },
);
