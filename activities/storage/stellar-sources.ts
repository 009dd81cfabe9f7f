import { PROTOCOLS_TESTED } from "../../domain/chain/protocols.ts";
import type { SourceSeen } from "../../domain/chain/source-state.ts";
import type { Database } from "../../prisma/client.ts";
import { inTransaction } from "./in-transaction.ts";
import { recordStep } from "./record-step.ts";

/** Keeps the newest look at every source, and forgets sources that are not asked any more. */
export async function keepSources(db: Database, sources: readonly SourceSeen[]): Promise<void> {
  await inTransaction(db, async (sql) => {
    await sql.query("DELETE FROM stellar_source WHERE seen_at < clock_timestamp() - interval '10 minutes'");
    for (const { source, kind, state, reason, look } of [...sources].sort((a, b) => (a.source < b.source ? -1 : 1))) {
      await sql.query(
        `INSERT INTO stellar_source (source, kind, state, protocol, ledger, ledger_closed_at, reason)
         VALUES ($1, $2, $3, $4, $5, to_timestamp($6), $7)
         ON CONFLICT (source) DO UPDATE SET kind = EXCLUDED.kind, state = EXCLUDED.state, ledger = EXCLUDED.ledger,
           protocol = EXCLUDED.protocol, ledger_closed_at = EXCLUDED.ledger_closed_at, reason = EXCLUDED.reason,
           seen_at = clock_timestamp()`,
        [source, kind, state, look?.protocol ?? null, look?.ledger ?? null, look?.closeTimeSeconds ?? null, reason],
      );
    }
  });
}

/** Tells once per protocol, whoever sees it first, that a network runs one that this release was not tested with. */
export async function tellNewerProtocol(db: Database, network: string, protocol: number): Promise<boolean> {
  const { first: testedFirst, last: testedLast } = PROTOCOLS_TESTED;
  const event = {
    type: "network.newer",
    aggregateType: "Network",
    aggregateId: network,
    userId: null,
    payload: { network, protocol, testedFirst, testedLast },
  };
  const caller = { keyId: "worker", correlationId: `network/${network}` };
  return recordStep(db.sql, { key: `network/${network}#protocol-${protocol}`, caller, events: [event] });
}
