import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Airtm } from "./airtm.ts";
import { AirtmError } from "./errors.ts";

export const requireBasicAuth = (airtm: Airtm): MiddlewareHandler =>
  async function requireBasicAuth(c, next) {
    const { apiKey, apiSecret } = airtm.state.settings;
    const expected = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString("base64")}`;
    if (!timingSafeEqual(digest(c.req.header("authorization") ?? ""), digest(expected))) throw new AirtmError("415904");
    await next();
  };

/** Of one length, whatever was sent. */
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
