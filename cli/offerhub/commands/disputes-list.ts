import { Command, Option } from "commander";
import type { Dispute } from "../../../sdk/index.ts";
import type { CliDeps } from "../deps.ts";
import { limitOption } from "../options.ts";
import { tableOf } from "../table.ts";
import { pageSizeFor, takeItems } from "../take-items.ts";

interface Options {
  readonly status?: Dispute["status"];
  readonly order?: string;
  readonly limit: number;
}

export const disputesList = ({ api, show, note }: CliDeps) =>
  new Command("list")
    .description("disputes, newest first")
    .addOption(new Option("-s, --status <status>").choices(["OPEN", "UNDER_REVIEW", "RESOLVED"]))
    .option("--order <id>", "ord_…")
    .addOption(limitOption())
    .action(async ({ status, order, limit }: Options) => {
      const sdk = api();
      const query = { limit: pageSizeFor(limit), ...(status && { status }), ...(order && { orderId: order }) };
      const disputes = await takeItems(sdk.iterate(sdk.disputes.list, query), limit);
      show(disputes, () => tableOf<Dispute>(disputes.data, COLUMNS));
      if (disputes.hasMore) note("There are more: give a larger --limit.");
    });

const COLUMNS = [
  ["id", (dispute: Dispute) => dispute.id],
  ["status", (dispute: Dispute) => dispute.status],
  ["order", (dispute: Dispute) => dispute.orderId],
  ["amount", (dispute: Dispute) => `${dispute.order.amount} ${dispute.order.currency}`],
  ["opened by", (dispute: Dispute) => dispute.openedBy],
  ["reason", (dispute: Dispute) => dispute.reason],
  ["assigned to", (dispute: Dispute) => dispute.assignedTo],
  ["opened", (dispute: Dispute) => dispute.createdAt],
] as const;
