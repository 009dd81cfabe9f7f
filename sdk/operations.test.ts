import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { OfferHubSDK } from "./index.ts";

// What is sent, with nobody there to receive it.
const realFetch = globalThis.fetch;
let sent: { method: string; path: string; headers: Headers; body: unknown }[] = [];
beforeEach(() => {
  sent = [];
  globalThis.fetch = async (input, init) => {
    const { pathname, search } = new URL(String(input));
    const body = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
    const path = pathname.replace("/api/v1", "") + search;
    sent.push({ method: init?.method ?? "GET", path, headers: new Headers(init?.headers), body });
    const data = pathname.endsWith("/parked") ? [] : { workflowId: "order/ord_1" };
    return new Response(JSON.stringify({ data }), { status: init?.method === "POST" ? 202 : 200 });
  };
});
afterEach(() => {
  globalThis.fetch = realFetch;
});
const sdk = new OfferHubSDK({ apiUrl: "http://nobody.invalid", apiKey: "ohk_test", retryAttempts: 0 });
const RETRY = { action: "retry", reason: "the key is back" } as const;

test("a payment of every kind is explained at its own path", async () => {
  await sdk.orders.explain("ord_1");
  await sdk.withdrawals.explain("wd_1");
  await sdk.topups.explain("topup_1");
  await sdk.disputes.explain("dsp_1");
  await sdk.wallet.explain("usr_1");
  expect(sent.map(({ path }) => path)).toEqual([
    "/orders/ord_1/explain",
    "/withdrawals/wd_1/explain",
    "/topups/topup_1/explain",
    "/disputes/dsp_1/explain",
    "/users/usr_1/wallet/explain",
  ]);
});

describe("a decision", () => {
  test("is sent once and not waited for: what is accepted is with its workflow", async () => {
    expect(await sdk.operations.decide("order/ord_1", RETRY)).toEqual({ workflowId: "order/ord_1" });
    expect(sent).toMatchObject([{ method: "POST", path: "/operations/order/ord_1/decision", body: RETRY }]);
    expect(sent[0]?.headers.get("prefer")).toBe("respond-async");
    expect(sent[0]?.headers.get("idempotency-key")).toBeTruthy();
  });

  test("reaches workflows whatever is in their id", async () => {
    await sdk.operations.decide("wallet/platform/sponsor", RETRY);
    await sdk.operations.decide("no-slash", RETRY, { idempotencyKey: "mine" });
    expect(sent.map(({ path }) => path)).toEqual([
      "/operations/wallet/platform%2Fsponsor/decision",
      "/operations/no-slash/decision",
    ]);
    expect(sent[1]?.headers.get("idempotency-key")).toBe("mine");
  });
});

test("the filters of parked payments become a query", async () => {
  await sdk.operations.listParked();
  await sdk.operations.listParked({ reason: "LANE_BUSY", needsOperator: false, minAgeSeconds: 60, limit: 5 });
  expect(sent.map(({ path }) => path)).toEqual([
    "/operations/parked",
    "/operations/parked?reason=LANE_BUSY&needsOperator=false&minAgeSeconds=60&limit=5",
  ]);
});
