import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { path } from "../path.ts";
import { dataOf, listOf } from "../read-reply.ts";
import type {
  ApiKey,
  ApiKeysQuery,
  CreateApiKeyBody,
  CreateTokenBody,
  Credential,
  List,
  NewApiKey,
  RevokedApiKey,
  Token,
} from "../types.ts";

/** API keys and short-lived tokens. Nobody hands out more than they hold. */
export const keys = (http: Http) => ({
  /** The credential of this client. */
  current: (): Promise<Credential> => dataOf(http.get("/auth/me")),
  /** A new key; `key` is shown this once. */
  create: (body: CreateApiKeyBody, options?: RequestOptions): Promise<NewApiKey> =>
    dataOf(http.post("/auth/api-keys", body, options)),
  /** Those that were not revoked, newest first. */
  list: (query: ApiKeysQuery = {}): Promise<List<ApiKey>> => listOf(http.get("/auth/api-keys", { ...query })),
  /** Ends a key and its tokens, at once and for ever. @throws NotFoundError `NOT_FOUND` */
  revoke: (keyId: string): Promise<RevokedApiKey> => dataOf(http.delete(path`/auth/api-keys/${keyId}`)),
  /** A token in the place of a key, e.g. for a browser; `ttl` in seconds (3,600). It dies with the key. */
  createToken: (keyId: string, body: { readonly ttl?: number } = {}, options?: RequestOptions): Promise<Token> =>
    dataOf(http.post(path`/auth/api-keys/${keyId}/token`, body, options)),
  /** A token of the master key, for the master key only. */
  createMasterToken: (body: CreateTokenBody, options?: RequestOptions): Promise<Token> =>
    dataOf(http.post("/auth/token", body, options)),
});
