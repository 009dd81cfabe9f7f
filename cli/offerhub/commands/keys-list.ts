import { Command } from "commander";
import type { ApiKey } from "../../../sdk/index.ts";
import type { CliDeps } from "../deps.ts";
import { limitOption } from "../options.ts";
import { tableOf } from "../table.ts";
import { pageSizeFor, takeItems } from "../take-items.ts";

export const keysList = ({ api, show, note }: CliDeps) =>
  new Command("list")
    .description("keys that were not revoked, newest first")
    .option("-u, --user-id <id>", "only those that stand for this user")
    .addOption(limitOption())
    .action(async ({ userId, limit }: { userId?: string; limit: number }) => {
      const sdk = api();
      const query = { limit: pageSizeFor(limit), ...(userId && { userId }) };
      const keys = await takeItems(sdk.iterate(sdk.keys.list, query), limit);
      show(keys, () => tableOf<ApiKey>(keys.data, COLUMNS));
      if (keys.hasMore) note("There are more: give a larger --limit.");
    });

const COLUMNS = [
  ["id", (key: ApiKey) => key.id],
  ["name", (key: ApiKey) => key.name],
  ["key", (key: ApiKey) => key.maskedKey],
  ["scopes", (key: ApiKey) => key.scopes.join(",")],
  ["user", (key: ApiKey) => key.userId],
  ["expires", (key: ApiKey) => key.expiresAt],
  ["last used", (key: ApiKey) => key.lastUsedAt],
] as const;
