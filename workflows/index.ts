export { activateWallet } from "./activate-wallet.ts";
export { dispute } from "./dispute.ts";
export { followDeposits } from "./follow-deposits.ts";
export { order } from "./order.ts";
export { withdrawal } from "./withdrawal.ts";
