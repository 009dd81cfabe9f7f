import type { Trade } from "./marketplace.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SandboxTransaction } from "./sandbox-control.ts";

/** The contract calls of a whole order, in the order of its life. */
export const EFFECTS_OF_AN_ORDER = [
  "deploy",
  "fund_escrow",
  "change_milestone_status",
  "approve_milestone",
  "release_funds",
];

/** Those of one that was refunded, or disputed and decided. */
export const EFFECTS_OF_A_RULING = ["deploy", "fund_escrow", "dispute_escrow", "resolve_dispute"];

const CALL = "invokeHostFunction:";
const DEPLOYMENTS = ["deploy", "tw_new_single_release_escrow"];

/**
 * What both parties of an order had the chain do, and what its resolver had paid to them, as the chain tells it. Their wallets
 * must serve this order alone.
 */
export async function effectsOf(sandbox: Sandbox, { buyer, seller }: Trade): Promise<string[]> {
  const parties = [buyer.address, seller.address];
  const isTheirs = ({ source, operations, transfers }: SandboxTransaction) =>
    parties.includes(source) ||
    (operations.includes(`${CALL}resolve_dispute`) && transfers.some(({ to }) => to !== null && parties.includes(to)));
  const transactions = await sandbox.transactions();
  return transactions
    .filter((transaction) => transaction.successful && isTheirs(transaction))
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
