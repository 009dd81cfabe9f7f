import { Hono } from "hono";
import { z } from "zod";
import { AirtmError } from "../../airtm/errors.ts";
import { toDecimal, UsdText } from "../../airtm/money.ts";
import { AirtmSettings } from "../../airtm/settings.ts";
import { readBody } from "../../read-body.ts";
import { withoutUndefined } from "../../without-undefined.ts";
import type { World } from "../../world.ts";
import { effectsByCode } from "./effects.ts";
import { payinControl } from "./payins.ts";
import { payoutControl } from "./payouts.ts";
import { userControl } from "./users.ts";
import { webhookControl } from "./webhooks.ts";

const SetBalance = z.strictObject({ available: UsdText });
const ChangeSettings = AirtmSettings.omit({ openingBalance: true }).partial();

/** How tests steer Airtm. */
export function airtmControl(world: World): Hono {
  const app = new Hono();
  const { airtm } = world;
  const balance = () => {
    const { availableCents, pendingCents } = airtm.state.balance();
    return { available: toDecimal(availableCents), pending: toDecimal(pendingCents) };
  };
  app.use(async (_c, next) => {
    airtm.letTimePass();
    await next();
  });
  app.get("/balance", (c) => c.json(balance()));
  app.post("/balance", async (c) => {
    const { available } = await readBody(c, SetBalance);
    airtm.setAvailable(available);
    return c.json(balance());
  });
  app.get("/settings", (c) => c.json(airtm.state.settings));
  app.post("/settings", async (c) => {
    airtm.changeSettings(withoutUndefined(await readBody(c, ChangeSettings)));
    return c.json(airtm.state.settings);
  });
  app.get("/effects", (c) => c.json({ effects: effectsByCode(airtm.state, c.req.query("code")) }));
  app.route("/payins", payinControl(airtm));
  app.route("/payouts", payoutControl(airtm));
  app.route("/users", userControl(airtm));
  app.route("/webhooks", webhookControl(airtm));
  app.onError((error, c) => {
    if (error instanceof AirtmError) return c.json({ error: error.message, code: error.code }, 409);
    throw error;
  });
  return app;
}
