import type { UserId } from "../domain/ids.ts";

/** `events.read` opens the events alone; so does `read`. */
export type Scope = "read" | "write" | "support" | "events.read";

/** Who calls, after authentication. */
export interface Caller {
  /** Id of the API key (for a token: of the key behind it), or "master". */
  readonly keyId: string;
  readonly name: string;
  /** Of a token that another key made: that key, in whose hands it is. */
  readonly issuedBy: string | null;
  readonly scopes: readonly string[];
  /** Set on a key that sees and moves the objects of this user only. */
  readonly boundUserId: UserId | null;
  readonly isMaster: boolean;
  /** When the credential ends by itself: a token's end, a key's `expiresAt`. What it hands out ends no later. */
  readonly expiresAt: Date | null;
  /** A secret only this credential can make, to seal an answer that nobody else may read again. */
  readonly sealingKey: (purpose: string) => Buffer;
}

/** The key that the person who calls holds. */
export const heldKeyOf = ({ issuedBy, keyId }: Pick<Caller, "issuedBy" | "keyId">): string => issuedBy ?? keyId;

export const holdsScope = (caller: Caller, scope: string): boolean =>
  caller.scopes.includes("*") || caller.scopes.includes(scope);

/** Whether the scope, or another that includes it, opens the call. */
export const mayCall = (caller: Caller, scope: Scope): boolean =>
  holdsScope(caller, scope) || (scope === "events.read" && holdsScope(caller, "read"));

/** False for the objects of others when the key is bound to a user: they are like missing ones. */
export const maySee = (caller: Caller, ...owners: readonly string[]): boolean =>
  caller.boundUserId === null || owners.includes(caller.boundUserId);

/**
 * For whom a credential speaks: its user, or the installation. What a request began is found again under this name, so that a
 * key may be rotated between two tries.
 */
export const principalOf = (caller: Pick<Caller, "boundUserId">): string => caller.boundUserId ?? "installation";
