import type { UserId } from "../../domain/ids.ts";
import { LEDGER_ASSET, ledgerAccounts, walletAccounts } from "../../domain/ledger/accounts.ts";
import type { Stroops } from "../../domain/money.ts";
import type { Database } from "../../prisma/client.ts";

export interface UserBalance {
  readonly availableStroops: Stroops;
  /** Held for orders, for withdrawals on their way, and by request. */
  readonly reservedStroops: Stroops;
}

/** One query for any number of users; a user without postings has zeros. */
export async function balancesOf(db: Database, userIds: readonly string[]): Promise<(userId: string) => UserBalance> {
  // An account's name is made of any text; an unknown one has no row.
  const names = userIds.flatMap((id) => walletAccounts(id as UserId));
  const rows = await db.prisma.ledgerAccount.findMany({
    where: { name: { in: names }, asset: LEDGER_ASSET },
    select: { name: true, balance: true },
  });
  const stroops = new Map(rows.map((row) => [row.name, row.balance]));
  return (id) => {
    const userId = id as UserId;
    const availableStroops = stroops.get(ledgerAccounts.available(userId)) ?? 0n;
    const allStroops = walletAccounts(userId).reduce((sum, name) => sum + (stroops.get(name) ?? 0n), 0n);
    return { availableStroops, reservedStroops: allStroops - availableStroops };
  };
}
