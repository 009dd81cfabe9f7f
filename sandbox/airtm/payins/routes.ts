import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Airtm, AirtmEnv } from "../airtm.ts";
import { found } from "../found.ts";
import { pageOf } from "../pagination.ts";
import { parseInput, readBody } from "../parse-input.ts";
import { cancelPayin } from "./cancel-payin.ts";
import { createPayin } from "./create-payin.ts";
import { PAYIN_STATUSES, type Payin, presentPayin } from "./payin.ts";
import { CreatePayin } from "./schemas.ts";

const Filter = z.object({ status: z.enum(PAYIN_STATUSES).optional() });

export function payinRoutes(airtm: Airtm): Hono<AirtmEnv> {
  const app = new Hono<AirtmEnv>();
  const { payins } = airtm.state;
  const shown = (c: Context<AirtmEnv>, payin: Payin | null) =>
    c.json(presentPayin(found(payins, payin, c.get("fault"))));

  app.post("/", async (c) => c.json(presentPayin(createPayin(airtm, await readBody(c, CreatePayin)))));
  app.get("/", (c) => {
    const { status } = parseInput(Filter, c.req.query());
    const isWanted = (payin: Payin) => status === undefined || payin.status === status;
    const page = pageOf(payins.all(), isWanted, c.req.query());
    return c.json({ ...page, items: page.items.map(presentPayin) });
  });
  app.get("/by-code/:code", (c) => shown(c, payins.findByCode(c.req.param("code"))));
  app.get("/:id", (c) => shown(c, payins.find(c.req.param("id"))));
  app.delete("/:id", (c) => c.json(presentPayin(cancelPayin(airtm, found(payins, payins.find(c.req.param("id")))))));
  return app;
}
