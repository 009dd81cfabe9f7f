import { Hono } from "hono";
import { z } from "zod";
import type { Airtm } from "../../airtm/airtm.ts";
import { cancelPayin } from "../../airtm/payins/cancel-payin.ts";
import { ForcePayin, forcePayin } from "../../airtm/payins/force-payin.ts";
import { payPayin } from "../../airtm/payins/pay-payin.ts";
import { presentPayin } from "../../airtm/payins/payin.ts";
import { readBody } from "../../read-body.ts";
import { foundObject } from "./found-object.ts";

const Pay = z.strictObject({ email: z.string() });

export function payinControl(airtm: Airtm): Hono {
  const app = new Hono();
  const { payins } = airtm.state;
  app.get("/", (c) => c.json({ payins: payins.all().map(presentPayin) }));
  app.get("/:id", (c) => c.json(presentPayin(foundObject(payins, c.req.param("id")))));
  app.post("/:id", async (c) => {
    const force = await readBody(c, ForcePayin);
    return c.json(presentPayin(forcePayin(airtm, foundObject(payins, c.req.param("id")), force)));
  });
  app.post("/:id/pay", async (c) => {
    const { email } = await readBody(c, Pay);
    return c.json(presentPayin(payPayin(airtm, foundObject(payins, c.req.param("id")), email)));
  });
  app.post("/:id/cancel", (c) => c.json(presentPayin(cancelPayin(airtm, foundObject(payins, c.req.param("id"))))));
  return app;
}
