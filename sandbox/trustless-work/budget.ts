import type { MiddlewareHandler } from "hono";
import { plain } from "./api-error.ts";
import { settingsOf } from "./settings.ts";
import type { TrustlessWorkWorld } from "./world.ts";

const WINDOW_MS = 60_000;

/** So many requests in any sixty seconds; one key, so one window. It does not say when to come back. */
export const requestBudget = (world: TrustlessWorkWorld): MiddlewareHandler =>
  async function requestBudget(_c, next) {
    const database = world.trustlessWork;
    const limit = settingsOf(world).requestsPerMinute;
    const nowMs = world.clock.nowMs();
    database.requestsAtMs = database.requestsAtMs.filter((at) => at > nowMs - WINDOW_MS);
    if (limit > 0 && database.requestsAtMs.length >= limit) throw plain(429, "Too Many Requests");
    database.requestsAtMs = [...database.requestsAtMs, nowMs];
    await next();
  };
