import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { UserId } from "../../../domain/ids.ts";
import { balanceOf } from "../../../prisma/testing/ledger.ts";
import { balancedEntries, trueBalances } from "../../../tests/support/invariants/ledger.ts";
import { createApp } from "../../app.ts";
import { type GatewayBench, gatewayBench, MASTER_KEY, type Sending } from "../../testing/gateway-bench.ts";

let horizon: Server;
let bench: GatewayBench;
/** USDC on the chain by address; an address that is not here is on no chain, "away" does not answer. */
const onChain = new Map<string, string>();

beforeAll(async () => {
  horizon = createServer((request, response) => {
    const amount = onChain.get(request.url?.split("/").pop() ?? "");
    const issuer = bench.deps.config.stellar.usdc.issuer;
    const line = { asset_type: "credit_alphanum4", asset_code: "USDC", asset_issuer: issuer, balance: amount };
    response.writeHead(amount === undefined ? 404 : amount === "away" ? 500 : 200);
    response.end(JSON.stringify({ balances: [line] }));
  });
  await new Promise<void>((resolve) => horizon.listen(0, "127.0.0.1", resolve));
  const { port } = horizon.address() as AddressInfo;
  bench = await gatewayBench("balances", { workers: false, horizonUrl: `http://127.0.0.1:${port}` });
}, 60_000);
afterAll(async () => {
  await bench.close();
  horizon.close();
});

const call = (userId: string, verb: string, body: object, sending: Sending = {}) =>
  bench.request("POST", `/users/${userId}/balance/${verb}`, { body, ...sending });
const balance = async (userId: string) => {
  const { available, reserved } = (await bench.request("GET", `/users/${userId}/balance`)).body;
  return [available, reserved];
};
const twenty = <T>(one: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: 20 }, (_, index) => one(index)));
const statuses = (replies: readonly { status: number }[]) => replies.map(({ status }) => status).sort();
const why = { description: "a correction" };
const eventsOf = (userId: string) =>
  bench.db.prisma.event.findMany({
    where: { aggregateId: userId, type: { startsWith: "balance." } },
    orderBy: { sequence: "asc" },
  });
const auditsOf = (userId: string) =>
  bench.db.prisma.auditRecord.findMany({ where: { resourceType: "Balance", resourceId: userId } });

describe("an operation", () => {
  test("answers with the balance before and after it, at top level and in data, and with its audit row", async () => {
    const userId = await bench.user();
    const { status, body } = await call(userId, "credit", { amount: "120.00", ...why });
    expect(status).toBe(200);
    const balanceAfter = {
      userId,
      user_id: userId,
      available: "120.00",
      reserved: "0.00",
      currency: "USD",
      total: "120.00",
    };
    const told = {
      ...balanceAfter,
      success: true,
      operation: "CREDIT_AVAILABLE",
      amount: "120.00",
      previousBalance: { available: "0.00", reserved: "0.00" },
      newBalance: { available: "120.00", reserved: "0.00" },
      balance: balanceAfter,
    };
    expect(body).toMatchObject(told);
    expect(body.data).toMatchObject(told);
    const audit = await bench.db.prisma.auditRecord.findUnique({ where: { id: body.auditLogId } });
    expect(audit).toMatchObject({
      action: "UPDATE",
      eventType: "balance.credited",
      resourceId: userId,
      actorId: "master",
      payloadBefore: { available: "0.00", reserved: "0.00" },
      payloadAfter: { available: "120.00", reserved: "0.00", amount: "120.00", reason: "a correction" },
    });
  });

  test("walks money from hand to hand, with one event and one audit row each, and the books in balance", async () => {
    const [buyer, seller] = [await bench.user("100.00"), await bench.user()];
    const orderId = "shop-1";
    expect((await call(buyer, "reserve", { amount: "60.00", orderId })).body.newBalance).toEqual({
      available: "40.00",
      reserved: "60.00",
    });
    expect((await call(buyer, "cancel-reservation", { amount: "10.00", reference: orderId })).body.newBalance).toEqual({
      available: "50.00",
      reserved: "50.00",
    });
    const released = await call(buyer, "release", { amount: "30.00", reference: orderId, recipientId: seller });
    expect(released.body).toMatchObject({
      userId: seller,
      operation: "RELEASE",
      previousBalance: { available: "0.00" },
      newBalance: { available: "30.00" },
    });
    expect((await call(buyer, "deduct-reserved", { amount: "20.00", orderId })).body.newBalance).toEqual({
      available: "50.00",
      reserved: "0.00",
    });
    expect((await call(buyer, "debit", { amount: "5.00", ...why })).body.available).toBe("45.00");
    expect([await balance(buyer), await balance(seller)]).toEqual([
      ["45.00", "0.00"],
      ["30.00", "0.00"],
    ]);
    const told = (await eventsOf(buyer)).map(({ type }) => type);
    expect(told).toEqual([
      "balance.reserved",
      "balance.released",
      "balance.released",
      "balance.released",
      "balance.debited",
    ]);
    expect((await eventsOf(seller))[0]?.payload).toMatchObject({
      source: "release",
      sourceId: orderId,
      previousAvailableBalance: "0.00",
      newAvailableBalance: "30.00",
    });
    expect([(await auditsOf(buyer)).length, (await auditsOf(seller)).length]).toEqual([4, 1]);
  });

  test("that is refused changes nothing, and says what is missing", async () => {
    const userId = await bench.user("10.00");
    const events = await bench.db.prisma.event.count();
    const code = async (verb: string, body: object) => {
      const { status, body: reply } = await call(userId, verb, body);
      return [status, reply.error.code, reply.error.details];
    };
    const short = { requested: "10.01", available: "10.00", currency: "USD" };
    expect(await code("debit", { amount: "10.01", ...why })).toEqual([422, "INSUFFICIENT_FUNDS", short]);
    expect(await code("reserve", { amount: "10.01", orderId: "x" })).toEqual([422, "INSUFFICIENT_FUNDS", short]);
    const none = { requested: "1.00", reserved: "0.00", currency: "USD" };
    for (const verb of ["cancel-reservation", "deduct-reserved"]) {
      expect(await code(verb, { amount: "1.00", orderId: "x" })).toEqual([422, "RESERVE_NOT_FOUND", none]);
    }
    const seller = await bench.user();
    expect(await code("release", { amount: "1.00", orderId: "x", sellerId: seller })).toEqual([
      422,
      "RESERVE_NOT_FOUND",
      none,
    ]);
    expect(await code("release", { amount: "1.00", orderId: "x", sellerId: "usr_x" })).toEqual([
      404,
      "USER_NOT_FOUND",
      { userId: "usr_x" },
    ]);
    expect(await code("release", { amount: "1.00", orderId: "x", sellerId: userId })).toEqual([
      400,
      "INVALID_REQUEST",
      expect.anything(),
    ]);
    expect(await balance(userId)).toEqual(["10.00", "0.00"]);
    expect((await bench.db.prisma.event.count()) - events).toBe(1); // the seller was made
  });

  test.each([
    ["credit", { amount: "1.00" }, "VALIDATION_ERROR"],
    ["credit", { amount: "1.00", description: " " }, "VALIDATION_ERROR"],
    ["credit", { amount: 1, ...why }, "VALIDATION_ERROR"],
    ["credit", { amount: "1e3", ...why }, "VALIDATION_ERROR"],
    ["credit", { amount: "-1.00", ...why }, "VALIDATION_ERROR"],
    ["credit", { amount: "0.00", ...why }, "INVALID_AMOUNT_FORMAT"],
    ["debit", { amount: "99999999999999999999.00", ...why }, "INVALID_AMOUNT"],
    ["credit", { amount: "1.00", currency: "EUR", ...why }, "INVALID_CURRENCY"],
    ["reserve", { amount: "1.00" }, "VALIDATION_ERROR"],
    ["reserve", { amount: "1.00", orderId: "a", reference: "b" }, "VALIDATION_ERROR"],
    ["release", { amount: "1.00", orderId: "a" }, "VALIDATION_ERROR"],
  ])("%s of %j is %s", async (verb, body, code) => {
    const reply = await call(await bench.user("5.00"), verb, body);
    expect([reply.status, reply.body.error.code]).toEqual([400, code]);
  });

  test("needs an active buyer where money is held anew", async () => {
    const [seller, suspended] = [await bench.user("5.00", "SELLER"), await bench.user("5.00")];
    await bench.db.prisma.user.update({ where: { id: suspended }, data: { status: "SUSPENDED" } });
    for (const [userId, reason] of [
      [seller, "WRONG_TYPE"],
      [suspended, "SUSPENDED"],
    ] as const) {
      const { status, body } = await call(userId, "reserve", { amount: "1.00", orderId: "x" });
      expect([status, body.error.details.reason]).toEqual([422, reason]);
    }
  });
});

describe("no second effect", () => {
  test("of the same key: twins share the first one's answer", async () => {
    const userId = await bench.user();
    const headers = { "Idempotency-Key": "credit once" };
    const replies = await twenty(() => call(userId, "credit", { amount: "7.00", ...why }, { headers }));
    expect(new Set(statuses(replies))).toEqual(new Set([200]));
    expect(new Set(replies.map(({ body }) => body.auditLogId)).size).toBe(1);
    expect(await balance(userId)).toEqual(["7.00", "0.00"]);
    const other = await call(userId, "credit", { amount: "8.00", ...why }, { headers });
    expect([other.status, other.body.error.code]).toEqual([409, "IDEMPOTENCY_KEY_REUSED"]);
  });

  test("of the same reference, whatever the key; another amount under it is refused", async () => {
    const userId = await bench.user("50.00");
    const debit = (amount: string) => call(userId, "debit", { amount, reference: "fee-7", ...why });
    const replies = await twenty(() => debit("2.00"));
    expect(new Set(replies.map(({ body }) => body.auditLogId)).size).toBe(1);
    expect((await debit("2.01")).body.error).toMatchObject({
      code: "BALANCE_REFERENCE_REUSED",
      details: { reference: "fee-7" },
    });
    expect(await balance(userId)).toEqual(["48.00", "0.00"]);
    const credit = await call(userId, "credit", { amount: "2.00", reference: "fee-7", ...why });
    expect(credit.body.available).toBe("50.00"); // a reference is one of its kind and user
    expect((await eventsOf(userId)).map(({ type }) => type)).toEqual(["balance.debited", "balance.credited"]);
  });

  test("a refused one may be sent again with its key, once there is money", async () => {
    const userId = await bench.user();
    const debit = () => call(userId, "debit", { amount: "3.00", ...why }, { headers: { "Idempotency-Key": "later" } });
    expect((await debit()).status).toBe(422);
    await call(userId, "credit", { amount: "3.00", ...why });
    expect([(await debit()).status, (await debit()).headers.get("Idempotent-Replayed")]).toEqual([200, "true"]);
    expect(await balance(userId)).toEqual(["0.00", "0.00"]);
  });
});

describe("of twenty at once", () => {
  test("debits of the whole balance, exactly one", async () => {
    const userId = await bench.user("10.00");
    const replies = await twenty(() => call(userId, "debit", { amount: "10.00", ...why }));
    expect(statuses(replies)).toEqual([200, ...Array(19).fill(422)]);
    expect(await balance(userId)).toEqual(["0.00", "0.00"]);
  });

  test("reservations for one order, exactly one, though there is money for all", async () => {
    const userId = await bench.user("100.00");
    const replies = await twenty(() => call(userId, "reserve", { amount: "5.00", orderId: "one" }));
    expect(statuses(replies)).toEqual([200, ...Array(19).fill(409)]);
    expect(replies.find(({ status }) => status === 409)?.body.error).toMatchObject({
      code: "FUNDS_ALREADY_RESERVED",
      details: { reserved: "5.00" },
    });
    expect(await balance(userId)).toEqual(["95.00", "5.00"]);
  });

  test("reservations for twenty orders, as many as the balance covers", async () => {
    const userId = await bench.user("10.00");
    const replies = await twenty((index) => call(userId, "reserve", { amount: "3.00", orderId: `o-${index}` }));
    expect(statuses(replies).filter((status) => status === 200)).toHaveLength(3);
    expect(await balance(userId)).toEqual(["1.00", "9.00"]);
  });

  test("ends of one hold, exactly one, whichever it is", async () => {
    const [userId, sellerId] = [await bench.user("10.00"), await bench.user()];
    await call(userId, "reserve", { amount: "10.00", orderId: "one" });
    const body = { amount: "10.00", orderId: "one" };
    const replies = await twenty((index) =>
      index % 3 === 0
        ? call(userId, "release", { ...body, sellerId })
        : call(userId, index % 3 === 1 ? "cancel-reservation" : "deduct-reserved", body),
    );
    expect(statuses(replies)).toEqual([200, ...Array(19).fill(422)]);
    const [own, others] = [await balance(userId), await balance(sellerId)];
    expect(own[1]).toBe("0.00");
    expect([own[0], others[0]].filter((amount) => amount === "10.00").length).toBeLessThanOrEqual(1);
  });

  test("credits of one balance, all", async () => {
    const userId = await bench.user();
    const replies = await twenty(() => call(userId, "credit", { amount: "0.01", ...why }));
    expect(new Set(statuses(replies))).toEqual(new Set([200]));
    const { body } = await bench.request("GET", `/users/${userId}/balance`);
    expect(body.available).toBe("0.20");
  });

  test("releases back and forth between two users never wait for each other for ever", async () => {
    const pair = [await bench.user("100.00"), await bench.user("100.00")] as const;
    for (const user of pair) await call(user, "reserve", { amount: "100.00", orderId: "x" });
    const replies = await twenty((index) => {
      const [from, to] = index % 2 === 0 ? pair : ([pair[1], pair[0]] as const);
      return call(from, "release", { amount: "5.00", orderId: "x", sellerId: to });
    });
    expect(new Set(statuses(replies))).toEqual(new Set([200]));
    expect([await balance(pair[0]), await balance(pair[1])]).toEqual([
      ["50.00", "50.00"],
      ["50.00", "50.00"],
    ]);
  });
});

describe("a hold", () => {
  test("of an order of ours is out of reach", async () => {
    const userId = await bench.user("10.00");
    const postings = [
      { account: `user/${userId}/available`, stroops: "-50000000" },
      { account: `user/${userId}/reserved`, stroops: "50000000" },
    ];
    await bench.db.sql.query("SELECT post_entry('an order', 'reserve', $1)", [JSON.stringify(postings)]);
    for (const verb of ["cancel-reservation", "deduct-reserved"]) {
      expect((await call(userId, verb, { amount: "5.00", orderId: "order" })).body.error.code).toBe(
        "RESERVE_NOT_FOUND",
      );
    }
    expect(await balance(userId)).toEqual(["5.00", "5.00"]);
  });

  test("of one order is not another's, and can be made anew once it is gone", async () => {
    const userId = await bench.user("10.00");
    const reserve = () => call(userId, "reserve", { amount: "4.00", orderId: "a" });
    await reserve();
    expect((await call(userId, "cancel-reservation", { amount: "4.00", orderId: "b" })).status).toBe(422);
    expect(
      (await call(userId, "cancel-reservation", { amount: "4.01", orderId: "a" })).body.error.details.reserved,
    ).toBe("4.00");
    expect([
      (await call(userId, "cancel-reservation", { amount: "4.00", orderId: "a" })).status,
      (await reserve()).status,
    ]).toEqual([200, 200]);
  });
});

describe("adjustments", () => {
  const ADJUSTMENTS: [string, object][] = [
    ["credit", { amount: "1.00", ...why }],
    ["debit", { amount: "1.00", ...why }],
    ["deduct-reserved", { amount: "1.00", orderId: "x" }],
    ["release", { amount: "1.00", orderId: "x", sellerId: "" }],
  ];

  test.each(ADJUSTMENTS)("%s is refused where they are switched off, and for a key of one user", async (verb, body) => {
    const userId = await bench.user("5.00");
    await call(userId, "reserve", { amount: "2.00", orderId: "x" });
    const filled = JSON.stringify("sellerId" in body ? { ...body, sellerId: await bench.user() } : body);
    const config = { ...bench.deps.config, allowManualAdjustments: false };
    const headers = { "x-api-key": MASTER_KEY };
    const off = await createApp({ ...bench.deps, config }).request(`/users/${userId}/balance/${verb}`, {
      method: "POST",
      headers,
      body: filled,
    });
    expect(off.status).toBe(403);
    expect(await off.json()).toMatchObject({ error: { code: "MANUAL_ADJUSTMENTS_DISABLED" } });
    const own = await call(userId, verb, {}, { text: filled, key: await bench.keyWith(["write"], userId) });
    expect([own.status, own.body.error.code]).toEqual([403, "MANUAL_ADJUSTMENTS_DISABLED"]);
    expect(await balance(userId)).toEqual(["3.00", "2.00"]);
  });

  test("tell a key of one user nothing of others, not even whether they are there", async () => {
    const userId = await bench.user("5.00");
    const key = await bench.keyWith(["write"], userId);
    const to = async (sellerId: string) =>
      (await call(userId, "release", { amount: "1.00", orderId: "x", sellerId }, { key })).body.error.code;
    expect([await to(await bench.user()), await to("usr_nobody")]).toEqual(
      Array(2).fill("MANUAL_ADJUSTMENTS_DISABLED"),
    );
    const reserve = await call(userId, "reserve", { amount: "1.00", orderId: "own" }, { key });
    expect([reserve.status, reserve.body.reserved]).toEqual([200, "1.00"]); // its own money it may hold
  });

  test("stand against the account of manual corrections, and so show what the chain does not have", async () => {
    const before = await balanceOf(bench.db.sql, "world/manual");
    const userId = await bench.user();
    await call(userId, "credit", { amount: "9.00", ...why });
    await call(userId, "reserve", { amount: "4.00", orderId: "x" });
    await call(userId, "deduct-reserved", { amount: "1.00", orderId: "x" });
    expect((await balanceOf(bench.db.sql, "world/manual")) - before).toBe(-80_000_000n);
  });
});

describe("the chain", () => {
  const withWallet = async (balanceText: string, chainText: string): Promise<UserId> => {
    const userId = await bench.user(balanceText);
    const publicKey = `G${userId.slice(4).toUpperCase()}`.padEnd(56, "A");
    await bench.db.prisma.wallet.create({
      data: { id: `wal_${userId}`, userId, publicKey, secretCiphertext: "sealed" },
    });
    onChain.set(publicKey, chainText);
    return userId;
  };
  const verify = (userId: string) => bench.request("GET", `/users/${userId}/balance/verify`);
  const sync = (userId: string) => bench.request("POST", `/users/${userId}/balance/sync`);

  test("is compared with all that the wallet should hold, also what is held", async () => {
    const userId = await withWallet("10.00", "10.0000000");
    await call(userId, "reserve", { amount: "4.00", orderId: "x" });
    expect((await verify(userId)).body).toMatchObject({ available: "6.00", reserved: "4.00", providerVerified: true });
    expect((await sync(userId)).body).toMatchObject({
      synced: true,
      localBalance: "10.00",
      providerBalance: "10.00",
      discrepancy: "0.00",
      action: "none",
      userId,
    });
    expect((await auditsOf(userId)).length).toBe(1);
  });

  test("that differs is told exactly, flagged once per look, and corrects nothing", async () => {
    const userId = await withWallet("10.00", "8.9999999");
    const { status, body } = await verify(userId);
    expect([status, body.error.code]).toEqual([409, "BALANCE_DISCREPANCY"]);
    expect(body.error.details).toEqual({
      userId,
      localBalance: "10.00",
      providerBalance: "8.9999999",
      currency: "USD",
      difference: "1.0000001",
    });
    expect((await sync(userId)).body).toMatchObject({
      synced: false,
      discrepancy: "1.0000001",
      action: "flagged",
      available: "10.00",
    });
    expect((await auditsOf(userId)).map(({ eventType }) => eventType)).toEqual(["balance.flagged"]);
  });

  test("within 1.00 verifies, and is flagged all the same when asked to sync", async () => {
    const userId = await withWallet("10.00", "11.0000000");
    expect((await verify(userId)).status).toBe(200);
    expect((await sync(userId)).body.action).toBe("flagged");
  });

  test("that does not answer is unknown, never a difference", async () => {
    const userId = await withWallet("10.00", "away");
    expect((await verify(userId)).body.error.code).toBe("STELLAR_NETWORK_ERROR");
    expect((await sync(userId)).body).toMatchObject({
      synced: false,
      providerBalance: null,
      discrepancy: "unknown",
      action: "none",
    });
  });
});

test("at the end the books balance, and what is held is what holds say", async () => {
  expect([...(await balancedEntries({ db: bench.db })), ...(await trueBalances({ db: bench.db }))]).toEqual([]);
  const { rows } = await bench.db.sql.query(
    `SELECT a.name FROM ledger_account a LEFT JOIN balance_hold h ON a.name = 'user/' || h.user_id || '/held'
     WHERE a.name LIKE 'user/%/held' GROUP BY a.id HAVING a.balance <> coalesce(sum(h.amount_stroops), 0)`,
  );
  expect(rows).toEqual([]);
});
