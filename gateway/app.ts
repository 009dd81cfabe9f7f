import { Hono } from "hono";
import { AppError } from "../domain/errors.ts";
import type { GatewayDeps } from "./deps.ts";
import { docsRoutes } from "./docs-routes.ts";
import type { AppEnv, Endpoint } from "./endpoint.ts";
import { createGatewayMetrics } from "./metrics/gateway-metrics.ts";
import { serveMetrics, takeTime } from "./metrics/serve-metrics.ts";
import { authenticate } from "./middleware/authenticate.ts";
import { limitByAddress, limitByKey, tellLimit } from "./middleware/limit.ts";
import {
  createMaintenanceGate,
  isRefusedDuringMaintenance,
  type MaintenanceGate,
  refuseDuringMaintenance,
} from "./middleware/maintenance.ts";
import { onError } from "./middleware/on-error.ts";
import { requestId } from "./middleware/request-id.ts";
import { requireScope } from "./middleware/require-scope.ts";
import { ENDPOINTS } from "./routes/index.ts";
import { serveEndpoint } from "./serve-endpoint.ts";
import { topUpPages } from "./topup-pages.ts";

/** Every route is served below both: existing clients are often given a bare origin. */
const PREFIXES = ["/api/v1", ""];

/** The whole gateway, without a port: tests call `app.request`. */
export function createApp(deps: GatewayDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(requestId());
  app.use(tellLimit(deps));
  const metrics = createGatewayMetrics(deps);
  app.use(takeTime(metrics));
  const maintenance = createMaintenanceGate(deps.db);
  for (const endpoint of ENDPOINTS) serve(app, endpoint, deps, maintenance);
  serveMetrics(app, metrics);
  app.use(limitByAddress(deps)); // all that is no endpoint: pages, and what is not there
  for (const prefix of PREFIXES) app.route(prefix || "/", docsRoutes(prefix));
  if (deps.config.airtm) app.route("/", topUpPages());
  const answerError = onError(deps);
  app.notFound((c) => answerError(new AppError("NOT_FOUND"), c));
  app.onError(answerError);
  return app;
}

function serve(app: Hono<AppEnv>, endpoint: Endpoint, deps: GatewayDeps, maintenance: MaintenanceGate): void {
  const { method, path, equalPaths = [], operationId, access, tag } = endpoint.declaration;
  const paths = [path, ...equalPaths].flatMap((one) => PREFIXES.map((prefix) => prefix + toHonoPath(one)));
  app.on(method, paths, async (c, next) => {
    c.set("operationId", operationId);
    await next();
  });
  if (deps.tracing && tag !== "Service") app.on(method, paths, deps.tracing.aroundRequests(endpoint)); // no probes
  if (access === "public") app.on(method, paths, limitByAddress(deps));
  else app.on(method, paths, authenticate(deps), limitByKey(deps)); // before the scope: a key that lacks it counts too
  if (access !== "public" && access !== "any") app.on(method, paths, requireScope(access));
  if (isRefusedDuringMaintenance(endpoint.declaration)) app.on(method, paths, refuseDuringMaintenance(maintenance));
  app.on(method, paths, serveEndpoint(endpoint, deps));
}

/** `/orders/{id}` of the contract is `/orders/:id` here. */
const toHonoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");
