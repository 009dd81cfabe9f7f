import { getConnInfo } from "@hono/node-server/conninfo";
import type { MiddlewareHandler } from "hono";
import { AppError } from "../../domain/errors.ts";
import { addressBucket, clientAddress } from "../client-address.ts";
import type { GatewayDeps } from "../deps.ts";
import type { AppContext, AppEnv } from "../endpoint.ts";
import type { RateLimitState } from "../rate-limits.ts";

/** Every reply, also a refusal, tells the window that its request was counted in. */
export const tellLimit = ({ now }: GatewayDeps): MiddlewareHandler<AppEnv> =>
  async function tellLimitMiddleware(c, next) {
    await next();
    const state = c.get("rateLimit");
    if (!state) return;
    const { limit, remaining, resetsInSeconds, windowSeconds } = state;
    const headers = {
      "X-RateLimit-Limit": limit,
      "X-RateLimit-Remaining": remaining,
      "X-RateLimit-Reset": Math.ceil(now().getTime() / 1000) + resetsInSeconds,
      "RateLimit-Limit": limit,
      "RateLimit-Remaining": remaining,
      "RateLimit-Reset": resetsInSeconds,
      "RateLimit-Policy": `${limit};w=${windowSeconds}`,
    };
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, String(value));
  };

export const limitByKey = ({ rateLimits }: GatewayDeps): MiddlewareHandler<AppEnv> =>
  async function limitByKeyMiddleware(c, next) {
    takeFrom(c, await rateLimits.perKey(c.get("caller").keyId));
    await next();
  };

export const limitByAddress = (deps: GatewayDeps): MiddlewareHandler<AppEnv> =>
  async function limitByAddressMiddleware(c, next) {
    await countAddress(deps, c);
    await next();
  };

/** Counts a call that nobody vouches for. @throws AppError RATE_LIMITED */
export async function countAddress({ config, rateLimits }: GatewayDeps, c: AppContext): Promise<void> {
  const client = clientAddress(remoteOf(c), c.req.header("x-forwarded-for"), config.isTrustedProxy);
  takeFrom(c, await rateLimits.perAddress(addressBucket(client)));
}

/** Remembers the window that is nearest to its end. @throws AppError RATE_LIMITED */
export function takeFrom(c: AppContext, state: RateLimitState): void {
  const known = c.get("rateLimit");
  if (!known || state.isExceeded || state.remaining <= known.remaining) c.set("rateLimit", state);
  if (!state.isExceeded) return;
  const { limit, windowSeconds, resetsInSeconds } = state;
  throw new AppError("RATE_LIMITED", { limit, windowSeconds, retryAfter: resetsInSeconds });
}

/** Without a server, as in tests that call the app in process, everybody is the same client. */
function remoteOf(c: AppContext): string {
  const env: unknown = c.env;
  const isServed = typeof env === "object" && env !== null && "incoming" in env;
  return (isServed && getConnInfo(c).remote.address) || "";
}
