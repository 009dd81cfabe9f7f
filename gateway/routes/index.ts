import type { Endpoint } from "../endpoint.ts";
import { createApiKey } from "./auth/create-api-key.ts";
import { getAuthMe } from "./auth/get-auth-me.ts";
import { getMe } from "./auth/get-me.ts";
import { listApiKeys } from "./auth/list-api-keys.ts";
import { revokeApiKey } from "./auth/revoke-api-key.ts";
import { getBalance } from "./balances/get-balance.ts";
import { getConfig } from "./service/get-config.ts";
import { getDetailedHealth } from "./service/get-detailed-health.ts";
import { getHealth } from "./service/get-health.ts";
import { getReady } from "./service/get-ready.ts";
import { createUser } from "./users/create-user.ts";
import { getUser } from "./users/get-user.ts";
import { listUsers } from "./users/list-users.ts";
import { getDepositAddress } from "./wallets/get-deposit-address.ts";
import { getWallet } from "./wallets/get-wallet.ts";
import { listWalletTransactions } from "./wallets/list-wallet-transactions.ts";

/** The whole surface, sorted by path. */
export const ENDPOINTS: readonly Endpoint[] = [
  createApiKey, //           POST   /auth/api-keys
  listApiKeys, //            GET    /auth/api-keys
  revokeApiKey, //           DELETE /auth/api-keys/{id}
  getAuthMe, //              GET    /auth/me
  getConfig, //              GET    /config
  getHealth, //              GET    /health
  getDetailedHealth, //      GET    /health/detailed
  getMe, //                  GET    /me
  getReady, //               GET    /ready
  createUser, //             POST   /users
  listUsers, //              GET    /users
  getUser, //                GET    /users/{id}
  getBalance, //             GET    /users/{userId}/balance
  getWallet, //              GET    /users/{userId}/wallet
  getDepositAddress, //      GET    /users/{userId}/wallet/deposit
  listWalletTransactions, // GET    /users/{userId}/wallet/transactions
];
