import type { MiddlewareHandler } from "hono";
import type { Airtm } from "./airtm.ts";
import { AirtmError } from "./errors.ts";

const WINDOW_MS = 1000;

/** So many requests of one API key in any second; those that are refused do not count. */
export const requestBudget = (airtm: Airtm): MiddlewareHandler =>
  async function requestBudget(_c, next) {
    const { apiKey, requestsPerSecond } = airtm.state.settings;
    if (requestsPerSecond > 0) {
      const nowMs = airtm.clock.nowMs();
      const recent = (airtm.requestsAtMs.get(apiKey) ?? []).filter((atMs) => atMs > nowMs - WINDOW_MS);
      if (recent.length >= requestsPerSecond) throw new AirtmError("415429");
      airtm.requestsAtMs.set(apiKey, [...recent, nowMs]);
    }
    await next();
  };
