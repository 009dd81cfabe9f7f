export { activateWallet } from "./activate-wallet.ts";
export { deliverWebhook } from "./deliver-webhook.ts";
export { followDeposits } from "./follow-deposits.ts";
export { order } from "./order.ts";
export { withdrawal } from "./withdrawal.ts";
