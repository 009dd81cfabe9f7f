import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type GatewayBench, gatewayBench, type Reply } from "../../testing/gateway-bench.ts";

const DESTINATION = "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ";
const MUXED = "MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVAAAAAAAAAAAAAJLK";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("withdrawals");
}, 60_000);
afterAll(() => bench.close());

const post = (path: string, body: object = {}, headers: Record<string, string> = {}, key?: string): Promise<Reply> =>
  bench.request("POST", path, { body, headers, ...(key && { key }) });
const refusal = ({ status, body }: Reply) => [status, body.error?.code];
const asked = (more: object = {}) => ({
  amount: "30.00",
  destinationType: "crypto",
  destinationRef: DESTINATION,
  ...more,
});
const held = async (balance = "100.00") => {
  const userId = await bench.user(balance);
  const reply = await post("/withdrawals", asked({ userId, commit: false }));
  return { userId, id: String(reply.body.data?.id), reply };
};
const balanceOf = async (userId: string) => {
  const { available, reserved } = (await bench.request("GET", `/users/${userId}/balance`)).body;
  return { available, reserved };
};

describe("POST /withdrawals", () => {
  test("with commit false holds the money, and shows its fields at top level too", async () => {
    const { reply, userId, id } = await held();
    const shown = {
      id,
      userId,
      amount: "30.00",
      fee: "0.00",
      status: "WITHDRAWAL_CREATED",
      committed: false,
      transactionHash: null,
    };
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ ...shown, data: shown });
    expect(await balanceOf(userId)).toEqual({ available: "70.00", reserved: "30.00" });
    expect((await bench.request("GET", `/api/v1/withdrawals/${id}?userId=${userId}`)).body).toMatchObject(shown);
  });

  test("never pays more than there is, however many ask at once", async () => {
    const userId = await bench.user("100.00");
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => post("/withdrawals", asked({ userId, commit: false }))),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(3);
    const refused = replies.filter(({ status }) => status !== 201);
    expect(new Set(refused.map((reply) => refusal(reply).join(" ")))).toEqual(new Set(["422 INSUFFICIENT_FUNDS"]));
    expect(await balanceOf(userId)).toEqual({ available: "10.00", reserved: "90.00" });
  });

  test("is one withdrawal for one key, twenty times at once", async () => {
    const userId = await bench.user("100.00");
    const headers = { "Idempotency-Key": randomUUID() };
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => post("/withdrawals", asked({ userId, commit: false }), headers)),
    );
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.data?.id}`)).size).toBe(1);
    expect(await balanceOf(userId)).toEqual({ available: "70.00", reserved: "30.00" });
  });

  test("that is on its way answers 202, and its state at once afterwards", async () => {
    const userId = await bench.user("100.00");
    bench.chain.hold();
    const pending = await post("/withdrawals", asked({ userId, destinationRef: MUXED }), { Prefer: "respond-async" });
    bench.chain.release();
    expect(pending.status).toBe(202);
    expect(pending.headers.get("Location")).toBe(`/api/v1/withdrawals/${pending.body.id}`);
    expect(pending.headers.get("Preference-Applied")).toBe("respond-async");
    expect(pending.body.data).toMatchObject({ destinationRef: MUXED, amount: "30.00" });
  });

  test.each<[object, number, string]>([
    [{ amount: "0.00" }, 400, "INVALID_AMOUNT_FORMAT"],
    [{ amount: "5000.01" }, 400, "INVALID_AMOUNT"],
    [{ amount: 5 }, 400, "VALIDATION_ERROR"],
    [{ currency: "EUR" }, 400, "INVALID_CURRENCY"],
    [{ destinationType: "cash" }, 400, "VALIDATION_ERROR"],
    [{ destinationType: "bank" }, 422, "WITHDRAWAL_DESTINATION_INVALID"],
    [{ destinationRef: "" }, 400, "VALIDATION_ERROR"],
    [{ destinationRef: DESTINATION.toLowerCase() }, 422, "WITHDRAWAL_DESTINATION_INVALID"],
    [{ destinationRef: `${DESTINATION.slice(0, -1)}A` }, 422, "WITHDRAWAL_DESTINATION_INVALID"],
    [{ memo: "x".repeat(29) }, 400, "VALIDATION_ERROR"],
    [{ memo: "ü".repeat(15) }, 400, "VALIDATION_ERROR"],
    [{ commit: "false" }, 400, "VALIDATION_ERROR"],
    [{ userId: "usr_nobody" }, 404, "USER_NOT_FOUND"],
    [{ userId: null }, 400, "VALIDATION_ERROR"],
    [{ to: "x" }, 400, "VALIDATION_ERROR"],
  ])("refuses %j and moves nothing", async (more, status, code) => {
    const userId = await bench.user("100.00");
    expect(refusal(await post("/withdrawals", asked({ userId, ...more })))).toEqual([status, code]);
    expect(await balanceOf(userId)).toEqual({ available: "100.00", reserved: "0.00" });
  });

  test("of a suspended user is refused", async () => {
    const userId = await bench.user("100.00");
    await bench.db.prisma.user.update({ where: { id: userId }, data: { status: "SUSPENDED" } });
    expect(refusal(await post("/withdrawals", asked({ userId })))).toEqual([422, "USER_NOT_ELIGIBLE"]);
  });
});

describe("a held withdrawal", () => {
  test("gives the money back when it is canceled, once, and answers a repeat with the state", async () => {
    const { id, userId } = await held();
    for (let time = 0; time < 2; time += 1) {
      const reply = await post(`/withdrawals/${id}/cancel`);
      expect([reply.status, reply.body.status]).toEqual([200, "WITHDRAWAL_CANCELED"]);
    }
    expect(await balanceOf(userId)).toEqual({ available: "100.00", reserved: "0.00" });
    const commit = await post(`/withdrawals/${id}/commit`);
    expect(refusal(commit)).toEqual([409, "WITHDRAWAL_NOT_COMMITTABLE"]);
    expect(commit.body.error.details.currentStatus).toBe("WITHDRAWAL_CANCELED");
    expect((await post(`/withdrawals/${id}/refresh`)).body.status).toBe("WITHDRAWAL_CANCELED");
  });

  test("is not canceled any more once it was committed", async () => {
    const { id } = await held();
    bench.chain.hold();
    expect((await post(`/withdrawals/${id}/commit`, {}, { Prefer: "wait=0" })).status).toBe(202);
    expect(refusal(await post(`/withdrawals/${id}/cancel`))).toEqual([409, "INVALID_STATE"]);
    const progress = await bench.request("GET", `/withdrawals/${id}/progress`);
    bench.chain.release();
    expect(progress.body.data).toMatchObject({ workflowId: `withdrawal/${id}`, source: "live" });
  });

  test("of another user than named is not found", async () => {
    const { id } = await held();
    for (const path of [`/withdrawals/${id}`]) {
      expect(refusal(await bench.request("GET", `${path}?userId=${await bench.user()}`))).toEqual([
        404,
        "WITHDRAWAL_NOT_FOUND",
      ]);
    }
    expect(refusal(await post(`/withdrawals/${id}/commit?user_id=usr_x`))).toEqual([404, "WITHDRAWAL_NOT_FOUND"]);
  });
});

describe("a key bound to a user", () => {
  test("withdraws for that user without naming them, and for nobody else", async () => {
    const userId = await bench.user("100.00");
    const { id: foreign, userId: other } = await held();
    const key = await bench.keyWith(["read", "write"], userId);
    const own = await post("/withdrawals", asked({ commit: false }), {}, key);
    expect([own.status, own.body.userId]).toEqual([201, userId]);
    expect(refusal(await post("/withdrawals", asked({ userId: other }), {}, key))).toEqual([404, "USER_NOT_FOUND"]);
    for (const command of ["commit", "cancel", "refresh"]) {
      expect(refusal(await post(`/withdrawals/${foreign}/${command}`, {}, {}, key))).toEqual([
        404,
        "WITHDRAWAL_NOT_FOUND",
      ]);
    }
    const listed = await bench.request("GET", "/withdrawals", { key });
    expect(listed.body.data.map(({ id }: { id: string }) => id)).toEqual([own.body.id]);
    expect((await bench.request("GET", `/withdrawals?userId=${other}`, { key })).body.data).toEqual([]);
  });
});

test("the list pages newest first and filters by user and status", async () => {
  const userId = await bench.user("100.00");
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    ids.unshift((await post("/withdrawals", asked({ userId, amount: "1.00", commit: false }))).body.id);
  }
  const first = (await bench.request("GET", `/withdrawals?userId=${userId}&limit=2`)).body;
  expect([first.data.map(({ id }: { id: string }) => id), first.hasMore]).toEqual([ids.slice(0, 2), true]);
  const rest = (await bench.request("GET", `/withdrawals?userId=${userId}&limit=2&cursor=${first.nextCursor}`)).body;
  expect(rest).toMatchObject({ data: [{ id: ids[2] }], hasMore: false, nextCursor: null });
  expect((await bench.request("GET", `/withdrawals?userId=${userId}&status=WITHDRAWAL_FAILED`)).body.data).toEqual([]);
});
