import type { Hono, MiddlewareHandler } from "hono";
import type { AppEnv } from "../endpoint.ts";
import type { GatewayMetrics } from "./gateway-metrics.ts";

/** Takes the time of every request to an endpoint; what is none is counted under one name, so that nobody can make names. */
export const takeTime = (metrics: GatewayMetrics): MiddlewareHandler<AppEnv> =>
  async function takeTimeMiddleware(c, next) {
    const startedAt = performance.now();
    await next();
    const seconds = (performance.now() - startedAt) / 1000;
    metrics.observeRequest(c.get("operationId") ?? "none", c.res.status, seconds);
  };

/** `GET /metrics`, at the origin only: what a proxy publishes under /api/v1 does not hold it. */
export function serveMetrics(app: Hono<AppEnv>, metrics: GatewayMetrics): void {
  app.get("/metrics", async (c) => c.body(await metrics.text(), 200, { "content-type": metrics.registry.contentType }));
}
