import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { OfferHubSDK } from "../../sdk/index.ts";
import { type Operator, openOperator } from "../support/operator.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

// Deadlines that pass while something was asked, disputes whose workflow is lost, and contracts that stay empty.

const AMOUNT = "120.00";
const RELEASE_AFTER_DAYS = 4 / 86_400;
let world: TestWorld;
let sdk: OfferHubSDK;
let operator: Operator;
let temporal: Client;
let connection: Connection;

beforeAll(async () => {
  world = await testWorld();
  const { urls, masterKey } = world.stack;
  sdk = new OfferHubSDK({ apiUrl: urls.gateway, apiKey: masterKey });
  operator = await openOperator(world.stack);
  connection = await Connection.connect({ address: urls.temporalAddress });
  temporal = new Client({ connection, namespace: urls.temporalNamespace });
}, 120_000);
afterAll(async () => {
  await connection?.close();
  await operator?.close();
  await world?.stop();
}, 30_000);

async function parties() {
  const [buyer, seller] = await world.market.people(2);
  if (!buyer || !seller) throw new Error("two people were asked for");
  await world.market.deposit([buyer], AMOUNT);
  return { buyerId: buyer.userId, sellerId: seller.userId, amount: AMOUNT, title: "A logo" };
}

async function deployed(more: object = {}) {
  const { id, buyerId } = await sdk.orders.create({ ...(await parties()), ...more });
  await sdk.orders.reserve(id);
  const { escrow } = await sdk.orders.createEscrow(id);
  return { id, buyerId, contractId: escrow?.contractId ?? "" };
}

async function funded(more: object = {}) {
  const order = await deployed(more);
  await sdk.orders.fundEscrow(order.id);
  return order;
}

const eventsOf = async (orderId: string) => {
  const { rows } = await world.db.sql.query<{ type: string; payload: Record<string, string> }>(
    "SELECT type, payload FROM event WHERE aggregate_id = $1 ORDER BY sequence",
    [orderId],
  );
  return rows;
};
const eventOf = async (orderId: string, type: string) => (await eventsOf(orderId)).find((event) => event.type === type);
const deadlineOf = async (orderId: string) => (await sdk.orders.explain(orderId)).deadline?.at ?? null;

test.each([
  ["a dispute", "dispute", { openedBy: "BUYER", reason: "OTHER" }],
  ["a refund", "refund", { reason: "not needed" }],
])(
  "%s that was asked in time and given up after the deadline is followed by the whole time anew",
  async (_what, command, body) => {
    await world.market.sandbox.fault({
      party: "trustless-work",
      match: { path: "/dispute-escrow" },
      kind: "status",
      status: 400,
      times: 1,
    });
    const { id } = await funded({ releaseAfterDays: RELEASE_AFTER_DAYS });
    const first = Date.parse((await deadlineOf(id)) ?? "");
    const asked = world.market.api.post(`/orders/${id}/resolution/${command}`, body);
    await until("the freeze is parked", async () => (await sdk.orders.explain(id)).parkedReason !== null, 60);
    await until("the deadline has passed", async () => Date.now() > first, 30);
    await operator.decide(`order/${id}`, "abandon");
    expect(await asked).toMatchObject({ code: "PROVIDER_ERROR" });
    expect(await sdk.waitFor(id, "CLOSED")).toMatchObject({ outcome: "RELEASED" });
    const renewed = (await eventOf(id, "order.deadline_renewed"))?.payload;
    const released = (await eventOf(id, "order.release_requested"))?.payload;
    expect(renewed).toMatchObject({ action: "release", previousAt: new Date(first).toISOString() });
    expect(Date.parse(renewed?.at ?? "")).toBeGreaterThan(first);
    expect(Date.parse(released?.requestedAt ?? "")).toBeGreaterThanOrEqual(Date.parse(renewed?.at ?? ""));
    await world.expectInvariants();
  },
  120_000,
);

test("a dispute whose workflow is terminated is taken, decided and paid once, and its order closes", async () => {
  const { id } = await funded();
  const dispute = await sdk.disputes.open(id, { openedBy: "BUYER", reason: "OTHER", evidence: ["a photo"] });
  await sdk.disputes.assign(dispute.id, { assignedTo: "Ana" });
  const handle = temporal.workflow.getHandle(`dispute/${dispute.id}`);
  const { runId } = await handle.describe();
  await handle.terminate("by mistake");
  await until("its order has begun it again", async () => (await handle.describe()).runId !== runId);
  const ruling = { decision: "SPLIT", releaseAmount: "80.00", refundAmount: "40.00" } as const;
  expect(await sdk.disputes.resolve(dispute.id, ruling)).toMatchObject({ status: "RESOLVED", evidence: ["a photo"] });
  expect(await sdk.waitFor(id, "CLOSED")).toMatchObject({ outcome: "SPLIT" });
  await world.expectInvariants();
}, 180_000);

test("an order whose contract stays empty is canceled at no cost, by its marketplace and by its deadline", async () => {
  const byHand = await deployed();
  expect(await sdk.orders.cancel(byHand.id)).toMatchObject({ status: "CLOSED", outcome: "CANCELED" });
  const byDeadline = await deployed({ cancelUnfundedAfterHours: 20 / 3600 });
  expect(await sdk.waitFor(byDeadline.id, "CLOSED")).toMatchObject({ outcome: "CANCELED" });
  for (const { buyerId, id, contractId } of [byHand, byDeadline]) {
    expect(await sdk.balance.get(buyerId)).toMatchObject({ available: AMOUNT, reserved: "0.00" });
    const { rows } = await world.db.sql.query(
      "SELECT payload_after AS proof FROM audit_record WHERE resource_id = $1 AND event_type = 'escrow.found_empty'",
      [id],
    );
    expect(rows).toEqual([{ proof: { contractId, heldAmount: "0.0000000", seenAtLedger: expect.any(Number) } }]);
  }
  await world.expectInvariants();
}, 120_000);

test("what a stranger sends to such a contract holds nobody's money back, and is reported", async () => {
  const { id, buyerId, contractId } = await deployed();
  await world.market.sandbox.mint(contractId, "0.0000007");
  expect(await sdk.orders.cancel(id)).toMatchObject({ outcome: "CANCELED" });
  expect(await sdk.balance.get(buyerId)).toMatchObject({ available: AMOUNT, reserved: "0.00" });
  await world.market.insist("/admin/reconciliation/run");
  const { rows } = await world.db.sql.query(
    "SELECT cause FROM reconciliation_difference WHERE kind = 'escrow_balance' AND subject = $1 AND resolved_at IS NULL",
    [id],
  );
  expect(rows).toEqual([{ cause: "transfer_from_outside" }]);
}, 120_000);
