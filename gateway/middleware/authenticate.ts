import { hkdfSync } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { AppError } from "../../domain/errors.ts";
import { isId } from "../../domain/ids.ts";
import type { Caller } from "../caller.ts";
import { apiKeyIdIn, fingerprintOfMaster, isHashOf, readToken, sameSecret } from "../credentials.ts";
import type { GatewayDeps } from "../deps.ts";
import type { AppEnv } from "../endpoint.ts";
import { type ApiKeyRow, findApiKey } from "../reads/api-keys.ts";
import { noteKeyUse } from "../writes/note-key-use.ts";
import { countAddress } from "./limit.ts";

const MASTER = { keyId: "master", name: "master", boundUserId: null, issuedBy: null };
const MASTER_SCOPES = ["read", "write", "support"];

/** Who calls. Nothing of the request but its headers is looked at before this is known. */
export const authenticate = (deps: GatewayDeps): MiddlewareHandler<AppEnv> =>
  async function authenticateMiddleware(c, next) {
    try {
      c.set("caller", await identify(deps, (name) => c.req.header(name)));
    } catch (error) {
      if (error instanceof AppError) await countAddress(deps, c); // who guesses is slowed down
      throw error;
    }
    await next();
  };

/** @throws AppError UNAUTHORIZED, INVALID_API_KEY */
export const identify = async (deps: GatewayDeps, header: (name: string) => string | undefined): Promise<Caller> =>
  callerOf(deps, credentialOf(header("authorization"), header("x-api-key")));

function credentialOf(authorization: string | undefined, apiKey: string | undefined): string {
  const bearer = authorization === undefined ? undefined : /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  if (authorization !== undefined && bearer === undefined) throw new AppError("UNAUTHORIZED");
  if (bearer !== undefined && apiKey !== undefined && bearer !== apiKey) throw new AppError("UNAUTHORIZED");
  const credential = bearer ?? apiKey;
  if (!credential) throw new AppError("UNAUTHORIZED");
  return credential;
}

async function callerOf(deps: GatewayDeps, credential: string): Promise<Caller> {
  const { config, db, now } = deps;
  const sealingKey = (purpose: string) => Buffer.from(hkdfSync("sha256", credential, "", purpose, 32));
  if (sameSecret(credential, config.masterKey)) {
    return { ...MASTER, scopes: MASTER_SCOPES, isMaster: true, expiresAt: null, sealingKey };
  }
  const keyId = apiKeyIdIn(credential);
  if (keyId) {
    const row = await findApiKey(db, keyId);
    if (!row || !isHashOf(row, credential)) throw new AppError("UNAUTHORIZED");
    return { ...fromKey(deps, row), issuedBy: null, scopes: row.scopes, sealingKey };
  }
  const claims = readToken(credential, config.tokenSecret, now());
  if (!claims) throw new AppError("UNAUTHORIZED");
  const expiresAt = new Date(claims.exp * 1000);
  if (claims.sub === "master") {
    if (claims.of !== fingerprintOfMaster(config.masterKey)) throw new AppError("INVALID_API_KEY");
    return { ...MASTER, scopes: claims.scopes, isMaster: false, expiresAt, sealingKey };
  }
  const row = await findApiKey(db, claims.sub);
  if (!row) throw new AppError("UNAUTHORIZED");
  const scopes = claims.scopes.filter((scope) => row.scopes.includes(scope)); // never more than its key's
  return { ...fromKey(deps, row), issuedBy: claims.by ?? null, scopes, expiresAt, sealingKey };
}

/** A key that was revoked or has expired takes its tokens with it. */
function fromKey({ db, log, now }: GatewayDeps, row: ApiKeyRow): Omit<Caller, "scopes" | "sealingKey" | "issuedBy"> {
  if (row.revokedAt || (row.expiresAt && row.expiresAt <= now())) throw new AppError("INVALID_API_KEY");
  noteKeyUse(db, row, now()).catch((error) =>
    log.warn({ err: error, keyId: row.id }, "the use of a key was not noted"),
  );
  const boundUserId = row.userId && isId("user", row.userId) ? row.userId : null;
  return { keyId: row.id, name: row.name, boundUserId, isMaster: false, expiresAt: row.expiresAt };
}
