import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { behindTheLaws } from "../../tests/support/behind-the-laws.ts";
import { fundedOrders } from "../testing/funded-orders.ts";
import { type GatewayBench, gatewayBench } from "../testing/gateway-bench.ts";
import { findApiKey } from "./api-keys.ts";
import { findOrder, findOrderByRef, ORDER_PARTS } from "./orders.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("reads-orders");
}, 60_000);
afterAll(() => bench.close());

/** More stroops than a JSON number holds. */
const MANY_STROOPS = 2n ** 53n + 1n;
const byPrisma = (where: { id: string }) => bench.db.prisma.order.findUnique({ where, include: ORDER_PARTS });

test("an order with all its parts is read by one statement as Prisma reads it by many", async () => {
  const milestones = [
    { milestoneRef: "draft", title: "A draft", amount: "50.00" },
    { milestoneRef: "final", title: "The last one", amount: "70.00" },
  ];
  const metadata = { made_at: "2026-01-01", fee_stroops: "7", nested: [1, { a_b: null }] };
  const more = { escrowType: "multi-release", milestones, metadata, clientOrderRef: "ref-1", description: "as told" };
  const { id } = await fundedOrders(bench).funded(more);
  const about = { openedBy: "BUYER", reason: "OTHER", evidence: ["a photo"], milestoneRef: "final" };
  const { body } = await bench.request("POST", `/orders/${id}/disputes`, { body: about });
  const disputeId = String(body.data.id);
  for (const comment of ["one", "two"]) {
    await bench.db.prisma.disputeComment.create({
      data: { id: `dsc_${comment}`, disputeId, comment, author: "BUYER" },
    });
  }
  await bench.db.sql.query(
    "UPDATE dispute SET release_amount_stroops = $1, refund_amount_stroops = 1, resolution_decision = 'SPLIT', resolved_at = now()",
    [MANY_STROOPS],
  );
  await behindTheLaws(bench.db, "UPDATE milestone SET amount_stroops = $1 WHERE ref = 'draft'", [MANY_STROOPS]);
  await behindTheLaws(bench.db, "UPDATE escrow SET amount_stroops = $1", [MANY_STROOPS]);

  const expected = await byPrisma({ id });
  expect(expected?.disputes[0]?.comments).toHaveLength(2);
  expect(await findOrder(bench.db, id)).toEqual(expected);
  expect(await findOrderByRef(bench.db, "ref-1")).toEqual(expected);
});

test("an order without parts, and one that is not there", async () => {
  const { id } = await fundedOrders(bench).created();
  expect(await findOrder(bench.db, id)).toEqual(await byPrisma({ id }));
  expect(await findOrder(bench.db, "ord_none")).toBeNull();
});

test("a key is read as Prisma reads it", async () => {
  await bench.keyWith(["read", "write"], await bench.user(), new Date("2030-01-01"));
  const expected = await bench.db.prisma.apiKey.findFirstOrThrow({ where: { userId: { not: null } } });
  expect(await findApiKey(bench.db, expected.id)).toEqual(expected);
  expect(await findApiKey(bench.db, "key_none")).toBeNull();
});
