import type { Trade } from "./marketplace.ts";
import type { Sandbox } from "./sandbox.ts";

/** The contract calls of a whole order, in the order of its life. */
export const EFFECTS_OF_AN_ORDER = [
  "deploy",
  "fund_escrow",
  "change_milestone_status",
  "approve_milestone",
  "release_funds",
];

const CALL = "invokeHostFunction:";
const DEPLOYMENTS = ["deploy", "tw_new_single_release_escrow"];

/** What both parties of an order had the chain do, as the chain tells it. Their wallets must serve this order alone. */
export async function effectsOf(sandbox: Sandbox, { buyer, seller }: Trade): Promise<string[]> {
  const transactions = await sandbox.transactions();
  return transactions
    .filter(({ source, successful }) => successful && (source === buyer.address || source === seller.address))
    .flatMap(({ operations }) => operations)
    .filter((operation) => operation.startsWith(CALL))
    .map((operation) => operation.slice(CALL.length))
    .map((name) => (DEPLOYMENTS.includes(name) ? "deploy" : name));
}

/** The amounts of USDC that went from one address to another. */
export async function paymentsBetween(sandbox: Sandbox, from: string, to: string): Promise<string[]> {
  const transactions = await sandbox.transactions(from);
  return transactions
    .flatMap(({ transfers }) => transfers)
    .filter((transfer) => transfer.from === from && transfer.to === to && transfer.asset.startsWith("USDC:"))
    .map(({ amount }) => amount);
}
