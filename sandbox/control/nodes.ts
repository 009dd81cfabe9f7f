import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "../read-body.ts";
import type { World } from "../world.ts";

const Nodes = z.strictObject({
  rpcRetentionLedgers: z.int().positive().optional(),
  horizonRetentionLedgers: z.int().positive().nullable().optional(),
  eventScanLedgers: z.int().positive().optional(),
  /** A hundred is a quiet network; more is asked of every bid, and fee statistics say so. */
  inclusionFeeStroops: z.int().min(100).optional(),
});

/** What the nodes keep, how far they look, and what a place in a ledger costs now. */
export function nodeRoutes(world: World): Hono {
  const { settings, ledger } = world;
  const now = () => ({
    rpcRetentionLedgers: settings.retentionLedgers,
    horizonRetentionLedgers: settings.horizonRetentionLedgers ?? null,
    eventScanLedgers: settings.eventScanLedgers,
    inclusionFeeStroops: Number(ledger.inclusionFeeStroops),
  });
  return new Hono()
    .get("/nodes", (c) => c.json(now()))
    .post("/nodes", async (c) => {
      const wanted = await readBody(c, Nodes);
      settings.retentionLedgers = wanted.rpcRetentionLedgers ?? settings.retentionLedgers;
      settings.eventScanLedgers = wanted.eventScanLedgers ?? settings.eventScanLedgers;
      ledger.inclusionFeeStroops = BigInt(wanted.inclusionFeeStroops ?? ledger.inclusionFeeStroops);
      if (wanted.horizonRetentionLedgers !== undefined) {
        settings.horizonRetentionLedgers = wanted.horizonRetentionLedgers ?? undefined;
      }
      return c.json(now());
    });
}
