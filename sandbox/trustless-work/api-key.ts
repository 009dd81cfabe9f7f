import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { typed } from "./api-error.ts";

/** Reads need the key too. The old Bearer form is not accepted any more. */
export const requireApiKey = (expected: () => string): MiddlewareHandler =>
  async function requireApiKey(c, next) {
    const given = Buffer.from(c.req.header("x-api-key") ?? "");
    const wanted = Buffer.from(expected());
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
      throw typed(401, "UNAUTHORIZED", "Unauthorized: invalid or missing API key");
    }
    await next();
  };
