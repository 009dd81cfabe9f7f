import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../endpoint.ts";

/** Every request has an id: the caller's own when it is printable ASCII, else a new one. Every reply shows it. */
export const requestId = (): MiddlewareHandler<AppEnv> =>
  async function requestIdMiddleware(c, next) {
    const sent = c.req.header("x-request-id");
    const id = sent && /^[\x20-\x7e]{1,128}$/.test(sent) ? sent : randomUUID();
    c.set("requestId", id);
    c.set("startedAt", Date.now());
    c.header("X-Request-ID", id);
    await next();
  };
