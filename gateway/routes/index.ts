import type { Endpoint } from "../endpoint.ts";
import { createApiKey } from "./auth/create-api-key.ts";
import { getAuthMe } from "./auth/get-auth-me.ts";
import { getMe } from "./auth/get-me.ts";
import { listApiKeys } from "./auth/list-api-keys.ts";
import { revokeApiKey } from "./auth/revoke-api-key.ts";
import { getBalance } from "./balances/get-balance.ts";
import { cancelOrder } from "./orders/cancel-order.ts";
import { completeMilestone } from "./orders/complete-milestone.ts";
import { createEscrow } from "./orders/create-escrow.ts";
import { createOrder } from "./orders/create-order.ts";
import { addEvidence } from "./orders/disputes/add-evidence.ts";
import { assignDispute } from "./orders/disputes/assign-dispute.ts";
import { commentDispute } from "./orders/disputes/comment-dispute.ts";
import { getDispute } from "./orders/disputes/get-dispute.ts";
import { listDisputes } from "./orders/disputes/list-disputes.ts";
import { openDispute } from "./orders/disputes/open-dispute.ts";
import { previewDispute } from "./orders/disputes/preview-dispute.ts";
import { resolveDispute } from "./orders/disputes/resolve-dispute.ts";
import { fundEscrow } from "./orders/fund-escrow.ts";
import { getOrder } from "./orders/get-order.ts";
import { getOrderProgress } from "./orders/get-order-progress.ts";
import { listMilestones } from "./orders/list-milestones.ts";
import { listOrders } from "./orders/list-orders.ts";
import { previewSettlement } from "./orders/preview-settlement.ts";
import { refundOrder } from "./orders/refund-order.ts";
import { releaseOrder } from "./orders/release-order.ts";
import { reserveOrder } from "./orders/reserve-order.ts";
import { getPlatform } from "./platform/get-platform.ts";
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
import { cancelWithdrawal } from "./withdrawals/cancel-withdrawal.ts";
import { commitWithdrawal } from "./withdrawals/commit-withdrawal.ts";
import { createWithdrawal } from "./withdrawals/create-withdrawal.ts";
import { getWithdrawal } from "./withdrawals/get-withdrawal.ts";
import { getWithdrawalProgress } from "./withdrawals/get-withdrawal-progress.ts";
import { listWithdrawals } from "./withdrawals/list-withdrawals.ts";
import { refreshWithdrawal } from "./withdrawals/refresh-withdrawal.ts";

/** The whole surface, sorted by path. */
export const ENDPOINTS: readonly Endpoint[] = [
  getPlatform, // GET    /admin/platform
  createApiKey, // POST   /auth/api-keys
  listApiKeys, // GET    /auth/api-keys
  revokeApiKey, // DELETE /auth/api-keys/{id}
  getAuthMe, // GET    /auth/me
  getConfig, // GET    /config
  getHealth, // GET    /health
  getDetailedHealth, // GET    /health/detailed
  getMe, // GET    /me
  listDisputes, // GET    /disputes
  getDispute, // GET    /disputes/{id}
  assignDispute, // POST   /disputes/{id}/assign
  commentDispute, // POST   /disputes/{id}/comment
  addEvidence, // POST   /disputes/{id}/evidence
  previewDispute, // POST   /disputes/{id}/preview
  resolveDispute, // POST   /disputes/{id}/resolve
  createOrder, // POST   /orders
  listOrders, // GET    /orders
  getOrder, // GET    /orders/{id}
  cancelOrder, // POST   /orders/{id}/cancel
  createEscrow, // POST   /orders/{id}/escrow
  fundEscrow, // POST   /orders/{id}/escrow/fund
  listMilestones, // GET    /orders/{id}/milestones
  completeMilestone, // POST   /orders/{id}/milestones/{ref}/complete
  getOrderProgress, // GET    /orders/{id}/progress
  reserveOrder, // POST   /orders/{id}/reserve
  openDispute, // POST   /orders/{orderId}/resolution/dispute
  previewSettlement, // POST   /orders/{orderId}/resolution/preview
  refundOrder, // POST   /orders/{orderId}/resolution/refund
  releaseOrder, // POST   /orders/{orderId}/resolution/release
  getReady, // GET    /ready
  createUser, // POST   /users
  listUsers, // GET    /users
  getUser, // GET    /users/{id}
  getBalance, // GET    /users/{userId}/balance
  getWallet, // GET    /users/{userId}/wallet
  getDepositAddress, // GET    /users/{userId}/wallet/deposit
  listWalletTransactions, // GET    /users/{userId}/wallet/transactions
  createWithdrawal, // POST   /withdrawals
  listWithdrawals, // GET    /withdrawals
  getWithdrawal, // GET    /withdrawals/{id}
  cancelWithdrawal, // POST   /withdrawals/{id}/cancel
  commitWithdrawal, // POST   /withdrawals/{id}/commit
  getWithdrawalProgress, // GET    /withdrawals/{id}/progress
  refreshWithdrawal, // POST   /withdrawals/{id}/refresh
];
