import { openDatabase } from "../../prisma/client.ts";
import { balancedEntries, trueBalances } from "../../tests/support/invariants/ledger.ts";
import { testDatabase } from "../../tests/support/postgres.ts";
import type { Effort, Sides } from "../measure/benchmark.ts";
import { createAccounts } from "./accounts.ts";
import { loadClient } from "./load-client.ts";
import { brokenTpcB, createTpcB } from "./tpc-b.ts";
import type { Transfers } from "./transfers.ts";

const CLIENTS = 8;

/** As many branches as clients: fewer, and TPC-B would mostly wait for its own branches. */
export const LEDGER_METHOD =
  "One statement (post_entry) per commit, with every law of the ledger on, against TPC-B at scale 8, both in one database " +
  "on one durable Postgres (fsync on), 8 clients each.";

export async function ledgerOverTpcB(transfers: Transfers, { seconds }: Effort): Promise<Sides> {
  const database = await testDatabase();
  const db = openDatabase(database.url);
  await createTpcB(db.sql, CLIENTS);
  await createAccounts(db.sql);
  await db.sql.query("CHECKPOINT");
  const client = await loadClient({ url: database.url, clients: CLIENTS, seconds, branches: CLIENTS });
  return {
    notes: [client.description],
    ours: () => client.transfers(transfers),
    theirs: () => client.tpcB(),
    broken: async () => [
      ...(await balancedEntries({ db })),
      ...(await trueBalances({ db })),
      ...(await brokenTpcB(db.sql)),
    ],
    async close() {
      await db.close();
      await database.drop();
    },
  };
}
