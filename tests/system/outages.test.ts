import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { EFFECTS_OF_AN_ORDER, effectsOf } from "../support/chain-effects.ts";
import type { Marketplace, Trade } from "../support/marketplace.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

// One thing is away at a time. What is asked meanwhile is refused in clear words or accepted for good, and afterwards
// everything goes on by itself.

let world: TestWorld;
let market: Marketplace;

beforeAll(async () => {
  // a Postgres that is killed must have kept what it said it had
  world = await testWorld({ own: ["postgres", "temporal"], durable: true });
  market = world.market;
}, 120_000);
afterEach(() => world.expectInvariants());
afterAll(() => world?.stop(), 30_000);

/** An order that is asked to be released while no ledger closes: its work is under way, and can't end yet. */
async function aReleaseUnderWay(): Promise<Trade> {
  const trade = await anOrderInProgress();
  await market.sandbox.ledgersEvery("manual");
  await market.insist(`/orders/${trade.orderId}/resolution/release`, {}, { Prefer: "respond-async" });
  await until("a transaction is in flight", async () => (await lanesInUse()) > 0);
  return trade;
}

async function anOrderInProgress(): Promise<Trade> {
  const [buyer, seller] = await market.people(2);
  if (!buyer || !seller) throw new Error("two people were asked for");
  await market.deposit([buyer], "50.00");
  return market.order(buyer, seller, "20.00", "resolution/release");
}

async function lanesInUse(): Promise<number> {
  return (await world.db.sql.query("SELECT 1 FROM chain_transaction WHERE outcome IS NULL")).rows.length;
}

async function expectReleasedOnce(trade: Trade): Promise<void> {
  await market.sandbox.ledgersEvery(100);
  await market.untilOrder(trade.orderId, "CLOSED", 90);
  expect(await effectsOf(market.sandbox, trade)).toEqual(EFFECTS_OF_AN_ORDER);
}

/** The body and key of an order that is first asked for while something is away. */
function anOpening({ buyer, seller }: Trade) {
  const body = { buyerId: buyer.userId, sellerId: seller.userId, amount: "5.00", title: "Asked in an outage" };
  const key = { "Idempotency-Key": randomUUID() };
  return () => market.api.post("/orders", body, { ...key, Prefer: "wait=5" });
}

async function expectOneOrderAfterwards(ask: ReturnType<typeof anOpening>): Promise<void> {
  const taken = async () => {
    const reply = await ask();
    return reply.status === 201 ? reply : null;
  };
  const { data } = await until("the same request is answered", taken);
  const { rows } = await world.db.sql.query("SELECT id FROM orders WHERE title = 'Asked in an outage'");
  expect(rows).toContainEqual({ id: data.id });
  const again = await ask();
  expect([again.data.id, again.headers.get("idempotent-replayed")]).toEqual([data.id, "true"]);
}

test("Temporal away: commands are refused with 503, reads go on; it comes back, and so does the work", async () => {
  const trade = await aReleaseUnderWay();
  const ask = anOpening(trade);
  await world.stack.kill("temporal");
  expect(await ask()).toMatchObject({ status: 503, code: "SERVICE_UNAVAILABLE" });
  expect((await market.orderOf(trade.orderId)).status).toBe("RELEASE_REQUESTED");
  expect((await market.api.get("/ready")).status).toBe(503);
  await world.stack.restart("temporal");
  await expectOneOrderAfterwards(ask);
  await expectReleasedOnce(trade);
}, 150_000);

test("Postgres away: everything is refused with 503; it comes back, and so does the work", async () => {
  const trade = await aReleaseUnderWay();
  const ask = anOpening(trade);
  await world.stack.kill("postgres");
  expect(await ask()).toMatchObject({ status: 503, code: "SERVICE_UNAVAILABLE" });
  expect(await market.api.get(`/orders/${trade.orderId}`)).toMatchObject({ status: 503, code: "SERVICE_UNAVAILABLE" });
  await market.sandbox.ledgersEvery(100);
  await world.stack.restart("postgres");
  await expectOneOrderAfterwards(ask);
  await expectReleasedOnce(trade);
}, 150_000);

test("Redis away: payments go on", async () => {
  const trade = await anOrderInProgress();
  await world.stack.kill("redis");
  await market.finish(trade, "resolution/release");
  await world.stack.restart("redis");
  await expectReleasedOnce(trade);
}, 120_000);

test("the gateway dies while a caller waits: the work goes on, and the same key gives the answer", async () => {
  const trade = await anOrderInProgress();
  await market.sandbox.ledgersEvery("manual");
  const key = { "Idempotency-Key": randomUUID() };
  const release = () => market.command(trade.orderId, "resolution/release", { ...key, Prefer: "wait=30" });
  const waiting = release().then(
    () => "answered",
    () => "cut off",
  );
  await until("a transaction is in flight", async () => (await lanesInUse()) > 0);
  await world.stack.kill("gateway");
  expect(await waiting).toBe("cut off");
  await market.sandbox.ledgersEvery(100);
  await world.stack.restart("gateway");
  expect(await release()).toMatchObject({ status: 200, data: { status: "CLOSED" } });
  await expectReleasedOnce(trade);
}, 120_000);

test("no worker: a command is refused with 503 or accepted with 202, and carried out once one is back", async () => {
  const trade = await anOrderInProgress();
  await world.stack.kill("worker");
  const key = { "Idempotency-Key": randomUUID() };
  const release = () => market.command(trade.orderId, "resolution/release", { ...key, Prefer: "wait=2" });
  expect([202, 503]).toContain((await release()).status);
  expect((await market.orderOf(trade.orderId)).status).toBe("IN_PROGRESS");
  await world.stack.restart("worker");
  await until("the same key is answered", async () => (await release()).status === 200);
  await expectReleasedOnce(trade);
}, 120_000);
