import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "../read-body.ts";
import type { World } from "../world.ts";

const Advance = z.strictObject({ advanceSeconds: z.int().nonnegative() });

export const clockRoutes = (world: World): Hono => {
  const now = () => ({ nowSeconds: world.clock.nowSeconds(), latestLedger: world.ledger.latest() });
  return new Hono()
    .get("/", (c) => c.json(now()))
    .post("/", async (c) => {
      const { advanceSeconds } = await readBody(c, Advance);
      world.advanceClock(advanceSeconds);
      if (world.closing.ledgerMs === 0) world.ledger.close();
      return c.json(now());
    });
};
