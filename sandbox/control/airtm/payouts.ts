import { Hono } from "hono";
import type { Airtm } from "../../airtm/airtm.ts";
import { ForcePayout, forcePayout } from "../../airtm/payouts/force-payout.ts";
import { presentEvents, presentPayout } from "../../airtm/payouts/payout.ts";
import { readBody } from "../../read-body.ts";
import { foundObject } from "./found-object.ts";

export function payoutControl(airtm: Airtm): Hono {
  const app = new Hono();
  const { payouts } = airtm.state;
  app.get("/", (c) => c.json({ payouts: payouts.all().map(presentPayout) }));
  app.get("/:id", (c) => {
    const payout = foundObject(payouts, c.req.param("id"));
    return c.json({ ...presentPayout(payout), events: presentEvents(payout) });
  });
  app.post("/:id", async (c) => {
    const force = await readBody(c, ForcePayout);
    return c.json(presentPayout(forcePayout(airtm, foundObject(payouts, c.req.param("id")), force)));
  });
  return app;
}
