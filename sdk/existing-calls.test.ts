import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { InsufficientFundsError } from "./index.ts";
import { connect, makeEveryCall, OLDER_STATES, tellOf } from "./testing/existing-calls.ts";

const sent: string[] = [];
const realFetch = globalThis.fetch;
beforeAll(() => {
  globalThis.fetch = async (url, init) => {
    const path = String(url).replace("http://shop.test/api/v1", "");
    const headers = new Headers(init?.headers);
    const marks = [headers.get("x-shop"), headers.get("x-trace"), headers.get("idempotency-key") ?? "-"].join(" ");
    sent.push([init?.method, path, init?.body ?? "-", marks].join(" "));
    return Response.json({ data: /\?|milestones$/.test(path) ? [] : { id: "id_1" }, hasMore: false, nextCursor: null });
  };
});
afterAll(() => {
  globalThis.fetch = realFetch;
});

test("clients of the predecessor send what they always sent", async () => {
  await makeEveryCall(connect("http://shop.test"));
  expect(sent.every((line) => line.includes(" 1 t "))).toBe(true);
  expect(sent.filter((line) => line.startsWith("POST")).every((line) => line.endsWith(" order-1"))).toBe(true);
  expect(sent.map((line) => line.split(" 1 t ")[0])).toEqual([
    'POST /users {"externalUserId":"buyer-1","email":"b@example.com","type":"BUYER"}',
    'POST /users/id_1/airtm/link {"email":"b@example.com"}',
    "GET /users/usr_1/balance -",
    "GET /users/usr_1/balance/verify -",
    "POST /users/usr_1/balance/sync -",
    'POST /users/usr_1/balance/credit {"amount":"1.00","description":"gift","reference":"r1"}',
    'POST /users/usr_1/balance/debit {"amount":"1.00","description":"fee"}',
    'POST /users/usr_1/balance/reserve {"amount":"1.00","reference":"order-1"}',
    'POST /users/usr_1/balance/cancel-reservation {"amount":"1.00","reference":"order-1"}',
    'POST /users/usr_1/balance/deduct-reserved {"amount":"1.00","reference":"order-1"}',
    'POST /users/usr_1/balance/release {"amount":"1.00","reference":"order-1","recipientId":"usr_2"}',
    'POST /orders {"buyer_id":"usr_1","seller_id":"usr_2","amount":"120.00","title":"A logo","currency":"USD","description":"in blue","client_order_ref":"o-1","metadata":{"shop":1},"milestones":[{"ref":"m1","description":"Draft","amount":"120.00"}]}',
    "GET /orders?buyer_id=usr_1&seller_id=usr_2&status=IN_PROGRESS&limit=5&cursor=c -",
    "GET /orders/id_1 -",
    "POST /orders/id_1/reserve -",
    "POST /orders/id_1/escrow -",
    "POST /orders/id_1/escrow/fund -",
    "GET /orders/id_1/milestones -",
    "POST /orders/id_1/milestones/m1/complete -",
    'POST /orders/id_1/cancel {"reason":"no"}',
    'POST /orders/id_1/resolution/release {"reason":"done"}',
    "POST /orders/id_1/resolution/release -",
    'POST /orders/id_1/resolution/refund {"reason":"broken"}',
    'POST /orders/id_1/resolution/dispute {"openedBy":"BUYER","reason":"OTHER","evidence":["e"]}',
    "GET /disputes?status=OPEN&orderId=id_1 -",
    "GET /disputes/id_1 -",
    'POST /disputes/id_1/assign {"agentId":"mia"}',
    'POST /disputes/id_1/resolve {"resolution":"SPLIT","sellerAmount":"80.00","buyerAmount":"40.00","notes":"n"}',
    'POST /topups {"amount":"10.00","currency":"USD","description":"in"}',
    "GET /topups/id_1 -",
    "POST /topups/id_1/refresh -",
    "POST /topups/id_1/cancel -",
    "GET /topups?limit=5&cursor=topup_1 -",
    'POST /withdrawals {"amount":"5.00","userId":"usr_1","destinationType":"crypto","destinationRef":"G1","currency":"USD","description":"out","commit":false}',
    "GET /withdrawals/id_1 -",
    "POST /withdrawals/id_1/commit -",
    "POST /withdrawals/id_1/refresh -",
    "GET /withdrawals?limit=5 -",
    "GET /users/usr_1/wallet -",
    "GET /users/usr_1/wallet/deposit -",
    "GET /users/usr_1/wallet/transactions?limit=3 -",
  ]);
});

test("errors and older states are what they were", () => {
  const details = { userId: "usr_1", requested: "5.00", available: "1.00" };
  const error = new InsufficientFundsError({ message: "no", code: "INSUFFICIENT_FUNDS", statusCode: 422, details });
  expect(tellOf(error)).toBe("usr_1 5.00 1.00");
  expect(OLDER_STATES).toContain("COMPLETED");
});
