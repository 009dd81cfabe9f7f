import { endpoint } from "../../endpoint.ts";
import { list } from "../../envelope.ts";
import { listApiKeys as readApiKeys } from "../../reads/api-keys.ts";
import { marketplaceIdOf } from "../../writes/ensure-installation.ts";
import { presentApiKey } from "./present.ts";
import { ApiKeyList, ListApiKeysQuery } from "./schemas.ts";

export const listApiKeys = endpoint(
  {
    method: "get",
    path: "/auth/api-keys",
    operationId: "listApiKeys",
    tag: "Auth",
    summary: "API keys that were not revoked, newest first.",
    access: "support",
    query: ListApiKeysQuery,
    shape: "plain",
    status: 200,
    data: ApiKeyList,
    errors: [],
  },
  async ({ query, caller, deps }) => {
    const { userId = null, ...request } = query;
    if (caller.boundUserId && userId && userId !== caller.boundUserId)
      return list([], { hasMore: false, nextCursor: null });
    const { items, page } = await readApiKeys(deps.db, { userId: caller.boundUserId ?? userId }, request);
    const marketplaceId = await marketplaceIdOf(deps.db);
    return list(
      items.map((row) => presentApiKey(row, marketplaceId)),
      page,
    );
  },
);
