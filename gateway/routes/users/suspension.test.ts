import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type GatewayBench, gatewayBench, type Reply } from "../../testing/gateway-bench.ts";

const DESTINATION = "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("suspension");
}, 60_000);
afterAll(() => bench.close());

const post = (path: string, body: object = {}, key?: string): Promise<Reply> =>
  bench.request("POST", path, { body, ...(key && { key }) });
const refusal = ({ status, body }: Reply) => [status, body.error?.code];
const suspend = (userId: string, reason = "chargebacks") => post(`/users/${userId}/suspend`, { reason });
const reinstate = (userId: string) => post(`/users/${userId}/reinstate`, { reason: "cleared" });
const balanceOf = async (userId: string) => {
  const { available, reserved } = (await bench.request("GET", `/users/${userId}/balance`)).body;
  return [available, reserved];
};
const withdrawal = (userId: string, more: object = {}) => ({
  userId,
  amount: "30.00",
  destinationType: "crypto",
  destinationRef: DESTINATION,
  ...more,
});
const held = async () => {
  const userId = await bench.user("100.00");
  return { userId, id: String((await post("/withdrawals", withdrawal(userId, { commit: false }))).body.id) };
};
const events = (userId: string) =>
  bench.db.prisma.event.findMany({
    where: { userId, type: { startsWith: "user.s" } },
    select: { type: true, payload: true },
  });

describe("Suspending a user", () => {
  test("happens once, with its reason in the audit log and in the event, and is undone the same way", async () => {
    const userId = await bench.user("100.00");
    const replies = await Promise.all([suspend(userId), suspend(userId), suspend(userId, "again")]);
    expect(replies.map(({ status, body }) => [status, body.data.status])).toEqual(Array(3).fill([200, "SUSPENDED"]));
    expect(await events(userId)).toHaveLength(1);
    expect(await events(userId)).toMatchObject([{ type: "user.suspended", payload: { userId, status: "SUSPENDED" } }]);
    expect((await reinstate(userId)).body.data.status).toBe("ACTIVE");
    expect((await reinstate(userId)).body.data.status).toBe("ACTIVE");
    const audits = await bench.db.prisma.auditRecord.findMany({
      where: { resourceId: userId, eventType: { in: ["user.suspended", "user.reinstated"] } },
      orderBy: { occurredAt: "asc" },
    });
    expect(audits.map(({ eventType, payloadAfter }) => [eventType, payloadAfter])).toMatchObject([
      ["user.suspended", { status: "SUSPENDED" }],
      ["user.reinstated", { status: "ACTIVE", reason: "cleared" }],
    ]);
  });

  test("makes nobody more than they were: who was never verified is not verified by being reinstated", async () => {
    const userId = await bench.user();
    await bench.db.sql.query("UPDATE users SET status = 'PENDING_VERIFICATION' WHERE id = $1", [userId]);
    for (let time = 0; time < 2; time += 1) {
      await suspend(userId);
      expect((await reinstate(userId)).body.data.status).toBe("PENDING_VERIFICATION");
    }
  });

  test("is for keys of the installation with support, and needs a reason and a user", async () => {
    const userId = await bench.user();
    const bound = await bench.keyWith(["*"], userId);
    expect(refusal(await post(`/users/${userId}/suspend`, { reason: "x" }, bound))).toEqual([
      403,
      "INSUFFICIENT_SCOPE",
    ]);
    const writer = await bench.keyWith(["read", "write"]);
    expect(refusal(await post(`/users/${userId}/suspend`, { reason: "x" }, writer))).toEqual([
      403,
      "INSUFFICIENT_SCOPE",
    ]);
    expect(refusal(await post(`/users/${userId}/suspend`, { reason: "  " }))).toEqual([400, "VALIDATION_ERROR"]);
    expect(refusal(await suspend("usr_nobody"))).toEqual([404, "USER_NOT_FOUND"]);
  });

  test("refuses what would leave, keeps what is held, and pays it once they are reinstated", async () => {
    const { userId, id } = await held();
    await suspend(userId);
    expect(refusal(await post(`/withdrawals/${id}/commit`))).toEqual([422, "USER_NOT_ELIGIBLE"]);
    expect(refusal(await post("/withdrawals", withdrawal(userId)))).toEqual([422, "USER_NOT_ELIGIBLE"]);
    const hold = { amount: "5.00", orderId: randomUUID() };
    expect(refusal(await post(`/users/${userId}/balance/reserve`, hold))).toEqual([422, "USER_NOT_ELIGIBLE"]);
    expect(await balanceOf(userId)).toEqual(["70.00", "30.00"]);
    await reinstate(userId);
    expect((await post(`/withdrawals/${id}/commit`)).body.data.status).toBe("WITHDRAWAL_COMPLETED");
  });

  test("gives back a held withdrawal that is canceled, and keeps a hold from another's balance", async () => {
    const { userId, id } = await held();
    const hold = { amount: "20.00", orderId: randomUUID() };
    await post(`/users/${userId}/balance/reserve`, hold);
    await suspend(userId);
    const sellerId = await bench.user();
    const released = await post(`/users/${userId}/balance/release`, { ...hold, sellerId });
    expect(refusal(released)).toEqual([422, "USER_NOT_ELIGIBLE"]);
    expect((await post(`/withdrawals/${id}/cancel`)).body.data.status).toBe("WITHDRAWAL_CANCELED");
    expect((await post(`/users/${userId}/balance/cancel-reservation`, hold)).status).toBe(200);
    expect(await balanceOf(userId)).toEqual(["100.00", "0.00"]);
  });

  test("lets an order's money in the escrow go where it is decided, to them too, and funds no other", async () => {
    const [buyer, seller] = [await bench.user("300.00"), await bench.user()];
    const open = async () => {
      const terms = { buyerId: buyer, sellerId: seller, amount: "100.00", title: "work" };
      const { id } = (await post("/orders", terms)).body.data;
      await post(`/orders/${id}/reserve`);
      await post(`/orders/${id}/escrow`);
      return String(id);
    };
    const [funded, unfunded] = [await open(), await open()];
    await post(`/orders/${funded}/escrow/fund`);
    await suspend(buyer);
    await suspend(seller);
    expect(refusal(await post(`/orders/${unfunded}/escrow/fund`))).toEqual([422, "USER_NOT_ELIGIBLE"]);
    const released = await post(`/orders/${funded}/resolution/release`);
    expect(released.body.data).toMatchObject({ status: "CLOSED", outcome: "RELEASED" });
    await reinstate(buyer);
    expect((await post(`/orders/${unfunded}/escrow/fund`)).body.data.status).toBe("IN_PROGRESS");
  });
});
