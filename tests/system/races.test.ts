import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { effectsOf, paymentsBetween } from "../support/chain-effects.ts";
import type { Reply } from "../support/gateway-client.ts";
import type { Marketplace } from "../support/marketplace.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

let world: TestWorld;
let market: Marketplace;

beforeAll(async () => {
  world = await testWorld();
  market = world.market;
}, 90_000);
afterEach(() => world.expectInvariants());
afterAll(() => world?.stop(), 30_000);

const statuses = (replies: readonly Reply[]) => replies.map(({ status }) => status).sort();
const codes = (replies: readonly Reply[]) => replies.flatMap(({ code }) => code ?? []);
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);
const twice = <Result>(ask: () => Promise<Result>) => Promise.all([ask(), ask()]);

async function twoParties(deposit: string) {
  const [buyer, seller] = await market.people(2);
  if (!buyer || !seller) throw new Error("two people were asked for");
  await market.deposit([buyer], deposit);
  return { buyer, seller };
}

test("of twenty orders that reserve at once, a balance for one pays one", async () => {
  const { buyer, seller } = await twoParties("50.00");
  const trades = await Promise.all(times(20, null).map(() => market.order(buyer, seller, "50.00")));
  const replies = await Promise.all(trades.map(({ orderId }) => market.command(orderId, "reserve")));
  expect(statuses(replies)).toEqual([201, ...times(19, 422)]);
  expect(codes(replies)).toEqual(times(19, "INSUFFICIENT_FUNDS"));
  expect(await market.balanceOf(buyer)).toMatchObject({ available: "0.00", reserved: "50.00" });
}, 60_000);

describe("two commands at once", () => {
  test("release and release: both learn of the one release", async () => {
    const { buyer, seller } = await twoParties("50.00");
    const trade = await market.order(buyer, seller, "30.00", "resolution/release");
    const replies = await twice(() => market.command(trade.orderId, "resolution/release"));
    expect(statuses(replies)).toEqual([200, 200]);
    expect(await effectsOf(market.sandbox, trade)).toHaveLength(5);
  }, 60_000);

  test("release and cancel: the seller is paid, canceling is refused", async () => {
    const { buyer, seller } = await twoParties("50.00");
    const trade = await market.order(buyer, seller, "30.00", "resolution/release");
    const [released, canceled] = await Promise.all([
      market.command(trade.orderId, "resolution/release"),
      market.command(trade.orderId, "cancel"),
    ]);
    expect(released.data).toMatchObject({ status: "CLOSED", outcome: "RELEASED" });
    expect(canceled).toMatchObject({ status: 400, code: "INVALID_STATE" });
  }, 60_000);

  test("cancel and escrow: the order is canceled or has its contract, and the money is where it says", async () => {
    const { buyer, seller } = await twoParties("50.00");
    const trade = await market.order(buyer, seller, "30.00", "escrow");
    const [canceled, escrowed] = await Promise.all([
      market.command(trade.orderId, "cancel"),
      market.command(trade.orderId, "escrow"),
    ]);
    const refused = codes([canceled, escrowed].filter(({ status }) => status >= 300));
    const isCanceled = canceled.status < 300;
    const isDeployed = escrowed.status < 300;
    expect([isCanceled || isDeployed, refused]).toEqual([true, isCanceled && isDeployed ? [] : ["INVALID_STATE"]]);
    expect((await market.balanceOf(buyer)).reserved).toBe(isCanceled ? "0.00" : "30.00");
    expect(await effectsOf(market.sandbox, trade)).toEqual(isDeployed ? ["deploy"] : []);
  }, 60_000);

  test("two withdrawals of a whole balance: one is paid", async () => {
    const { buyer } = await twoParties("50.00");
    const destinationRef = await market.outsideAddress();
    const terms = { userId: buyer.userId, amount: "50.00", destinationType: "crypto", destinationRef };
    const replies = await twice(() => market.api.post("/withdrawals", terms));
    expect(statuses(replies)).toEqual([201, 422]);
    expect(codes(replies)).toEqual(["INSUFFICIENT_FUNDS"]);
    expect(await paymentsBetween(market.sandbox, buyer.address, destinationRef)).toEqual(["50.0000000"]);
  }, 60_000);
});

describe("one idempotency key, twenty times at once", () => {
  const withKey = () => ({ "Idempotency-Key": randomUUID() });
  const answers = (replies: readonly Reply[]) =>
    new Set(replies.map(({ status, data }) => JSON.stringify([status, data])));

  test("makes one order and gives all the same answer", async () => {
    const { buyer, seller } = await twoParties("50.00");
    const body = { buyerId: buyer.userId, sellerId: seller.userId, amount: "10.00", title: "Once" };
    const key = withKey();
    const replies = await Promise.all(times(20, key).map((headers) => market.api.post("/orders", body, headers)));
    expect(statuses(replies)).toEqual(times(20, 201));
    expect(answers(replies).size).toBe(1);
    const { rows } = await world.db.sql.query("SELECT id FROM orders WHERE buyer_id = $1", [buyer.userId]);
    expect(rows).toEqual([{ id: replies[0]?.data.id }]);
  }, 60_000);

  test("pays one withdrawal and gives all the same answer", async () => {
    const { buyer } = await twoParties("50.00");
    const destinationRef = await market.outsideAddress();
    const terms = { userId: buyer.userId, amount: "5.00", destinationType: "crypto", destinationRef };
    const key = withKey();
    const replies = await Promise.all(times(20, key).map((headers) => market.api.post("/withdrawals", terms, headers)));
    expect(statuses(replies)).toEqual(times(20, 201));
    expect(answers(replies).size).toBe(1);
    expect(await paymentsBetween(market.sandbox, buyer.address, destinationRef)).toEqual(["5.0000000"]);
  }, 60_000);

  test("with twenty bodies carries out one of them and refuses the others", async () => {
    const { buyer } = await twoParties("50.00");
    const destinationRef = await market.outsideAddress();
    const key = withKey();
    const replies = await Promise.all(
      times(20, null).map((_none, index) => {
        const terms = { userId: buyer.userId, amount: `1.${10 + index}`, destinationType: "crypto", destinationRef };
        return market.api.post("/withdrawals", terms, key);
      }),
    );
    expect(statuses(replies)).toEqual([201, ...times(19, 409)]);
    expect(new Set(codes(replies))).toEqual(new Set(["IDEMPOTENCY_KEY_REUSED"]));
    expect(await paymentsBetween(market.sandbox, buyer.address, destinationRef)).toHaveLength(1);
  }, 60_000);
});
