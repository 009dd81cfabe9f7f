import type { OrderId } from "../../domain/ids.ts";
import type { Database } from "../../prisma/client.ts";
import { StepFailure } from "../failures.ts";
import type { TrustlessWorkClient } from "./client.ts";

export interface ResyncDeps {
  readonly db: Pick<Database, "sql">;
  readonly trustless: Pick<TrustlessWorkClient, "updateFromTxHash">;
}

/**
 * Runs a build; when their copy of the order's contract is behind, tells them of our transactions, and fails to be
 * retried.
 */
export async function resyncedWhenStale<T>(deps: ResyncDeps, orderId: OrderId, build: () => Promise<T>): Promise<T> {
  try {
    return await build();
  } catch (error) {
    if (error instanceof StepFailure && error.problem === "PROVIDER_INDEX_STALE") await resync(deps, orderId);
    throw error;
  }
}

/**
 * All they could have missed, oldest first. What fails here fails the retry in its own words, so it is not told twice.
 */
async function resync({ db, trustless }: ResyncDeps, orderId: OrderId): Promise<void> {
  const { rows } = await db.sql.query<{ hash: string }>(
    `SELECT hash FROM chain_transaction WHERE starts_with(step_key, $1) AND outcome = 'SUCCEEDED' ORDER BY settled_at`,
    [`order/${orderId}#`],
  );
  for (const { hash } of rows) {
    try {
      await trustless.updateFromTxHash(hash);
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error;
    }
  }
}
