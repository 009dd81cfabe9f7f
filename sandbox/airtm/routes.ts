import { Hono } from "hono";
import type { Airtm, AirtmEnv } from "./airtm.ts";
import { requireBasicAuth } from "./basic-auth.ts";
import { requestBudget } from "./budget.ts";
import { enterpriseRoutes } from "./enterprise.ts";
import { AirtmError } from "./errors.ts";
import { payinRoutes } from "./payins/routes.ts";
import { paymentPageRoutes } from "./payment-page/routes.ts";
import { payoutRoutes } from "./payouts/routes.ts";
import { userRoutes } from "./users/routes.ts";

/** Airtm as the world sees it: the enterprise API under /v2, and the page where its users pay. */
export function airtmRoutes(airtm: Airtm): Hono<AirtmEnv> {
  const app = new Hono<AirtmEnv>();
  app.use(async (_c, next) => {
    airtm.letTimePass();
    await next();
  });
  app.route("/payin", paymentPageRoutes(airtm));
  app.route("/v2", api(airtm));
  app.all("*", () => {
    throw new AirtmError("415404");
  });
  app.onError((error, c) => {
    const known = error instanceof AirtmError ? error : unknownError(error);
    return c.json(known.toJson(), known.status);
  });
  return app;
}

function api(airtm: Airtm): Hono<AirtmEnv> {
  const app = new Hono<AirtmEnv>();
  app.use(requireBasicAuth(airtm));
  app.use(requestBudget(airtm));
  app.route("/me", enterpriseRoutes(airtm));
  app.route("/payins", payinRoutes(airtm));
  app.route("/payouts", payoutRoutes(airtm));
  app.route("/users", userRoutes(airtm));
  return app;
}

/** A mistake in this code, not in the request: the caller learns nothing, whoever runs the sandbox everything. */
function unknownError(error: Error): AirtmError {
  console.error(error);
  return new AirtmError("415998");
}
