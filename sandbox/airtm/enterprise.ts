import { Hono } from "hono";
import type { Airtm, AirtmEnv } from "./airtm.ts";
import { toJsonNumber } from "./money.ts";

/** The customer of Airtm whose API key it is. */
const ENTERPRISE = {
  id: "sandbox-enterprise",
  name: "Sandbox Enterprise",
  email: "enterprise@example.com",
  status: "active",
};

export const enterpriseRoutes = (airtm: Airtm): Hono<AirtmEnv> =>
  new Hono<AirtmEnv>()
    .get("/", (c) => c.json(ENTERPRISE))
    .get("/balance", (c) => {
      const { availableCents, pendingCents } = airtm.state.balance();
      return c.json({ available: toJsonNumber(availableCents), pending: toJsonNumber(pendingCents) });
    });
