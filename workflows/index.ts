export { activateWallet } from "./activate-wallet.ts";
export { deliverWebhook } from "./deliver-webhook.ts";
export { dispute } from "./dispute.ts";
export { followDeposits } from "./follow-deposits.ts";
export { order } from "./order.ts";
export { reconcile } from "./reconcile.ts";
export { rotateKeys } from "./rotate-keys.ts";
export { withdrawal } from "./withdrawal.ts";
