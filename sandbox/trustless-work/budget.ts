import type { MiddlewareHandler } from "hono";
import { plain } from "./api-error.ts";

const WINDOW_MS = 60_000;

/** So many requests in any sixty seconds; one key, so one window. It does not say when to come back. */
export function requestBudget(perMinute: () => number, nowMs: () => number): MiddlewareHandler {
  let spentAtMs: readonly number[] = [];
  return async function requestBudget(_c, next) {
    const now = nowMs();
    spentAtMs = spentAtMs.filter((at) => at > now - WINDOW_MS);
    if (perMinute() > 0 && spentAtMs.length >= perMinute()) throw plain(429, "Too Many Requests");
    spentAtMs = [...spentAtMs, now];
    await next();
  };
}
