import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { EFFECTS_OF_AN_ORDER, effectsOf, paymentsBetween } from "../support/chain-effects.ts";
import type { LifeCommand, Person, Trade } from "../support/marketplace.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

/** Longer than any transaction of ours may wait. */
const TOO_LATE_SECONDS = 400;
const LEDGER_MS = 100;
const COMMANDS = ["escrow", "escrow/fund", "resolution/release"] as const satisfies readonly LifeCommand[];

let world: TestWorld;

beforeAll(async () => {
  world = await testWorld({ ledgerMs: LEDGER_MS, settings: { SANDBOX_TW_WAIT_MS: "300" } });
}, 90_000);
afterAll(() => world?.stop(), 30_000);

/** An order before each of its commands on the chain, and somebody who withdraws. */
async function payments(): Promise<{ trades: readonly (readonly [Trade, LifeCommand])[]; owner: Person }> {
  const { market } = world;
  const [payers, sellers] = await Promise.all([market.people(4, "50.00"), market.people(3)]);
  const [owner, ...buyers] = payers;
  if (!owner) throw new Error("somebody was asked for");
  const toTrade = async (command: LifeCommand, index: number) =>
    [await market.order(buyers[index] ?? owner, sellers[index] ?? owner, "20.00", command), command] as const;
  return { owner, trades: await Promise.all(COMMANDS.map(toTrade)) };
}

const withdrawal = (owner: Person, destinationRef: string) => ({
  userId: owner.userId,
  amount: "20.00",
  destinationType: "crypto",
  destinationRef,
});

const askedForTransactions = async (): Promise<number> =>
  (await world.market.sandbox.requests("rpc")).filter(({ rpcMethod }) => rpcMethod === "getTransaction").length;

const givenUp = async (): Promise<number> =>
  (await world.db.sql.query("SELECT 1 FROM chain_transaction WHERE outcome = 'EXPIRED'")).rows.length;

const lanesInUse = async (): Promise<number> => {
  const { rows } = await world.db.sql.query("SELECT 1 FROM chain_transaction WHERE outcome IS NULL");
  return rows.length;
};

test("while no ledger closes commands are answered with 202, and go on when ledgers close again", async () => {
  const { market } = world;
  const { trades, owner } = await payments();
  const outside = await market.outsideAddress();
  await market.sandbox.ledgersEvery("manual");
  const brief = { Prefer: "wait=1" };
  const replies = await Promise.all([
    ...trades.map(([{ orderId }, command]) => market.command(orderId, command, brief)),
    market.api.post("/withdrawals", withdrawal(owner, outside), brief),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
  const askedBefore = await askedForTransactions();
  await until("the chain is asked again", async () => (await askedForTransactions()) >= askedBefore + 8);
  expect(await givenUp()).toBe(0);
  await market.sandbox.ledgersEvery(LEDGER_MS);
  await Promise.all(trades.map(([trade, command]) => market.finish(trade, command)));
  const effects = await Promise.all(trades.map(([trade]) => effectsOf(market.sandbox, trade)));
  expect(effects).toEqual(trades.map(() => EFFECTS_OF_AN_ORDER));
  await world.expectInvariants();
  expect(await paymentsBetween(market.sandbox, owner.address, outside)).toEqual(["20.0000000"]);
}, 90_000);

test("a transaction that no ledger took in time is proven dead, and the second one has the effect", async () => {
  const { market, db } = world;
  const { trades, owner } = await payments();
  const outside = await market.outsideAddress();
  await market.sandbox.ledgersEvery("manual");
  await Promise.all([
    ...trades.map(([{ orderId }, command]) =>
      market.insist(`/orders/${orderId}/${command}`, {}, { Prefer: "respond-async" }),
    ),
    market.insist("/withdrawals", withdrawal(owner, outside), { Prefer: "respond-async" }),
  ]);
  await until("four transactions are in flight", async () => (await lanesInUse()) === 4);
  await market.sandbox.advanceClock(TOO_LATE_SECONDS);
  await market.sandbox.closeLedger();
  await market.sandbox.ledgersEvery(LEDGER_MS);
  await Promise.all(trades.map(([trade, command]) => market.finish(trade, command)));
  await until("the withdrawal is paid", async () => {
    return (await paymentsBetween(market.sandbox, owner.address, outside)).length > 0;
  });
  await world.expectInvariants();
  expect(await paymentsBetween(market.sandbox, owner.address, outside)).toEqual(["20.0000000"]);
  const effects = await Promise.all(trades.map(([trade]) => effectsOf(market.sandbox, trade)));
  expect(effects).toEqual(trades.map(() => EFFECTS_OF_AN_ORDER));
  const { rows } = await db.sql.query(
    `SELECT array_agg(outcome ORDER BY generation) AS outcomes, bool_and(proof IS NOT NULL) FILTER (WHERE generation = 1)
       AS proven FROM chain_transaction GROUP BY step_key HAVING count(*) > 1`,
  );
  expect(rows).toEqual(Array.from({ length: 4 }, () => ({ outcomes: ["EXPIRED", "SUCCEEDED"], proven: true })));
}, 120_000);
