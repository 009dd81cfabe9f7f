import { AppError } from "../domain/errors.ts";
import { type Caller, holdsScope } from "./caller.ts";
import { invalid } from "./middleware/validate.ts";

/** The scopes that open something, and what a caller must hold to hand one out. All other strings grant nothing. */
const NEEDED_TO_GRANT: Readonly<Record<string, readonly string[]>> = {
  read: ["read"],
  write: ["write"],
  support: ["support"],
  "events.read": ["events.read", "read"],
  "*": ["*"],
};

/** Nobody hands out more than they hold; the master key hands out anything. @throws AppError INSUFFICIENT_SCOPE */
export function refuseStrongerScopes(caller: Caller, scopes: readonly string[]): void {
  if (caller.isMaster) return;
  for (const scope of scopes) {
    const needed = Object.hasOwn(NEEDED_TO_GRANT, scope) ? NEEDED_TO_GRANT[scope] : undefined;
    if (needed && !needed.some((held) => holdsScope(caller, held))) {
      throw new AppError("INSUFFICIENT_SCOPE", { requiredScope: scope, currentScopes: caller.scopes });
    }
  }
}

/**
 * A token for a key of one's own has what the caller has; one for another key needs support, and everything that key holds.
 * @throws AppError INSUFFICIENT_SCOPE
 */
export function tokenScopesFor(caller: Caller, key: { readonly id: string; readonly scopes: readonly string[] }) {
  if (key.id === caller.keyId) return caller.scopes;
  if (!holdsScope(caller, "support")) {
    throw new AppError("INSUFFICIENT_SCOPE", { requiredScope: "support", currentScopes: caller.scopes });
  }
  refuseStrongerScopes(caller, key.scopes);
  return key.scopes;
}

/**
 * What ends by itself makes nothing that outlives it; an end that is longer, or missing, is refused rather than cut.
 * @throws AppError VALIDATION_ERROR
 */
export function refuseLongerLife({ expiresAt }: Caller, asked: Date | null): void {
  if (expiresAt === null || (asked !== null && asked <= expiresAt)) return;
  const message = `must be given, and no later than ${expiresAt.toISOString()}, when the credential that asks ends`;
  throw invalid([{ field: "expiresAt", message }]);
}

/** What concerns the whole installation is not for a key of one user. @throws AppError INSUFFICIENT_SCOPE */
export function refuseBoundKey(caller: Caller): void {
  if (caller.boundUserId !== null) {
    throw new AppError("INSUFFICIENT_SCOPE", { requiredScope: "support", currentScopes: caller.scopes });
  }
}

/**
 * Where two people must agree, a token that another key made speaks for nobody: whoever made it could agree with themselves.
 * @throws AppError SECOND_KEY_REQUIRED
 */
export function refuseBorrowedKey({ issuedBy, keyId }: Caller): void {
  if (issuedBy !== null) throw new AppError("SECOND_KEY_REQUIRED", { keyId, issuedBy });
}

/** A key of one user makes keys of that user only. @throws AppError INSUFFICIENT_SCOPE */
export function boundUserIdFor(caller: Caller, asked: string | null): string | null {
  if (caller.boundUserId === null) return asked;
  if (asked !== null && asked !== caller.boundUserId) {
    throw new AppError("INSUFFICIENT_SCOPE", { requiredScope: "support", currentScopes: caller.scopes });
  }
  return caller.boundUserId;
}
