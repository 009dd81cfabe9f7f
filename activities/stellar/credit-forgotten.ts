import type { ActivityDeps } from "../deps.ts";
import type { FoundDeposits } from "../storage/credit-within-surplus.ts";
import type { PaymentInHistory } from "./client.ts";
import { creditFound } from "./credit-found.ts";
import { arrivedTransfers } from "./follow-deposits.ts";

/** What was found, and how much of it had arrived. */
export interface FoundForgotten extends FoundDeposits {
  readonly stroops: bigint;
}

/**
 * A deposit in a ledger that no node has any more, out of the second source's copy of its transaction: bytes that hash to it, read by
 * the parser of a node's answer. It has no event of a node's, so it is named by its place among the transfers. Credited, as whatever
 * is found late, within what the wallet holds beyond our books. null where no source can show what it brought.
 */
export async function creditForgotten(
  deps: ActivityDeps,
  address: string,
  { txHash }: PaymentInHistory,
): Promise<FoundForgotten | null> {
  const shown = await deps.stellar.archivedTransaction(txHash);
  if (shown?.status !== "SUCCEEDED") return null;
  const { ledger, closedAt } = shown;
  const events = shown.transfers.map((transfer, index) => ({
    ...transfer,
    ...{ id: `archive-${index}`, ledger, closedAt, txHash, toMuxedId: null },
  }));
  const arrived = (await arrivedTransfers(deps, events)).filter(({ to }) => to === address);
  if (arrived.length === 0) return null;
  const stroops = arrived.reduce((sum, one) => sum + one.stroops, 0n);
  return { ...(await creditFound(deps, arrived)), stroops };
}
