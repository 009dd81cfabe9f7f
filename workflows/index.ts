export { activateWallet } from "./activate-wallet.ts";
export { followDeposits } from "./follow-deposits.ts";
export { order } from "./order.ts";
export { reconcile } from "./reconcile.ts";
export { withdrawal } from "./withdrawal.ts";
