import type { MiddlewareHandler } from "hono";
import { AppError } from "../../domain/errors.ts";
import { mayCall, type Scope } from "../caller.ts";
import type { AppEnv } from "../endpoint.ts";

export const requireScope = (scope: Scope): MiddlewareHandler<AppEnv> =>
  async function requireScopeMiddleware(c, next) {
    const caller = c.get("caller");
    if (!mayCall(caller, scope)) {
      throw new AppError("INSUFFICIENT_SCOPE", { requiredScope: scope, currentScopes: caller.scopes });
    }
    await next();
  };
