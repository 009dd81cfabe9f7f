import type { Database } from "../../prisma/client.ts";

export type ChainTransactionRow = Awaited<ReturnType<typeof transactionsOf>>[number];
export type LedgerEntryRow = Awaited<ReturnType<typeof ledgerEntriesOf>>[number];

interface Row {
  readonly hash: string;
  readonly stepKey: string;
  readonly generation: number;
  readonly intent: string;
  readonly sourceAccount: string;
  readonly sendThrough: string;
  readonly maxTime: string;
  readonly outcome: "SUCCEEDED" | "FAILED" | "EXPIRED" | null;
  readonly resultCode: string | null;
  readonly receipt: { readonly ledger?: number } | null;
  readonly proof: Readonly<Record<string, unknown>> | null;
  readonly preparedAt: Date;
  readonly settledAt: Date | null;
}

/** Every signed attempt of these workflows' steps, oldest first; never the signed bytes. */
export async function transactionsOf(db: Database, workflowIds: readonly string[]): Promise<readonly Row[]> {
  const { rows } = await db.sql.query<Row>(
    // "$" follows "#": the bounds of all steps of a workflow, in an order that an index keeps in every locale
    `SELECT t.hash, t.step_key AS "stepKey", t.generation, t.intent, t.source_account AS "sourceAccount",
       t.send_through AS "sendThrough", t.max_time::text AS "maxTime", t.outcome, t.result_code AS "resultCode",
       t.receipt, t.proof, t.prepared_at AS "preparedAt", t.settled_at AS "settledAt"
     FROM unnest($1::text[]) AS w(id)
     JOIN chain_transaction t ON t.step_key ~>=~ (w.id || '#') AND t.step_key ~<~ (w.id || '$')
     ORDER BY t.prepared_at, t.generation`,
    [workflowIds],
  );
  return rows;
}

/** The ledger entries of the steps that moved this thing, oldest first. */
export async function ledgerEntriesOf(db: Database, noun: "orders" | "withdrawal" | "topup", id: string) {
  const moves = await db.prisma.statusHistory.findMany({
    where: { noun, nounId: id },
    select: { stepKey: true },
    distinct: ["stepKey"],
  });
  return db.prisma.ledgerEntry.findMany({
    where: { idempotencyKey: { in: moves.map(({ stepKey }) => stepKey) } },
    include: { postings: { include: { account: { select: { name: true } } }, orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
  });
}
