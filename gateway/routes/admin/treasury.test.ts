import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { balanceOf } from "../../../prisma/testing/ledger.ts";
import { type GatewayBench, gatewayBench } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("treasury", { paymentProvider: "airtm", workers: false });
}, 60_000);
afterAll(() => bench.close());

const book = (direction: string, amount: string, more: object = {}) =>
  bench.request("POST", "/admin/treasury/movements", {
    body: { direction, amount, reason: "bank transfer 7" },
    ...more,
  });
const own = async () => (await balanceOf(bench.db.sql, "backing/airtm")).toString();

test("what the operator put in is booked, audited and told, once per request; what users own cannot be taken", async () => {
  const headers = { "Idempotency-Key": "one transfer" };
  const replies = [await book("in", "250.00", { headers }), await book("in", "250.00", { headers })];
  expect(replies.map(({ status, body }) => [status, body.data.ownAmount])).toEqual([
    [201, "250.00"],
    [201, "250.00"],
  ]);
  expect(await own()).toBe("2500000000");
  const { status, body } = await book("out", "250.01");
  expect([status, body.error.code, body.error.details.available]).toEqual([422, "INSUFFICIENT_FUNDS", "250.00"]);
  expect((await book("out", "50.00")).body.data).toMatchObject({ direction: "out", ownAmount: "200.00" });
  const audits = await bench.db.prisma.auditRecord.findMany({ where: { eventType: "operations.treasury_moved" } });
  const events = await bench.db.prisma.event.findMany({ where: { type: "operations.treasury_moved" } });
  expect([audits.length, events.length]).toEqual([2, 2]);
});

test("two at once cannot take the same money", async () => {
  await book("in", "100.00");
  const available = BigInt(await own()) / 10_000_000n;
  const replies = await Promise.all([1, 2, 3].map(() => book("out", `${available}.00`)));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  expect(await own()).toBe("0");
});

test("what a user was paid twice can be borne by the operator, and no more than that", async () => {
  const twice = [
    { account: "suspense/paid-after-return", stroops: "-200000000" },
    { account: "world/airtm", stroops: "200000000" },
  ];
  await bench.db.sql.query("SELECT post_entry('test/twice', 'withdraw', $1)", [JSON.stringify(twice)]);
  await book("in", "30.00");
  expect((await book("write-off", "20.01")).body.error.details.available).toBe("20.00");
  expect((await book("write-off", "20.00")).body.data.ownAmount).toBe("10.00");
  expect(await balanceOf(bench.db.sql, "suspense/paid-after-return")).toBe(0n);
  await book("out", "10.00");
});

test("nothing, a wrong form, or a key of one user books nothing", async () => {
  expect((await book("in", "0.00")).body.error.code).toBe("INVALID_AMOUNT_FORMAT");
  expect((await book("sideways", "1.00")).status).toBe(400);
  const key = await bench.keyWith(["support"], await bench.user());
  expect((await book("in", "1.00", { key })).body.error.code).toBe("INSUFFICIENT_SCOPE");
  expect(await own()).toBe("0");
});

test("what was given to users by hand is theirs too, and stays", async () => {
  const userId = await bench.user();
  await book("in", "100.00");
  await bench.request("POST", `/users/${userId}/balance/credit`, { body: { amount: "30.00", description: "a gift" } });
  const { body } = await book("out", "70.01");
  expect([body.error.code, body.error.details.available]).toEqual(["INSUFFICIENT_FUNDS", "70.00"]);
  expect((await book("out", "70.00")).status).toBe(201);
  expect(await own()).toBe("300000000");
});

const post = (key: string, lines: Record<string, string>) =>
  bench.db.sql.query("SELECT post_entry($1, 'test', $2)", [
    key,
    JSON.stringify(Object.entries(lines).map(([account, stroops]) => ({ account, stroops }))),
  ]);

test("what open escrows need to be paid out stays, also when it is asked for while one is released", async () => {
  const before = BigInt(await own());
  const escrow = "order/ord_open/escrow";
  await post("test/funded", { "backing/airtm": "1200000000", [escrow]: "1200000000", "world/airtm": "-2400000000" });
  const { body } = await book("out", "120.00");
  expect([body.error.code, body.error.details.available]).toEqual(["INSUFFICIENT_FUNDS", "0.00"]);

  const release = {
    [escrow]: "-1200000000",
    "backing/airtm": "-1184400000",
    "world/airtm": "2368800000",
    "fees/platform": "15600000",
  };
  await Promise.all([post("test/released", release), book("out", "1.56"), book("out", "1.56"), book("out", "120.00")]);
  await book("out", "1.56");
  expect(BigInt(await own())).toBe(before);
});

test("what a user was paid twice is not borne with what open escrows need", async () => {
  await post("test/funded-2", {
    "backing/airtm": "500000000",
    "order/ord_two/escrow": "500000000",
    "world/airtm": "-1000000000",
  });
  await post("test/twice-2", { "suspense/paid-after-return": "-500000000", "world/airtm": "500000000" });
  expect(await own()).toBe("800000000");
  expect((await book("write-off", "50.00")).body.error.details.available).toBe("30.00");
});
