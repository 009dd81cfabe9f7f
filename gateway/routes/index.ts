import type { Endpoint } from "../endpoint.ts";
import { bookTreasury } from "./admin/book-treasury.ts";
import { disableMaintenance } from "./admin/disable-maintenance.ts";
import { enableMaintenance } from "./admin/enable-maintenance.ts";
import { freezeOperations } from "./admin/freeze-operations.ts";
import { getFence } from "./admin/get-fence.ts";
import { getFreeze } from "./admin/get-freeze.ts";
import { getKeyRotation } from "./admin/get-key-rotation.ts";
import { getMaintenance } from "./admin/get-maintenance.ts";
import { getReconciliation } from "./admin/get-reconciliation.ts";
import { rescanDeposits } from "./admin/rescan-deposits.ts";
import { rotateKeys } from "./admin/rotate-keys.ts";
import { runReconciliation } from "./admin/run-reconciliation.ts";
import { takeFence } from "./admin/take-fence.ts";
import { unfreezeOperations } from "./admin/unfreeze-operations.ts";
import { writeOffBalance } from "./admin/write-off-balance.ts";
import { listAuditLogs } from "./audit/list-audit-logs.ts";
import { createApiKey } from "./auth/create-api-key.ts";
import { createToken } from "./auth/create-token.ts";
import { createTokenForKey } from "./auth/create-token-for-key.ts";
import { getAuthMe } from "./auth/get-auth-me.ts";
import { getMe } from "./auth/get-me.ts";
import { listApiKeys } from "./auth/list-api-keys.ts";
import { revokeApiKey } from "./auth/revoke-api-key.ts";
import { cancelReservation } from "./balances/cancel-reservation.ts";
import { creditBalance } from "./balances/credit-balance.ts";
import { debitBalance } from "./balances/debit-balance.ts";
import { deductReserved } from "./balances/deduct-reserved.ts";
import { getBalance } from "./balances/get-balance.ts";
import { releaseBalance } from "./balances/release-balance.ts";
import { reserveBalance } from "./balances/reserve-balance.ts";
import { syncBalance } from "./balances/sync-balance.ts";
import { verifyBalance } from "./balances/verify-balance.ts";
import { listEvents } from "./events/list-events.ts";
import { explainDispute } from "./explain/explain-dispute.ts";
import { explainOrder } from "./explain/explain-order.ts";
import { explainTopUp } from "./explain/explain-top-up.ts";
import { explainWallet } from "./explain/explain-wallet.ts";
import { explainWithdrawal } from "./explain/explain-withdrawal.ts";
import { decideOperation } from "./operations/decide-operation.ts";
import { listParkedOperations } from "./operations/list-parked-operations.ts";
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
import { approvePlatformPayout } from "./platform-payouts/approve-platform-payout.ts";
import { cancelPlatformPayout } from "./platform-payouts/cancel-platform-payout.ts";
import { getPlatformPayout } from "./platform-payouts/get-platform-payout.ts";
import { listPlatformPayouts } from "./platform-payouts/list-platform-payouts.ts";
import { requestPlatformPayout } from "./platform-payouts/request-platform-payout.ts";
import { getConfig } from "./service/get-config.ts";
import { getDetailedHealth } from "./service/get-detailed-health.ts";
import { getHealth } from "./service/get-health.ts";
import { getReady } from "./service/get-ready.ts";
import { cancelTopUp } from "./topups/cancel-top-up.ts";
import { createTopUp } from "./topups/create-top-up.ts";
import { getTopUp } from "./topups/get-top-up.ts";
import { getTopUpProgress } from "./topups/get-top-up-progress.ts";
import { listTopUps } from "./topups/list-top-ups.ts";
import { refreshTopUp } from "./topups/refresh-top-up.ts";
import { topUpCallback } from "./topups/top-up-callback.ts";
import { createUser } from "./users/create-user.ts";
import { getUser } from "./users/get-user.ts";
import { linkAirtm } from "./users/link-airtm.ts";
import { listUsers } from "./users/list-users.ts";
import { reinstateUser } from "./users/reinstate-user.ts";
import { suspendUser } from "./users/suspend-user.ts";
import { unlinkAirtm } from "./users/unlink-airtm.ts";
import { getDepositAddress } from "./wallets/get-deposit-address.ts";
import { getWallet } from "./wallets/get-wallet.ts";
import { listWalletTransactions } from "./wallets/list-wallet-transactions.ts";
import { createWebhookEndpoint } from "./webhook-endpoints/create-webhook-endpoint.ts";
import { deleteWebhookEndpoint } from "./webhook-endpoints/delete-webhook-endpoint.ts";
import { getWebhookDelivery } from "./webhook-endpoints/get-webhook-delivery.ts";
import { getWebhookEndpoint } from "./webhook-endpoints/get-webhook-endpoint.ts";
import { listWebhookDeliveries } from "./webhook-endpoints/list-webhook-deliveries.ts";
import { listWebhookEndpoints } from "./webhook-endpoints/list-webhook-endpoints.ts";
import { replayWebhookDelivery } from "./webhook-endpoints/replay-webhook-delivery.ts";
import { replayWebhookEvents } from "./webhook-endpoints/replay-webhook-events.ts";
import { resumeWebhookEndpoint } from "./webhook-endpoints/resume-webhook-endpoint.ts";
import { rotateWebhookSecret } from "./webhook-endpoints/rotate-webhook-secret.ts";
import { testWebhookEndpoint } from "./webhook-endpoints/test-webhook-endpoint.ts";
import { updateWebhookEndpoint } from "./webhook-endpoints/update-webhook-endpoint.ts";
import { receiveAirtmWebhook } from "./webhooks/receive-airtm-webhook.ts";
import { receiveTrustlessWorkWebhook } from "./webhooks/receive-trustless-work-webhook.ts";
import { cancelWithdrawal } from "./withdrawals/cancel-withdrawal.ts";
import { commitWithdrawal } from "./withdrawals/commit-withdrawal.ts";
import { createWithdrawal } from "./withdrawals/create-withdrawal.ts";
import { getWithdrawal } from "./withdrawals/get-withdrawal.ts";
import { getWithdrawalProgress } from "./withdrawals/get-withdrawal-progress.ts";
import { listWithdrawals } from "./withdrawals/list-withdrawals.ts";
import { refreshWithdrawal } from "./withdrawals/refresh-withdrawal.ts";

/** The whole surface, sorted by path. */
export const ENDPOINTS: readonly Endpoint[] = [
  rescanDeposits, // POST   /admin/deposits/rescan
  getFence, // GET    /admin/fence
  takeFence, // POST   /admin/fence/take
  freezeOperations, // POST   /admin/freeze
  getFreeze, // GET    /admin/freeze
  disableMaintenance, // POST   /admin/maintenance/disable
  enableMaintenance, // POST   /admin/maintenance/enable
  getMaintenance, // GET    /admin/maintenance/status
  requestPlatformPayout, // POST   /admin/payouts
  listPlatformPayouts, // GET    /admin/payouts
  getPlatformPayout, // GET    /admin/payouts/{id}
  approvePlatformPayout, // POST   /admin/payouts/{id}/approve
  cancelPlatformPayout, // POST   /admin/payouts/{id}/cancel
  getPlatform, // GET    /admin/platform
  getReconciliation, // GET    /admin/reconciliation
  runReconciliation, // POST   /admin/reconciliation/run
  bookTreasury, // POST   /admin/treasury/movements
  unfreezeOperations, // POST   /admin/unfreeze
  rotateKeys, // POST   /admin/wallets/rotate
  getKeyRotation, // GET    /admin/wallets/rotate
  writeOffBalance, // POST   /admin/write-offs
  listAuditLogs, // GET    /audit/logs
  createApiKey, // POST   /auth/api-keys
  listApiKeys, // GET    /auth/api-keys
  revokeApiKey, // DELETE /auth/api-keys/{id}
  createTokenForKey, // POST   /auth/api-keys/{id}/token
  getAuthMe, // GET    /auth/me
  createToken, // POST   /auth/token
  getConfig, // GET    /config
  listDisputes, // GET    /disputes
  getDispute, // GET    /disputes/{id}
  assignDispute, // POST   /disputes/{id}/assign
  commentDispute, // POST   /disputes/{id}/comment
  addEvidence, // POST   /disputes/{id}/evidence
  explainDispute, // GET    /disputes/{id}/explain
  previewDispute, // POST   /disputes/{id}/preview
  resolveDispute, // POST   /disputes/{id}/resolve
  listEvents, // GET    /events
  getHealth, // GET    /health
  getDetailedHealth, // GET    /health/detailed
  getMe, // GET    /me
  listParkedOperations, // GET    /operations/parked
  decideOperation, // POST   /operations/{workflowType}/{id}/decision
  createOrder, // POST   /orders
  listOrders, // GET    /orders
  getOrder, // GET    /orders/{id}
  cancelOrder, // POST   /orders/{id}/cancel
  createEscrow, // POST   /orders/{id}/escrow
  fundEscrow, // POST   /orders/{id}/escrow/fund
  explainOrder, // GET    /orders/{id}/explain
  listMilestones, // GET    /orders/{id}/milestones
  completeMilestone, // POST   /orders/{id}/milestones/{ref}/complete
  getOrderProgress, // GET    /orders/{id}/progress
  reserveOrder, // POST   /orders/{id}/reserve
  openDispute, // POST   /orders/{orderId}/resolution/dispute
  previewSettlement, // POST   /orders/{orderId}/resolution/preview
  refundOrder, // POST   /orders/{orderId}/resolution/refund
  releaseOrder, // POST   /orders/{orderId}/resolution/release
  getReady, // GET    /ready
  createTopUp, // POST   /topups
  listTopUps, // GET    /topups
  getTopUp, // GET    /topups/{id}
  topUpCallback, // GET    /topups/{id}/callback
  cancelTopUp, // POST   /topups/{id}/cancel
  explainTopUp, // GET    /topups/{id}/explain
  getTopUpProgress, // GET    /topups/{id}/progress
  refreshTopUp, // POST   /topups/{id}/refresh
  createUser, // POST   /users
  listUsers, // GET    /users
  getUser, // GET    /users/{id}
  linkAirtm, // POST   /users/{id}/airtm/link
  unlinkAirtm, // DELETE /users/{id}/airtm/link
  reinstateUser, // POST   /users/{id}/reinstate
  suspendUser, // POST   /users/{id}/suspend
  getBalance, // GET    /users/{userId}/balance
  cancelReservation, // POST   /users/{userId}/balance/cancel-reservation
  creditBalance, // POST   /users/{userId}/balance/credit
  debitBalance, // POST   /users/{userId}/balance/debit
  deductReserved, // POST   /users/{userId}/balance/deduct-reserved
  releaseBalance, // POST   /users/{userId}/balance/release
  reserveBalance, // POST   /users/{userId}/balance/reserve
  syncBalance, // POST   /users/{userId}/balance/sync
  verifyBalance, // GET    /users/{userId}/balance/verify
  getWallet, // GET    /users/{userId}/wallet
  getDepositAddress, // GET    /users/{userId}/wallet/deposit
  explainWallet, // GET    /users/{userId}/wallet/explain
  listWalletTransactions, // GET    /users/{userId}/wallet/transactions
  createWebhookEndpoint, // POST   /webhook-endpoints
  listWebhookEndpoints, // GET    /webhook-endpoints
  getWebhookEndpoint, // GET    /webhook-endpoints/{id}
  updateWebhookEndpoint, // POST   /webhook-endpoints/{id}
  deleteWebhookEndpoint, // DELETE /webhook-endpoints/{id}
  listWebhookDeliveries, // GET    /webhook-endpoints/{id}/deliveries
  getWebhookDelivery, // GET    /webhook-endpoints/{id}/deliveries/{deliveryId}
  replayWebhookDelivery, // POST   /webhook-endpoints/{id}/deliveries/{deliveryId}/replay
  replayWebhookEvents, // POST   /webhook-endpoints/{id}/replay
  resumeWebhookEndpoint, // POST   /webhook-endpoints/{id}/resume
  rotateWebhookSecret, // POST   /webhook-endpoints/{id}/secret/rotate
  testWebhookEndpoint, // POST   /webhook-endpoints/{id}/test
  receiveAirtmWebhook, // POST   /webhooks/airtm
  receiveTrustlessWorkWebhook, // POST   /webhooks/trustless-work
  createWithdrawal, // POST   /withdrawals
  listWithdrawals, // GET    /withdrawals
  getWithdrawal, // GET    /withdrawals/{id}
  cancelWithdrawal, // POST   /withdrawals/{id}/cancel
  commitWithdrawal, // POST   /withdrawals/{id}/commit
  explainWithdrawal, // GET    /withdrawals/{id}/explain
  getWithdrawalProgress, // GET    /withdrawals/{id}/progress
  refreshWithdrawal, // POST   /withdrawals/{id}/refresh
];
