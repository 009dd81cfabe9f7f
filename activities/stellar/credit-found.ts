import type { ActivityDeps } from "../deps.ts";
import { creditWithinSurplus, type FoundDeposits } from "../storage/credit-within-surplus.ts";
import type { ArrivedTransfer } from "../storage/deposits.ts";
import { activeWallets } from "../storage/holdings.ts";

type CreditDeps = Pick<ActivityDeps, "db" | "stellar">;

const TRIES_MAX = 3;

/**
 * Credits deposits that were found late, wallet by wallet, each within what it holds beyond our books. Where its money is in
 * motion nothing is done: whoever looks next finds them again.
 */
export async function creditFound(deps: CreditDeps, found: readonly ArrivedTransfer[]): Promise<FoundDeposits> {
  const total = { creditedCount: 0, unexplained: [] as ArrivedTransfer[] };
  for (const [address, deposits] of byAddress(found)) {
    const { creditedCount, unexplained } = await creditTo(deps, address, deposits);
    total.creditedCount += creditedCount;
    total.unexplained.push(...unexplained);
  }
  return total;
}

async function creditTo(deps: CreditDeps, address: string, found: readonly ArrivedTransfer[]): Promise<FoundDeposits> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const [holding] = await activeWallets(deps.db, { addresses: [address] });
    if (!holding || holding.unsettledCount > 0) continue;
    // the books first, then the chain: what the chain shows beyond them is not booked yet
    const chain = await deps.stellar.walletsUsdc([address]);
    if (found.some(({ ledger }) => ledger > chain.ledger)) continue; // a node that is behind the deposit itself
    const look = { holding, chainStroops: chain.stroopsOf(address) };
    const credited = await creditWithinSurplus(deps.db, look, found);
    if (credited) return credited;
  }
  return { creditedCount: 0, unexplained: found };
}

function byAddress(found: readonly ArrivedTransfer[]): Map<string, ArrivedTransfer[]> {
  const groups = new Map<string, ArrivedTransfer[]>();
  for (const deposit of found) groups.set(deposit.to, [...(groups.get(deposit.to) ?? []), deposit]);
  return groups;
}
