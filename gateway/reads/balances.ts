import type { UserId } from "../../domain/ids.ts";
import { LEDGER_ASSET, ledgerAccounts } from "../../domain/ledger/accounts.ts";
import type { Stroops } from "../../domain/money.ts";
import type { Database } from "../../prisma/client.ts";

export interface UserBalance {
  readonly availableStroops: Stroops;
  /** Held for orders and for withdrawals on their way. */
  readonly reservedStroops: Stroops;
}

/** One query for any number of users; a user without postings has zeros. */
export async function balancesOf(db: Database, userIds: readonly string[]): Promise<(userId: string) => UserBalance> {
  const names = userIds.flatMap((id) => {
    const userId = id as UserId; // an account's name is made of any text; an unknown one has no row
    return [ledgerAccounts.available(userId), ledgerAccounts.reserved(userId), ledgerAccounts.withdrawing(userId)];
  });
  const rows = await db.prisma.ledgerAccount.findMany({
    where: { name: { in: names }, asset: LEDGER_ASSET },
    select: { name: true, balance: true },
  });
  const stroops = new Map(rows.map((row) => [row.name, row.balance]));
  return (id) => {
    const userId = id as UserId;
    const of = (name: string): Stroops => stroops.get(name) ?? 0n;
    return {
      availableStroops: of(ledgerAccounts.available(userId)),
      reservedStroops: of(ledgerAccounts.reserved(userId)) + of(ledgerAccounts.withdrawing(userId)),
    };
  };
}
