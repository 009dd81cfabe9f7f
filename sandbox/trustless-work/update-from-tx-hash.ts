import type { Context } from "hono";
import { plain, typed } from "./api-error.ts";
import { indexTransaction } from "./indexer.ts";
import { readBody } from "./read-body.ts";
import { TransactionHashBody } from "./schemas.ts";
import type { TrustlessWorkEnv, TrustlessWorkWorld } from "./world.ts";

/** Lets the database catch up with a transaction at once, also with one that was submitted elsewhere. */
export const updateFromTxHash = (world: TrustlessWorkWorld) => async (c: Context<TrustlessWorkEnv>) => {
  const { txHash } = await readBody(c, TransactionHashBody);
  const applied = c.get("fault")?.kind === "stale" ? null : world.ledger.transaction(txHash.toLowerCase());
  if (!applied) throw typed(404, "NOT_FOUND", "Transaction not found");
  if (!applied.successful) throw plain(400, "The transaction failed: there is nothing to update");
  if (!indexTransaction(world, applied, world.clock.nowMs())) {
    throw plain(400, "The transaction does not belong to an escrow");
  }
  return c.json({ status: "SUCCESS", message: "Escrow data has been updated successfully from the transaction" });
};
