import { Command } from "commander";
import type { Order } from "../../../sdk/index.ts";
import type { CliDeps } from "../deps.ts";
import { progressLines } from "../present-progress.ts";
import { factsOf, tableOf } from "../table.ts";

export const ordersShow = ({ api, show }: CliDeps) =>
  new Command("show")
    .description("an order, and where it is now")
    .argument("<id>", "ord_…")
    .action(async (id: string) => {
      const { orders } = api();
      const [order, progress] = await Promise.all([orders.get(id), orders.getProgress(id)]);
      show({ ...order, progress }, () => [...orderLines(order), ...milestoneLines(order), ...progressLines(progress)]);
    });

/** Before an order has an escrow or a dispute, there is none. */
const orderLines = (order: Order): readonly string[] => {
  const { escrow, dispute }: { escrow: Order["escrow"] | null; dispute: Order["dispute"] | null } = order;
  return factsOf({
    order: order.id,
    title: order.title,
    status: order.outcome ? `${order.status} (${order.outcome})` : order.status,
    amount: `${order.amount} ${order.currency}`,
    buyer: order.buyerId,
    seller: order.sellerId,
    escrow: escrow && `${escrow.status}, contract ${escrow.contractId ?? "not known yet"}`,
    "last transaction": escrow?.txHash ?? null,
    dispute: dispute && `${dispute.id} ${dispute.status}: ${dispute.reason}, opened by ${dispute.openedBy}`,
    created: order.createdAt,
    updated: order.updatedAt,
  });
};

const milestoneLines = ({ milestones }: Order): readonly string[] =>
  milestones.length === 0
    ? []
    : [
        "",
        ...tableOf(milestones, [
          ["milestone", ({ milestoneRef }) => milestoneRef],
          ["status", ({ status }) => status],
          ["amount", ({ amount }) => amount],
          ["title", ({ title }) => title],
        ]),
      ];
