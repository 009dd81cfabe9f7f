import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { EFFECTS_OF_AN_ORDER, effectsOf } from "../support/chain-effects.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

// The network becomes one of protocol 30 under a running stack: its ledgers can no longer be decoded by the SDK, and its events
// no longer say whether their call succeeded.

const LEDGER_MS = 100;

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld({ ledgerMs: LEDGER_MS, settings: { SANDBOX_PROTOCOL: "28", SANDBOX_TW_WAIT_MS: "300" } });
}, 90_000);
afterAll(() => world?.stop(), 30_000);

const availableOf = async (userId: string): Promise<string> =>
  (await world.market.api.get(`/users/${userId}/balance`)).data.available;

const releaseInFlight = async (): Promise<boolean> =>
  (await world.db.sql.query("SELECT 1 FROM chain_transaction WHERE outcome IS NULL")).rows.length > 0;

test("an upgrade from 28 to 30 in mid-deposit and mid-release parks nothing, loses nothing, and the books agree", async () => {
  const { market } = world;
  const [[buyer, depositor], [seller]] = await Promise.all([market.people(2, "50.00"), market.people(1)]);
  if (!buyer || !depositor || !seller) throw new Error("somebody was asked for");
  const trade = await market.order(buyer, seller, "20.00", "resolution/release");
  await market.sandbox.ledgersEvery("manual");
  await Promise.all([
    market.sandbox.mint(depositor.address, "7.0000001"),
    market.insist(`/orders/${trade.orderId}/resolution/release`, {}, { Prefer: "respond-async" }),
  ]);
  await until("the release has a transaction in flight", releaseInFlight);
  await market.sandbox.upgrade(30);
  await market.sandbox.closeLedger(2);
  await market.sandbox.mint(depositor.address, "5.00");
  await market.sandbox.ledgersEvery(LEDGER_MS);
  await market.finish(trade, "resolution/release");
  await until("both deposits are credited", async () => (await availableOf(depositor.userId)) === "62.0000001");
  expect((await market.api.get("/operations/parked")).data).toEqual([]);
  expect(await effectsOf(market.sandbox, trade)).toEqual(EFFECTS_OF_AN_ORDER);
  await world.expectInvariants();
}, 120_000);
