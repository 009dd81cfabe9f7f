import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Airtm, AirtmEnv } from "../airtm.ts";
import { found } from "../found.ts";
import { pageOf } from "../pagination.ts";
import { parseInput, readBody } from "../parse-input.ts";
import { cancelPayout } from "./cancel-payout.ts";
import { commitPayout } from "./commit-payout.ts";
import { createPayout } from "./create-payout.ts";
import { PAYOUT_STATUSES, type Payout, presentEvents, presentPayout } from "./payout.ts";
import { CreatePayout } from "./schemas.ts";

/** No payout here belongs to a bulk: asked for one's, there are none. */
const Filter = z.object({ status: z.enum(PAYOUT_STATUSES).optional(), bulkPayoutId: z.string().optional() });

export function payoutRoutes(airtm: Airtm): Hono<AirtmEnv> {
  const app = new Hono<AirtmEnv>();
  const { payouts } = airtm.state;
  const byId = (c: Context<AirtmEnv, "/:id">) => found(payouts, payouts.find(c.req.param("id")), c.get("fault"));

  app.post("/", async (c) => c.json(presentPayout(createPayout(airtm, await readBody(c, CreatePayout)))));
  app.get("/", (c) => {
    const { status, bulkPayoutId } = parseInput(Filter, c.req.query());
    const isWanted = (payout: Payout) =>
      bulkPayoutId === undefined && (status === undefined || payout.status === status);
    const page = pageOf(payouts.all(), isWanted, c.req.query());
    return c.json({ ...page, items: page.items.map(presentPayout) });
  });
  app.get("/by-code/:code", (c) =>
    c.json(presentPayout(found(payouts, payouts.findByCode(c.req.param("code")), c.get("fault")))),
  );
  app.get("/:id", (c) => c.json(presentPayout(byId(c))));
  app.get("/:id/events", (c) => c.json(presentEvents(byId(c))));
  app.post("/:id/commit", (c) => {
    commitPayout(airtm, found(payouts, payouts.find(c.req.param("id"))));
    return c.body(null, 204);
  });
  app.delete("/:id", (c) =>
    c.json(presentPayout(cancelPayout(airtm, found(payouts, payouts.find(c.req.param("id")))))),
  );
  return app;
}
