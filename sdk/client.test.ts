import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import {
  AuthenticationError,
  AuthorizationError,
  IdempotencyError,
  InsufficientFundsError,
  InvalidTransitionError,
  NetworkError,
  NotFoundError,
  OfferHubError,
  OfferHubSDK,
  ProviderError,
  RateLimitError,
  StillPendingError,
  ValidationError,
} from "./index.ts";

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Reads the request and never answers it, or hangs up. */
  readonly instead?: "silence" | "hang up";
}
interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

// A server that answers as a test says, in order; the last answer stays.
let server: Server;
let apiUrl: string;
let answers: Answer[] = [];
let seen: Seen[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { method, url, headers } = request;
    seen.push({ method, url, key: headers["idempotency-key"] as string | undefined, headers, body });
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 500 };
    if (answer.instead === "silence") return;
    if (answer.instead === "hang up") return void request.socket.destroy();
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen = [];
});

const sdkThat = (...given: Answer[]) => {
  answers = given;
  return new OfferHubSDK({ apiUrl, apiKey: "ohk_test", timeout: 10_000 });
};
const NOW = { "retry-after": "0" };
const ORDER = { id: "ord_1", status: "FUNDS_RESERVED" };
const done = { status: 201, body: { success: true, data: ORDER } };
const failure = (status: number, code: string, details = {}): Answer => ({
  status,
  headers: NOW,
  body: { error: { code, message: "no", details, requestId: "r-1", docs: `/docs/errors/${code}` } },
});
const thrownBy = (work: Promise<unknown>): Promise<OfferHubError> =>
  work.then(
    () => Promise.reject(new Error("nothing was thrown")),
    (error: OfferHubError) => error,
  );

describe("a POST", () => {
  test("carries one key over its retries, and a new one for the next call", async () => {
    const sdk = sdkThat(
      failure(503, "SERVICE_UNAVAILABLE"),
      { status: 0, instead: "hang up" },
      failure(500, "INTERNAL_ERROR"),
      done,
    );
    expect(await sdk.orders.reserve("ord_1")).toEqual(ORDER);
    await sdk.orders.reserve("ord_1");
    expect(seen).toHaveLength(5);
    const keys = seen.map(({ key }) => key);
    expect(new Set(keys.slice(0, 4)).size).toBe(1);
    expect(keys[4]).not.toBe(keys[0]);
    expect(keys.every(Boolean)).toBe(true);
  });

  test("is sent again under its key after silence", async () => {
    answers = [{ status: 0, instead: "silence" }, done];
    const sdk = new OfferHubSDK({ apiUrl, apiKey: "ohk_test", timeout: 400 });
    expect(await sdk.orders.reserve("ord_1")).toEqual(ORDER);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
  });

  test("that is only accepted is followed to its end under the same key", async () => {
    const pending = { status: 202, headers: NOW, body: { data: { ...ORDER, status: "ESCROW_CREATING" } } };
    const sdk = sdkThat(pending, pending, done);
    expect(await sdk.orders.createEscrow("ord_1")).toEqual(ORDER);
    expect(seen).toHaveLength(3);
    expect(new Set(seen.map(({ key, url }) => `${key} ${url}`)).size).toBe(1);
  });

  test("that is only accepted and then refused throws the refusal", async () => {
    const sdk = sdkThat({ status: 202, headers: NOW, body: { data: ORDER } }, failure(400, "ESCROW_FUNDING_FAILED"));
    expect((await thrownBy(sdk.orders.fundEscrow("ord_1"))).code).toBe("ESCROW_FUNDING_FAILED");
  });

  test("that stays accepted ends as still pending when the time is up, and at once when the caller prefers", async () => {
    answers = [{ status: 202, headers: { ...NOW, location: "/api/v1/orders/ord_1" }, body: { data: ORDER } }];
    const impatient = new OfferHubSDK({ apiUrl, apiKey: "k", pendingTimeout: 0 });
    const error = await thrownBy(impatient.orders.release("ord_1"));
    expect(error).toBeInstanceOf(StillPendingError);
    expect(error.details).toEqual({ location: "/api/v1/orders/ord_1" });
    const async = impatient.withHeaders({ Prefer: "respond-async" });
    expect(await async.orders.release("ord_1")).toEqual(ORDER);
  });

  test("takes the caller's own key, per call and per client", async () => {
    const sdk = sdkThat(done);
    await sdk.orders.reserve("ord_1", { idempotencyKey: "mine" });
    await sdk.withIdempotencyKey("ours").orders.reserve("ord_1");
    await sdk.orders.reserve("ord_1");
    expect(seen.map(({ key }) => key).slice(0, 2)).toEqual(["mine", "ours"]);
    expect(["mine", "ours"]).not.toContain(seen[2]?.key);
  });

  test("without content has no body and no content-type", async () => {
    await sdkThat(done).orders.reserve("ord_1");
    expect([seen[0]?.body, seen[0]?.headers["content-type"]]).toEqual(["", undefined]);
  });
});

describe("retries", () => {
  test("are not made for what a repeat cannot change", async () => {
    await thrownBy(sdkThat(failure(400, "INVALID_STATE")).orders.reserve("ord_1"));
    expect(seen).toHaveLength(1);
  });

  test("end after three, with the last failure", async () => {
    const error = await thrownBy(sdkThat(failure(503, "SERVICE_UNAVAILABLE")).orders.get("ord_1"));
    expect([error.code, error.statusCode, seen.length]).toEqual(["SERVICE_UNAVAILABLE", 503, 4]);
  });

  test("are switched off by retryAttempts 0", async () => {
    answers = [failure(503, "SERVICE_UNAVAILABLE")];
    await thrownBy(new OfferHubSDK({ apiUrl, apiKey: "k", retryAttempts: 0 }).orders.get("ord_1"));
    expect(seen).toHaveLength(1);
  });

  test("are left to the caller when the API asks for more than a minute", async () => {
    for (const wanted of ["3600", new Date(Date.now() + 3_600_000).toUTCString()]) {
      seen = [];
      const busy: Answer = { status: 429, headers: { "retry-after": wanted }, body: "<html>" };
      const error = (await thrownBy(sdkThat(busy).orders.reserve("ord_1"))) as RateLimitError;
      expect([error.constructor, error.code, seen.length]).toEqual([RateLimitError, "RATE_LIMITED", 1]);
      expect(error.retryAfter).toBeGreaterThan(3_590);
    }
  });

  test("do not wait for the end of a rate limit's window that was not the cause", async () => {
    const reset = { "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 300) };
    expect(await sdkThat({ ...failure(500, "INTERNAL_ERROR"), headers: reset }, done).orders.reserve("ord_1")).toEqual(
      ORDER,
    );
    const limited = { ...failure(429, "RATE_LIMITED"), headers: reset };
    const error = (await thrownBy(sdkThat(limited).orders.reserve("ord_1"))) as RateLimitError;
    expect(error.retryAfter).toBeGreaterThan(290);
  });

  test("wait as long as the API asks", async () => {
    const startedAt = Date.now();
    const asked = { ...failure(429, "RATE_LIMITED"), headers: { "retry-after": "1" } };
    await sdkThat(asked, done).orders.reserve("ord_1");
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(950);
  });
});

describe("a failure", () => {
  test.each([
    [401, "UNAUTHORIZED", AuthenticationError],
    [401, "INVALID_API_KEY", AuthenticationError],
    [403, "INSUFFICIENT_SCOPE", AuthorizationError],
    [404, "ORDER_NOT_FOUND", NotFoundError],
    [400, "VALIDATION_ERROR", ValidationError],
    [400, "INVALID_STATE", InvalidTransitionError],
    [409, "INVALID_STATE", InvalidTransitionError],
    [409, "IDEMPOTENCY_KEY_REUSED", IdempotencyError],
    [422, "INSUFFICIENT_FUNDS", InsufficientFundsError],
    [502, "STELLAR_NETWORK_ERROR", ProviderError],
    [429, "RATE_LIMITED", RateLimitError],
    [422, "WITHDRAWAL_DESTINATION_INVALID", OfferHubError],
  ] as const)("%i %s is its own class, with code, page and request id", async (status, code, kind) => {
    answers = [failure(status, code)];
    const error = await thrownBy(new OfferHubSDK({ apiUrl, apiKey: "k", retryAttempts: 0 }).orders.get("x"));
    expect(error.constructor).toBe(kind);
    expect(error).toMatchObject({
      name: kind.name,
      code,
      statusCode: status,
      requestId: "r-1",
      docs: `/docs/errors/${code}`,
    });
  });

  test("tells what its details say", async () => {
    const of = async (answer: Answer) => thrownBy(sdkThat(answer).orders.reserve("x"));
    const funds = failure(422, "INSUFFICIENT_FUNDS", { requested: "5.00", available: "1.00" });
    expect(await of(funds)).toMatchObject({ required: "5.00", available: "1.00" });
    const state = failure(400, "INVALID_STATE", {
      id: "ord_1",
      currentState: "CLOSED",
      allowedStates: ["IN_PROGRESS"],
    });
    expect(await of(state)).toMatchObject({
      resource: "ord_1",
      currentState: "CLOSED",
      allowedStates: ["IN_PROGRESS"],
    });
    const fields = [{ field: "title", message: "is required" }];
    expect(await of(failure(400, "VALIDATION_ERROR", { fields }))).toMatchObject({ fields });
  });

  test("of the network, of time and of a proxy that speaks no JSON is told, not thrown as something else", async () => {
    const offline = new OfferHubSDK({ apiUrl: "http://127.0.0.1:1", apiKey: "k", retryAttempts: 0 });
    const unreachable = await thrownBy(offline.users.get("x"));
    expect([unreachable.constructor, unreachable.statusCode]).toEqual([NetworkError, 0]);
    answers = [{ status: 0, instead: "silence" }];
    const late = await thrownBy(
      new OfferHubSDK({ apiUrl, apiKey: "k", timeout: 100, retryAttempts: 0 }).users.get("x"),
    );
    expect(late.code).toBe("TIMEOUT");
    answers = [{ status: 418, body: "<html>" }];
    expect((await thrownBy(sdkThat({ status: 418, body: "<html>" }).users.get("x"))).code).toBe("UNKNOWN_ERROR");
    expect((await thrownBy(sdkThat({ status: 404, body: "<html>" }).users.get("x"))).code).toBe("RESOURCE_NOT_FOUND");
  });
});

test("a list gives the page and where the next one begins; undefined filters are left out, ids are escaped", async () => {
  const sdk = sdkThat({ status: 200, body: { data: [ORDER], hasMore: true, nextCursor: "ord_1" } });
  expect(await sdk.orders.list({ buyer_id: "usr_1", limit: 1 })).toEqual({
    data: [ORDER],
    hasMore: true,
    nextCursor: "ord_1",
  });
  answers = [{ status: 200, body: { data: ORDER } }];
  await sdk.orders.get("a/../b?c");
  expect(seen.map(({ url }) => url)).toEqual([
    "/api/v1/orders?buyer_id=usr_1&limit=1",
    "/api/v1/orders/a%2F..%2Fb%3Fc",
  ]);
});

describe("what comes after the funding", () => {
  const DISPUTE = { id: "dsp_1", status: "OPEN" };
  const evidence = ["a photo"];
  type Ask = (sdk: OfferHubSDK) => Promise<unknown>;
  test.each<[name: string, ask: Ask, request: string, body: object | null]>([
    [
      "orders.refund",
      (sdk) => sdk.orders.refund("o/1", "late"),
      "POST /orders/o%2F1/resolution/refund",
      { reason: "late" },
    ],
    [
      "orders.completeMilestone",
      (sdk) => sdk.orders.completeMilestone("o", "a/ü"),
      "POST /orders/o/milestones/a%2F%C3%BC/complete",
      null,
    ],
    [
      "disputes.open",
      (sdk) => sdk.disputes.open("o", { openedBy: "BUYER", reason: "OTHER", evidence }),
      "POST /orders/o/resolution/dispute",
      { openedBy: "BUYER", reason: "OTHER", evidence },
    ],
    ["disputes.get", (sdk) => sdk.disputes.get("d/1"), "GET /disputes/d%2F1", null],
    [
      "disputes.assign",
      (sdk) => sdk.disputes.assign("d", { assignedTo: "Ana" }),
      "POST /disputes/d/assign",
      { assignedTo: "Ana" },
    ],
    [
      "disputes.resolve",
      (sdk) => sdk.disputes.resolve("d", { resolution: "SPLIT", sellerAmount: "1.00", buyerAmount: "2.00" }),
      "POST /disputes/d/resolve",
      { resolution: "SPLIT", sellerAmount: "1.00", buyerAmount: "2.00" },
    ],
    [
      "disputes.comment",
      (sdk) => sdk.disputes.comment("d", { comment: "x" }),
      "POST /disputes/d/comment",
      { comment: "x" },
    ],
    [
      "disputes.addEvidence",
      (sdk) => sdk.disputes.addEvidence("d", evidence),
      "POST /disputes/d/evidence",
      { evidence },
    ],
  ])("%s asks the route that is documented, and gives its data", async (_name, ask, request, body) => {
    expect(await ask(sdkThat({ status: 200, body: { success: true, data: DISPUTE } }))).toEqual(DISPUTE);
    const [{ method, url, body: sent, key } = {}] = seen;
    expect(`${method} ${url}`).toBe(request.replace(" ", " /api/v1"));
    expect(sent).toBe(body ? JSON.stringify(body) : "");
    expect(Boolean(key)).toBe(method === "POST");
  });

  test("disputes.list gives the page that was asked for", async () => {
    const sdk = sdkThat({ status: 200, body: { success: true, data: [DISPUTE], hasMore: false, nextCursor: null } });
    const page = await sdk.disputes.list({ orderId: "o", status: "OPEN", openedBy: "SELLER", limit: 5 });
    expect(page).toEqual({ data: [DISPUTE], hasMore: false, nextCursor: null });
    expect(seen[0]?.url).toBe("/api/v1/disputes?orderId=o&status=OPEN&openedBy=SELLER&limit=5");
  });

  test("a dispute that is only accepted is followed to its end under the same key", async () => {
    const pending = { status: 202, headers: NOW, body: { data: DISPUTE } };
    const end = { status: 200, body: { data: { ...DISPUTE, status: "RESOLVED" } } };
    const resolved = await sdkThat(pending, pending, end).disputes.resolve("d", { decision: "FULL_REFUND" });
    expect(resolved.status).toBe("RESOLVED");
    expect(new Set(seen.map(({ key, url }) => `${key} ${url}`)).size).toBe(1);
  });
});

test("an address with or without the prefix leads to the same path", async () => {
  sdkThat({ status: 200, body: { data: {} } });
  for (const suffix of ["", "/", "/api/v1", "/api/v1/"])
    await new OfferHubSDK({ apiUrl: apiUrl + suffix, apiKey: "k" }).users.get("u");
  expect(new Set(seen.map(({ url }) => url))).toEqual(new Set(["/api/v1/users/u"]));
});

describe("iterate", () => {
  const page = (ids: string[], nextCursor: string | null): Answer => ({
    status: 200,
    body: { data: ids.map((id) => ({ id })), hasMore: nextCursor !== null, nextCursor },
  });
  const idsOf = async (items: AsyncIterable<{ id: string }>) => {
    const ids: string[] = [];
    for await (const { id } of items) ids.push(id);
    return ids;
  };

  test("gives every item of every page once, under the same filters", async () => {
    const sdk = sdkThat(page(["a", "b"], "b"), page(["c"], "c"), page([], null));
    expect(await idsOf(sdk.iterate(sdk.orders.list, { status: "CLOSED", limit: 2 }))).toEqual(["a", "b", "c"]);
    expect(seen.map(({ url }) => url)).toEqual([
      "/api/v1/orders?status=CLOSED&limit=2",
      "/api/v1/orders?status=CLOSED&limit=2&cursor=b",
      "/api/v1/orders?status=CLOSED&limit=2&cursor=c",
    ]);
  });

  test("reads no page that nobody asked for", async () => {
    const sdk = sdkThat(page(["a", "b"], "b"), page(["c"], null));
    for await (const { id } of sdk.iterate(sdk.disputes.list)) if (id === "b") break;
    expect(seen).toHaveLength(1);
  });

  test("throws what a page throws, after what came before it", async () => {
    const sdk = sdkThat(page(["a"], "a"), failure(400, "VALIDATION_ERROR"));
    const ids: string[] = [];
    const reading = (async () => {
      for await (const { id } of sdk.iterate(sdk.users.list)) ids.push(id);
    })();
    expect((await thrownBy(reading)).code).toBe("VALIDATION_ERROR");
    expect(ids).toEqual(["a"]);
  });
});

describe("waitFor", () => {
  const as = (status: string) => ({ status: 200, body: { data: { id: "ord_1", status } } });

  test("resolves with the order once it has the status", async () => {
    const sdk = sdkThat(as("ESCROW_FUNDING"), as("IN_PROGRESS"));
    expect((await sdk.waitFor("ord_1", "IN_PROGRESS")).status).toBe("IN_PROGRESS");
  });

  test("does not wait for what can never come", async () => {
    const error = await thrownBy(sdkThat(as("CLOSED")).waitFor({ id: "ord_1" }, "IN_PROGRESS"));
    expect(error).toMatchObject({ currentState: "CLOSED", targetState: "IN_PROGRESS" });
  });

  test("gives up when the time is up", async () => {
    const error = await thrownBy(sdkThat(as("IN_PROGRESS")).waitFor("ord_1", "CLOSED", { timeout: 0 }));
    expect(error).toBeInstanceOf(StillPendingError);
  });
});

describe("the calls of existing clients on balances", () => {
  test("send what they always sent, and read the balance from the answer", async () => {
    const data = { available: "5.00", reserved: "1.00", currency: "USD", userId: "usr_1" };
    answers = [{ status: 200, body: { ...data, data } }];
    const { balance } = new OfferHubSDK({ apiUrl, apiKey: "ohk_test" });
    const amount = "1.00";
    await balance.credit("usr_1", { amount, description: "gift", reference: "r1" });
    await balance.reserve("usr_1", { amount, reference: "order-1" });
    await balance.release("usr_1", { amount, reference: "order-1", recipientId: "usr_2" });
    await balance.cancelReservation("usr_1", { amount, orderId: "order-1" });
    expect(await balance.deductReserved("usr_1", { amount, reference: "order-1" })).toMatchObject(data);
    expect(seen.map(({ url, body }) => [url?.split("/").at(-1), JSON.parse(body)])).toEqual([
      ["credit", { amount, description: "gift", reference: "r1" }],
      ["reserve", { amount, reference: "order-1" }],
      ["release", { amount, reference: "order-1", recipientId: "usr_2" }],
      ["cancel-reservation", { amount, orderId: "order-1" }],
      ["deduct-reserved", { amount, reference: "order-1" }],
    ]);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(5);
  });
});

describe("admin", () => {
  test("asks for what operators may do at the routes that do it", async () => {
    const client = sdkThat({ status: 200, body: { data: {} } });
    await client.admin.freeze("a key was stolen");
    await client.admin.unfreeze();
    await client.admin.getFreeze();
    await client.admin.takeFence("restored");
    await client.admin.getFence();
    await client.admin.bookTreasury({ direction: "in", amount: "5.00", reason: "a transfer" });
    await client.admin.runReconciliation();
    await client.admin.getReconciliation();
    await client.admin.rotateKeys();
    await client.admin.getKeyRotation();
    expect(seen.map(({ method, url, body }) => `${method} ${url} ${body}`.trim())).toEqual([
      'POST /api/v1/admin/freeze {"reason":"a key was stolen"}',
      "POST /api/v1/admin/unfreeze {}",
      "GET /api/v1/admin/freeze",
      'POST /api/v1/admin/fence/take {"reason":"restored"}',
      "GET /api/v1/admin/fence",
      'POST /api/v1/admin/treasury/movements {"direction":"in","amount":"5.00","reason":"a transfer"}',
      "POST /api/v1/admin/reconciliation/run",
      "GET /api/v1/admin/reconciliation",
      "POST /api/v1/admin/wallets/rotate",
      "GET /api/v1/admin/wallets/rotate",
    ]);
  });

  test("does not wait for the end of a rotation, which takes as long as it takes", async () => {
    const client = sdkThat({ status: 202, body: { data: { rotation: null, keys: [] } } });
    expect(await client.admin.rotateKeys()).toEqual({ rotation: null, keys: [] });
    expect(seen).toHaveLength(1);
  });
});
