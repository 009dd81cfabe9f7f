import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type GatewayBench, gatewayBench, type Reply } from "../../testing/gateway-bench.ts";

const DESTINATION = "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ";
const CONTRACT = "CCACEZ745VUFIR6V4XK3PE42V6LRAOA4GS27MMRFXGRSQUKIVKFKMHKP";
const MUXED_CONTRACT = "WCACEZ745VUFIR6V4XK3PE42V6LRAOA4GS27MMRFXGRSQUKIVKFKMEAAAAADFVLJEIH2A";
const HASH = "0123456789ABCDEF".repeat(4);

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("withdrawal-terms");
}, 60_000);
afterAll(() => bench.close());

const refusal = ({ status, body }: Reply) => [status, body.error?.code];
const create = (more: object, headers: Record<string, string> = {}): Promise<Reply> =>
  bench.request("POST", "/withdrawals", {
    body: { amount: "30.00", destinationType: "crypto", destinationRef: DESTINATION, commit: false, ...more },
    headers,
  });
const balanceOf = async (userId: string) => {
  const { available, reserved } = (await bench.request("GET", `/users/${userId}/balance`)).body;
  return { available, reserved };
};

describe("a withdrawal's memo", () => {
  test.each([
    [{ memo: "invoice 7" }, { memo: "invoice 7", memoType: "text" }],
    [
      { memo: "18446744073709551615", memoType: "id" },
      { memo: "18446744073709551615", memoType: "id" },
    ],
    [
      { memo: HASH, memoType: "hash" },
      { memo: HASH.toLowerCase(), memoType: "hash" },
    ],
    [
      { memo: HASH, memoType: "return" },
      { memo: HASH.toLowerCase(), memoType: "return" },
    ],
    [{}, { memo: null, memoType: null }],
  ])("is told as it is sent: %j", async (sent, shown) => {
    const reply = await create({ userId: await bench.user("100.00"), ...sent });
    expect([reply.status, reply.body.data]).toMatchObject([201, shown]);
    expect((await bench.request("GET", `/withdrawals/${reply.body.data.id}`)).body).toMatchObject(shown);
  });

  test("is part of what a key stands for", async () => {
    const userId = await bench.user("100.00");
    const key = { "Idempotency-Key": `memo-${userId}` };
    expect((await create({ userId, memo: "77", memoType: "id" }, key)).status).toBe(201);
    expect(refusal(await create({ userId, memo: "77", memoType: "text" }, key))).toEqual([
      409,
      "IDEMPOTENCY_KEY_REUSED",
    ]);
    expect(await balanceOf(userId)).toEqual({ available: "70.00", reserved: "30.00" });
  });

  test.each<[object, number, string]>([
    [{ memo: "18446744073709551616", memoType: "id" }, 400, "VALIDATION_ERROR"],
    [{ memo: "order 7", memoType: "id" }, 400, "VALIDATION_ERROR"],
    [{ memo: "7".repeat(63), memoType: "hash" }, 400, "VALIDATION_ERROR"],
    [{ memo: "7", memoType: "number" }, 400, "VALIDATION_ERROR"],
    [{ memoType: "id" }, 400, "VALIDATION_ERROR"],
    [{ memo: "7", destinationRef: CONTRACT }, 422, "WITHDRAWAL_DESTINATION_INVALID"],
    [{ destinationRef: MUXED_CONTRACT }, 422, "WITHDRAWAL_DESTINATION_INVALID"],
  ])("or destination is refused where it can't be kept: %j", async (sent, status, code) => {
    const userId = await bench.user("100.00");
    expect(refusal(await create({ userId, ...sent }))).toEqual([status, code]);
    expect(await balanceOf(userId)).toEqual({ available: "100.00", reserved: "0.00" });
  });

  test("a muxed contract address is refused by its name, and its contract is not offered instead", async () => {
    const { body } = await create({ userId: await bench.user("100.00"), destinationRef: MUXED_CONTRACT });
    expect(body.error.details).toMatchObject({ reason: "MUXED_CONTRACT_UNSUPPORTED", destinationRef: MUXED_CONTRACT });
    expect(JSON.stringify(body)).not.toContain(CONTRACT);
  });

  test("a contract may be the destination", async () => {
    const reply = await create({ userId: await bench.user("100.00"), destinationRef: CONTRACT });
    expect([reply.status, reply.body.destinationRef]).toEqual([201, CONTRACT]);
  });
});

describe("an amount of USDC", () => {
  test("has up to seven decimals", async () => {
    const userId = await bench.user("100.0000009");
    const reply = await create({ userId, amount: "30.0000001" });
    expect([reply.status, reply.body.amount]).toEqual([201, "30.0000001"]);
    expect(await balanceOf(userId)).toEqual({ available: "70.0000008", reserved: "30.0000001" });
    await bench.request("POST", `/withdrawals/${reply.body.id}/cancel`);
    expect(await balanceOf(userId)).toEqual({ available: "100.0000009", reserved: "0.00" });
  });

  test.each(["30.00000001", "30.0", "30", ".50", "1e2", "all ", "ALL"])("is not %j", async (amount) => {
    const userId = await bench.user("100.00");
    expect(refusal(await create({ userId, amount }))).toEqual([400, "VALIDATION_ERROR"]);
  });

  test("may be everything: what is there when it is held, to the last stroop, and the answer says how much", async () => {
    const userId = await bench.user("100.0000009");
    const reply = await create({ userId, amount: "all" });
    expect([reply.status, reply.body.amount]).toEqual([201, "100.0000009"]);
    expect(await balanceOf(userId)).toEqual({ available: "0.00", reserved: "100.0000009" });
    const { rows } = await bench.db.sql.query(
      "SELECT payload->>'amount' AS amount FROM event WHERE payload->>'withdrawalId' = $1 OR payload->>'destinationId' = $1",
      [reply.body.id],
    );
    expect(rows.map((row) => (row as { amount: string }).amount)).toEqual(["100.0000009", "100.0000009"]);
    await bench.request("POST", `/withdrawals/${reply.body.id}/cancel`);
    expect(await balanceOf(userId)).toEqual({ available: "100.0000009", reserved: "0.00" });
  });

  test("everything is everything once, whatever else is asked at the same moment", async () => {
    const userId = await bench.user("100.0000003");
    const replies = await Promise.all(
      ["all", "30.00", "all", "20.0000001", "all"].map((amount) => create({ userId, amount })),
    );
    const held = replies.filter(({ status }) => status === 201);
    expect(held.length).toBeGreaterThan(0);
    expect(await balanceOf(userId)).toEqual({ available: "0.00", reserved: "100.0000003" });
    const refused = replies.filter(({ status }) => status !== 201).map((reply) => refusal(reply).join(" "));
    expect(refused.every((told) => told === "422 INSUFFICIENT_FUNDS")).toBe(true);
  });

  test("everything is one withdrawal for one key, also when there is more by then", async () => {
    const userId = await bench.user("40.00");
    const key = { "Idempotency-Key": `all-${userId}` };
    const first = await create({ userId, amount: "all" }, key);
    await bench.request("POST", `/users/${userId}/balance/credit`, {
      body: { amount: "5.00", reference: `gift-${userId}` },
    });
    const again = await create({ userId, amount: "all" }, key);
    expect([again.status, again.body.id, again.body.amount]).toEqual([201, first.body.id, "40.00"]);
  });

  test.each<[string, number, string]>([
    ["0.00", 422, "INSUFFICIENT_FUNDS"],
    ["0.0000005", 400, "INVALID_AMOUNT"],
    ["6000.00", 400, "INVALID_AMOUNT"],
  ])("everything of %s is refused, outside the limits or with nothing there", async (balance, status, code) => {
    const userId = await bench.user(balance === "0.00" ? undefined : balance);
    expect(refusal(await create({ userId, amount: "all" }))).toEqual([status, code]);
    expect(await balanceOf(userId)).toEqual({ available: balance, reserved: "0.00" });
  });
});
