import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { UserId } from "../../domain/ids.ts";
import { ENDPOINTS } from "../../gateway/routes/index.ts";
import { type GatewayBench, gatewayBench, type Reply } from "../../gateway/testing/gateway-bench.ts";
import { wellFormedBody } from "./well-formed-bodies.ts";

const DESTINATION = "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ";
const EVERYTHING = ["read", "write", "support", "events.read"];

let bench: GatewayBench;
let buyer: UserId;
let seller: UserId;
let keys: Readonly<Record<"buyer" | "seller", string>>;
beforeAll(async () => {
  bench = await gatewayBench("bound-keys");
  [buyer, seller] = [await bench.user("1000.00"), await bench.user()];
  keys = { buyer: await bench.keyWith(EVERYTHING, buyer), seller: await bench.keyWith(EVERYTHING, seller) };
}, 60_000);
afterAll(() => bench.close());

const post = (path: string, body: object = {}, key?: string): Promise<Reply> =>
  bench.request("POST", path, { body, ...(key && { key }) });
const refusal = ({ status, body }: Reply) => [status, body.error?.code];
const HELD_BY_ANOTHER = [422, "USER_NOT_ELIGIBLE"];

/** What a key of one user may do with `support`: things of that user alone, on which nobody else's money hangs. */
const OF_ITS_OWN = [
  "createApiKey",
  "createToken",
  "createWebhookEndpoint",
  "deleteWebhookEndpoint",
  "getPlatform",
  "getWebhookDelivery",
  "getWebhookEndpoint",
  "listApiKeys",
  "listAuditLogs",
  "listParkedOperations",
  "listWebhookDeliveries",
  "listWebhookEndpoints",
  "replayWebhookDelivery",
  "replayWebhookEvents",
  "resumeWebhookEndpoint",
  "revokeApiKey",
  "rotateWebhookSecret",
  "testWebhookEndpoint",
  "updateWebhookEndpoint",
];
const SUPPORTING = ENDPOINTS.map(({ declaration }) => declaration).filter(({ access }) => access === "support");
const decisive = SUPPORTING.filter(({ operationId }) => !OF_ITS_OWN.includes(operationId));

describe("A key of one user with every scope", () => {
  test.each(decisive.map((one) => [one.operationId, one] as const))(
    "may not %s, about an own payment either",
    async (_name, one) => {
      const order = (await post("/orders", { buyerId: buyer, sellerId: seller, amount: "10.00", title: "work" })).body
        .data;
      const ids: Record<string, string> = { users: buyer, disputes: "dsp_any" };
      const path = one.path
        .replace("{workflowType}", "order")
        .replaceAll(/\{\w+\}/g, ids[one.path.split("/")[1] ?? ""] ?? order.id);
      const body = one.method === "post" ? wellFormedBody(one.operationId) : undefined;
      for (const key of Object.values(keys)) {
        const reply = await bench.request(one.method.toUpperCase(), path, { key, ...(body && { body }) });
        expect(refusal(reply)).toEqual([403, "INSUFFICIENT_SCOPE"]);
      }
    },
  );

  test("is known to do no more than what is listed here", () => {
    const names = SUPPORTING.map(({ operationId }) => operationId);
    expect(OF_ITS_OWN.filter((name) => !names.includes(name))).toEqual([]);
    expect(decisive.map(({ operationId }) => operationId)).toEqual(
      expect.arrayContaining(["decideOperation", "assignDispute", "commentDispute", "resolveDispute", "suspendUser"]),
    );
  });
});

describe("A hold that the marketplace made", () => {
  test("of an order is undone by the marketplace, and by neither party", async () => {
    const order = (await post("/orders", { buyerId: buyer, sellerId: seller, amount: "10.00", title: "work" })).body
      .data;
    await post(`/orders/${order.id}/reserve`);
    for (const key of Object.values(keys)) {
      expect(refusal(await post(`/orders/${order.id}/cancel`, {}, key))).toEqual(HELD_BY_ANOTHER);
    }
    expect((await post(`/orders/${order.id}/cancel`)).body.data.outcome).toBe("CANCELED");
  });

  test("on a balance is undone by the marketplace, wholly or in parts, and not by the user", async () => {
    const hold = { amount: "10.00", orderId: randomUUID() };
    await post(`/users/${buyer}/balance/reserve`, hold);
    const path = `/users/${buyer}/balance/cancel-reservation`;
    expect(refusal(await post(path, hold, keys.buyer))).toEqual(HELD_BY_ANOTHER);
    expect(refusal(await post(path, { ...hold, amount: "0.01" }, keys.buyer))).toEqual(HELD_BY_ANOTHER);
    expect((await post(path, { ...hold, amount: "4.00" })).status).toBe(200);
    expect((await post(path, { ...hold, amount: "6.00" })).status).toBe(200);
    expect((await post(`/users/${buyer}/balance/reserve`, hold, keys.buyer)).status).toBe(200); // now it is the user's own
    expect((await post(path, hold, keys.buyer)).status).toBe(200);
  });

  test("of a withdrawal is neither sent nor given back by the user", async () => {
    const asked = {
      userId: buyer,
      amount: "10.00",
      destinationType: "crypto",
      destinationRef: DESTINATION,
      commit: false,
    };
    const { id } = (await post("/withdrawals", asked)).body;
    for (const command of ["commit", "cancel"]) {
      expect(refusal(await post(`/withdrawals/${id}/${command}`, {}, keys.buyer))).toEqual(HELD_BY_ANOTHER);
    }
    expect((await bench.request("GET", `/withdrawals/${id}`)).body.status).toBe("WITHDRAWAL_CREATED");
    expect((await post(`/withdrawals/${id}/cancel`)).body.status).toBe("WITHDRAWAL_CANCELED");
  });
});

describe("A hold that the user's key made", () => {
  test("is undone by any key of that user, and by the marketplace", async () => {
    const second = await bench.keyWith(["write"], buyer);
    for (const key of [second, undefined]) {
      const order = (await post("/orders", { buyerId: buyer, sellerId: seller, amount: "10.00", title: "work" })).body
        .data;
      await post(`/orders/${order.id}/reserve`, {}, keys.buyer);
      expect((await post(`/orders/${order.id}/cancel`, {}, key)).body.data.outcome).toBe("CANCELED");
      const asked = { amount: "10.00", destinationType: "crypto", destinationRef: DESTINATION, commit: false };
      const { id } = (await post("/withdrawals", asked, keys.buyer)).body;
      expect((await post(`/withdrawals/${id}/cancel`, {}, key)).body.status).toBe("WITHDRAWAL_CANCELED");
    }
  });
});
