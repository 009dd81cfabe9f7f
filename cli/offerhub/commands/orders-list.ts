import { Command } from "commander";
import type { Order } from "../../../sdk/index.ts";
import { type CliDeps, CliError } from "../deps.ts";
import { limitOption } from "../options.ts";
import { showParked } from "../show-parked.ts";
import { tableOf } from "../table.ts";
import { pageSizeFor, takeItems } from "../take-items.ts";

interface Options {
  readonly status?: string;
  readonly buyer?: string;
  readonly seller?: string;
  readonly stuck?: boolean;
  readonly limit: number;
}

export function ordersList(deps: CliDeps) {
  const { api, show, note } = deps;
  return new Command("list")
    .description("orders, newest first")
    .option("-s, --status <status>", "such as IN_PROGRESS")
    .option("--buyer <id>", "usr_…")
    .option("--seller <id>", "usr_…; with --buyer: either")
    .option("--stuck", "those that are parked, oldest first, and why; the other filters do not go with it")
    .addOption(limitOption())
    .action(async ({ status, buyer, seller, stuck, limit }: Options) => {
      if (stuck && (status || buyer || seller)) throw new CliError("--stuck goes with no other filter");
      if (stuck) return showParked(deps, { kind: "order" }, limit);
      const sdk = api();
      const query = {
        limit: pageSizeFor(limit),
        ...(status && { status }),
        ...(buyer && { buyer_id: buyer }),
        ...(seller && { seller_id: seller }),
      };
      const orders = await takeItems(sdk.iterate(sdk.orders.list, query), limit);
      show(orders, () => tableOf<Order>(orders.data, COLUMNS));
      if (orders.hasMore) note("There are more: give a larger --limit.");
    });
}

const COLUMNS = [
  ["id", (order: Order) => order.id],
  ["status", (order: Order) => order.status],
  ["outcome", (order: Order) => order.outcome],
  ["amount", (order: Order) => `${order.amount} ${order.currency}`],
  ["title", (order: Order) => shortened(order.title)],
  ["updated", (order: Order) => order.updatedAt],
] as const;

const TITLE_SHOWN = 30;
const shortened = (title: string) => (title.length > TITLE_SHOWN ? `${title.slice(0, TITLE_SHOWN - 1)}…` : title);
