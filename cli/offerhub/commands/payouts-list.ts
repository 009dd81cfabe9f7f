import { Command } from "commander";
import type { PlatformPayout, PlatformPayoutsQuery } from "../../../sdk/index.ts";
import type { CliDeps } from "../deps.ts";
import { limitOption } from "../options.ts";
import { tableOf } from "../table.ts";
import { pageSizeFor, takeItems } from "../take-items.ts";

interface Options {
  readonly status?: PlatformPayout["status"];
  readonly source?: string;
  readonly limit: number;
}

export const payoutsList = ({ api, show, note }: CliDeps) =>
  new Command("list")
    .description("what the operator took out, or asked for; newest first")
    .option("-s, --status <status>", "such as PLATFORM_PAYOUT_REQUESTED")
    .option("--source <source>", "platform/<role> or usr_…")
    .addOption(limitOption())
    .action(async ({ status, source, limit }: Options) => {
      const sdk = api();
      const query: PlatformPayoutsQuery = {
        limit: pageSizeFor(limit),
        ...(status && { status }),
        ...(source && { source }),
      };
      const payouts = await takeItems(sdk.iterate(sdk.platformPayouts.list, query), limit);
      show(payouts, () => tableOf<PlatformPayout>(payouts.data, COLUMNS));
      if (payouts.hasMore) note("There are more: give a larger --limit.");
    });

const COLUMNS = [
  ["id", (payout: PlatformPayout) => payout.id],
  ["status", (payout: PlatformPayout) => payout.status],
  ["amount", (payout: PlatformPayout) => `${payout.amount} ${payout.asset}`],
  ["source", (payout: PlatformPayout) => payout.source],
  ["destination", (payout: PlatformPayout) => payout.destination],
  ["reason", (payout: PlatformPayout) => payout.reason],
  ["updated", (payout: PlatformPayout) => payout.updatedAt],
] as const;
