import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import type { Database } from "../../prisma/client.ts";
import { type ArrivedTransfer, creditedEvents, creditOnce } from "./deposits.ts";
import { activeWallets, type Holding } from "./holdings.ts";
import { inTransaction } from "./in-transaction.ts";
import type { Queryable } from "./record-step.ts";

/** A wallet as our books had it, and what the chain showed of it after that. */
export interface WalletLook {
  readonly holding: Holding;
  readonly chainStroops: bigint;
}

export interface FoundDeposits {
  readonly creditedCount: number;
  /** More than the wallet holds beyond our books, and not matched by a correction either: nobody can say whose it is. */
  readonly unexplained: readonly ArrivedTransfer[];
}

/**
 * Credits deposits to one wallet that were found late. Together they are given at most what the wallet holds beyond our books; the
 * rest must have been credited by hand meanwhile, and is matched with that. Null, and nothing done, when the books have moved
 * since the look, or money of the wallet is in flight.
 */
export const creditWithinSurplus = (
  db: Pick<Database, "sql">,
  look: WalletLook,
  found: readonly ArrivedTransfer[],
): Promise<FoundDeposits | null> =>
  inTransaction(db, async (sql) => {
    await sql.query("SELECT lock_accounts($1)", [accountsOf(found)]);
    const now = await holdingNow(sql, look);
    if (!now) return null;
    const left = {
      // what was taken by hand is in the wallet still, and is no deposit
      surplusStroops: atLeastZero(look.chainStroops - now.ledgerStroops - now.takenByHandStroops),
      byHandStroops: atLeastZero(now.givenByHandStroops),
    };
    return creditEach(sql, left, await unknownOf(sql, found));
  });

interface Left {
  surplusStroops: bigint;
  byHandStroops: bigint;
}

async function creditEach(sql: Queryable, left: Left, found: readonly ArrivedTransfer[]): Promise<FoundDeposits> {
  const unexplained: ArrivedTransfer[] = [];
  let creditedCount = 0;
  for (const deposit of found) {
    const fromSurplus = smaller(deposit.stroops, left.surplusStroops);
    const matched = deposit.stroops - fromSurplus;
    if (matched > left.byHandStroops) {
      unexplained.push(deposit);
      continue;
    }
    if (await creditOnce(sql, deposit, matched)) creditedCount += 1;
    left.surplusStroops -= fromSurplus;
    left.byHandStroops -= matched;
  }
  return { creditedCount, unexplained };
}

/** Null when the books are not any more what the look compared with the chain. */
async function holdingNow(sql: Queryable, { holding }: WalletLook): Promise<Holding | null> {
  const [now] = await activeWallets({ sql }, { ids: [holding.id] });
  const isSame = now?.ledgerVersion === holding.ledgerVersion && now.unsettledCount === 0;
  return isSame && now ? now : null;
}

async function unknownOf(sql: Queryable, found: readonly ArrivedTransfer[]): Promise<ArrivedTransfer[]> {
  const ids = found.map(({ eventId }) => eventId);
  const known = new Set(await creditedEvents({ sql }, ids));
  return found.filter(({ eventId }) => !known.has(eventId));
}

const accountsOf = (found: readonly ArrivedTransfer[]) => [
  ...new Set([ledgerAccounts.stellar, ledgerAccounts.manual, ...found.map(({ account }) => account)]),
];
const atLeastZero = (stroops: bigint) => (stroops > 0n ? stroops : 0n);
const smaller = (one: bigint, other: bigint) => (one < other ? one : other);
