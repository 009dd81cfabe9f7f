import { Command } from "commander";
import type { TopUp, TopUpsQuery } from "../../../sdk/index.ts";
import type { CliDeps } from "../deps.ts";
import { limitOption } from "../options.ts";
import { tableOf } from "../table.ts";
import { pageSizeFor, takeItems } from "../take-items.ts";

interface Options {
  readonly status?: TopUp["status"];
  readonly user?: string;
  readonly reference?: string;
  readonly limit: number;
}

export const topupsList = ({ api, show, note }: CliDeps) =>
  new Command("list")
    .description("top-ups, newest first; only with Airtm")
    .option("-s, --status <status>", "such as TOPUP_AWAITING_USER_CONFIRMATION")
    .option("-u, --user <id>", "usr_…")
    .option("-r, --reference <name>", "your own name of it")
    .addOption(limitOption())
    .action(async ({ status, user, reference, limit }: Options) => {
      const sdk = api();
      const query: TopUpsQuery = {
        limit: pageSizeFor(limit),
        ...(status && { status }),
        ...(user && { userId: user }),
        ...(reference && { reference }),
      };
      const topUps = await takeItems(sdk.iterate(sdk.topups.list, query), limit);
      show(topUps, () => tableOf<TopUp>(topUps.data, COLUMNS));
      if (topUps.hasMore) note("There are more: give a larger --limit.");
    });

const COLUMNS = [
  ["id", (topUp: TopUp) => topUp.id],
  ["status", (topUp: TopUp) => topUp.status],
  ["amount", (topUp: TopUp) => `${topUp.amount} ${topUp.currency}`],
  ["user", (topUp: TopUp) => topUp.userId],
  ["expires", (topUp: TopUp) => topUp.expiresAt],
  ["updated", (topUp: TopUp) => topUp.updatedAt],
] as const;
