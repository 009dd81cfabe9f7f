import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { until } from "../../../tests/support/until.ts";
import { createApp } from "../../app.ts";
import { type GatewayBench, gatewayBench, MASTER_KEY, type Reply } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
let cryptoApp: GatewayBench["app"] | null = null;
beforeAll(async () => {
  bench = await gatewayBench("topups", { paymentProvider: "airtm" });
}, 60_000);
afterAll(() => bench.close());

const post = (path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Reply> =>
  bench.request("POST", path, { body, headers });
const refusal = ({ status, body }: Reply) => [status, body.error?.code];
const topUp = async (more: object = {}) => {
  const { userId } = await bench.linkedUser();
  const reply = await post("/topups", { userId, amount: "30.00", ...more });
  return { userId, id: String(reply.body.data?.id), reply };
};
const balanceOf = async (userId: string) => (await bench.request("GET", `/users/${userId}/balance`)).body.available;
const statusOf = async (id: string) => (await bench.request("GET", `/topups/${id}`)).body.status;
const callback = (id: string, query = "") => bench.request("GET", `/topups/${id}/callback${query}`, { key: null });

describe("POST /topups", () => {
  test("asks Airtm for the payment, and shows where the user confirms it", async () => {
    const { reply, userId, id } = await topUp({ description: "for a logo", metadata: { basket: 7 } });
    const shown = {
      id,
      userId,
      amount: "30.00",
      currency: "USD",
      status: "TOPUP_AWAITING_USER_CONFIRMATION",
      airtmPayinId: bench.fiat.payin(id)?.id,
      confirmationUri: bench.fiat.payin(id)?.paymentUrl,
      cancelUri: "https://payments.example/topup/cancel",
      expiresAt: bench.fiat.payin(id)?.expiresAt,
      paidAmount: null,
      failureReason: null,
      description: "for a logo",
      metadata: { basket: 7 },
    };
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ ...shown, data: shown });
    expect((await bench.request("GET", `/api/v1/topups/${id}?userId=${userId}`)).body).toMatchObject(shown);
    const { body } = await bench.request("GET", `/topups?userId=${userId}&status=${shown.status}`);
    expect(body.data).toMatchObject([shown]);
    expect(await balanceOf(userId)).toBe("0.00");
  });

  test("is one payment for one key, ten times at once, and replays its answer", async () => {
    const { userId } = await bench.linkedUser();
    const headers = { "Idempotency-Key": randomUUID() };
    const send = () => post("/topups", { userId, amount: "30.00" }, headers);
    const replies = await Promise.all(Array.from({ length: 10 }, send));
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    const again = await send();
    expect([again.body.id, again.headers.get("Idempotent-Replayed")]).toEqual([replies[0]?.body.id, "true"]);
    expect(refusal(await post("/topups", { userId, amount: "31.00" }, headers))).toEqual([
      409,
      "IDEMPOTENCY_KEY_REUSED",
    ]);
    expect(await bench.db.prisma.topUp.count({ where: { userId } })).toBe(1);
  });

  test.each<[object, number, string]>([
    [{ amount: "0.00" }, 400, "INVALID_AMOUNT_FORMAT"],
    [{ amount: "10000.01" }, 400, "INVALID_AMOUNT"],
    [{ amount: 5 }, 400, "VALIDATION_ERROR"],
    [{ currency: "EUR" }, 400, "INVALID_CURRENCY"],
    [{ returnUrl: "nowhere" }, 400, "VALIDATION_ERROR"],
    [{ returnUrl: "javascript:alert(1)" }, 400, "VALIDATION_ERROR"],
    [{ cancelUrl: "https://somebody:secret@shop.example" }, 400, "VALIDATION_ERROR"],
    [{ userId: "usr_nobody" }, 404, "USER_NOT_FOUND"],
    [{ userId: null }, 400, "VALIDATION_ERROR"],
  ])("refuses %j and starts nothing", async (change, status, code) => {
    const { userId } = await bench.linkedUser();
    const before = await bench.db.prisma.topUp.count();
    expect(refusal(await post("/topups", { userId, amount: "30.00", ...change }))).toEqual([status, code]);
    expect(await bench.db.prisma.topUp.count()).toBe(before);
  });

  test("wants https for the marketplace's pages, except in development", async () => {
    const { userId } = await bench.linkedUser();
    const webhooks = { ...bench.deps.config.webhooks, allowPrivateAddresses: false };
    const app = createApp({ ...bench.deps, config: { ...bench.deps.config, webhooks } });
    const body = JSON.stringify({ userId, amount: "1.00", returnUrl: "http://shop.example" });
    const headers = { "x-api-key": MASTER_KEY, "content-type": "application/json" };
    expect((await app.request("/topups", { method: "POST", headers, body })).status).toBe(400);
    expect((await post("/topups", JSON.parse(body))).status).toBe(201);
  });

  test("needs an active user who is linked, and whom Airtm serves", async () => {
    expect(refusal(await post("/topups", { userId: await bench.user(), amount: "1.00" }))).toEqual([
      422,
      "AIRTM_USER_NOT_LINKED",
    ]);
    const suspended = await bench.linkedUser();
    await bench.db.prisma.user.update({ where: { id: suspended.userId }, data: { status: "SUSPENDED" } });
    const body = { userId: suspended.userId, amount: "1.00" };
    expect(refusal(await post("/topups", body))).toEqual([422, "USER_NOT_ELIGIBLE"]);
    const american = await bench.linkedUser();
    bench.fiat.account(american.email, { country: "USA" });
    const refused = await post("/topups", { userId: american.userId, amount: "1.00" });
    expect(refusal(refused)).toEqual([422, "AIRTM_USER_INVALID"]);
  });

  test("says that Airtm is away, with nothing started, and may be sent again under the same key", async () => {
    const { userId } = await bench.linkedUser();
    const headers = { "Idempotency-Key": randomUUID() };
    bench.fiat.failWith("PROVIDER_CREDENTIAL_REFUSED"); // at once; an outage would be waited for
    const away = await post("/topups", { userId, amount: "1.00" }, headers);
    bench.fiat.failWith(null);
    expect(refusal(away)).toEqual([503, "PROVIDER_UNAVAILABLE"]);
    expect(await bench.db.prisma.topUp.count({ where: { userId } })).toBe(0);
    expect((await post("/topups", { userId, amount: "1.00" }, headers)).status).toBe(201);
  });

  test("has a limit per user", async () => {
    const exceeded = { limit: 10, windowSeconds: 60, remaining: 0, resetsInSeconds: 9, isExceeded: true };
    const rateLimits = { ...bench.deps.rateLimits, topups: async () => exceeded };
    const { userId } = await bench.linkedUser();
    const init = {
      method: "POST",
      headers: { "x-api-key": MASTER_KEY },
      body: JSON.stringify({ userId, amount: "1.00" }),
    };
    expect((await createApp({ ...bench.deps, rateLimits }).request("/topups", init)).status).toBe(429);
  });
});

describe("a top-up that its user has paid", () => {
  test("is credited once, by a refresh, net of what Airtm kept", async () => {
    const { userId, id } = await topUp();
    expect((await post(`/topups/${id}/refresh`)).body.status).toBe("TOPUP_AWAITING_USER_CONFIRMATION");
    bench.fiat.setPayin(id, { state: "paid", feeAmount: "0.50" });
    const replies = await Promise.all([post(`/topups/${id}/refresh`), post(`/topups/${id}/refresh`)]);
    for (const { status, body } of replies) {
      expect([status, body.status]).toEqual([200, "TOPUP_SUCCEEDED"]);
    }
    expect(await balanceOf(userId)).toBe("29.50");
    expect((await post(`/topups/${id}/refresh`)).body).toMatchObject({ paidAmount: "30.00", fee: "0.50" });
    expect(refusal(await post(`/topups/${id}/cancel`))).toEqual([409, "INVALID_STATE"]);
  });

  test("can no longer be canceled, even when nobody had looked yet", async () => {
    const { userId, id } = await topUp();
    bench.fiat.setPayin(id, { state: "paid" });
    expect(refusal(await post(`/topups/${id}/cancel`))).toEqual([409, "INVALID_STATE"]);
    expect(await balanceOf(userId)).toBe("30.00");
  });
});

test("a top-up that is canceled is over, and canceling it again changes nothing", async () => {
  const { id } = await topUp();
  expect((await post(`/topups/${id}/cancel`, { reason: "changed their mind" })).body).toMatchObject({
    status: "TOPUP_CANCELED",
    failureReason: "changed their mind",
  });
  expect((await post(`/topups/${id}/cancel`)).body.status).toBe("TOPUP_CANCELED");
  expect(bench.fiat.payin(id)?.state).toBe("canceled");
});

describe("GET /topups/:id/callback", () => {
  test("sends the user on by what Airtm says, and credits nothing by itself", async () => {
    const { userId, id } = await topUp({
      returnUrl: "https://shop.example/paid#7",
      cancelUrl: "https://shop.example/no",
    });
    const early = await callback(id, "?status=SUCCEEDED&code=paid&amount=1000000");
    expect([early.status, early.headers.get("location")]).toEqual([302, "https://shop.example/no"]);
    expect([await balanceOf(userId), await statusOf(id)]).toEqual(["0.00", "TOPUP_AWAITING_USER_CONFIRMATION"]);
    bench.fiat.setPayin(id, { state: "processing" });
    const back = await callback(id);
    expect([back.status, back.headers.get("location")]).toEqual([302, "https://shop.example/paid#7"]);
    expect([await balanceOf(userId), await statusOf(id)]).toEqual(["0.00", "TOPUP_PROCESSING"]);
    bench.fiat.setPayin(id, { state: "paid" });
    expect((await callback(id)).headers.get("location")).toBe("https://shop.example/paid#7");
    await until("the look has credited it", async () => (await statusOf(id)) === "TOPUP_SUCCEEDED");
    expect(await balanceOf(userId)).toBe("30.00");
  });

  test("knows the installation's pages, for the rest and for whoever is unknown, and no other", async () => {
    const { id } = await topUp();
    bench.fiat.setPayin(id, { state: "paid" });
    expect((await callback(id)).headers.get("location")).toBe("https://payments.example/topup/success");
    for (const query of ["", "?returnUrl=https://evil.example&redirect_uri=//evil.example", "?code="]) {
      const unknown = await callback("topup_nobody", query);
      expect([unknown.status, unknown.headers.get("location")]).toEqual([302, "https://payments.example/topup/cancel"]);
    }
    for (const page of ["/topup/success", "/topup/cancel"]) {
      const { status, text } = await bench.request("GET", page, { key: null });
      expect([status, text.includes("close this page")]).toEqual([200, true]);
    }
  });

  test("has Airtm asked so often a day and no more, whoever calls it", async () => {
    const { id } = await topUp();
    const exceeded = { limit: 50, windowSeconds: 86_400, remaining: 0, resetsInSeconds: 9, isExceeded: true };
    const rateLimits = { ...bench.deps.rateLimits, callbacks: async () => exceeded };
    bench.fiat.setPayin(id, { state: "paid" });
    const response = await createApp({ ...bench.deps, rateLimits }).request(`/topups/${id}/callback`);
    expect([response.status, await statusOf(id)]).toEqual([302, "TOPUP_AWAITING_USER_CONFIRMATION"]);
  });
});

describe("progress and explain", () => {
  test("say that the user must confirm, and until when", async () => {
    const { id } = await topUp();
    const { body } = await bench.request("GET", `/topups/${id}/explain`);
    expect(body).toMatchObject({
      success: true,
      data: {
        subject: { kind: "topup", id, workflowId: `topup/${id}` },
        state: "TOPUP_AWAITING_USER_CONFIRMATION",
        waitingFor: "provider",
        whoMustAct: "user",
        parkedReason: null,
        evidence: { providerReferences: [{ provider: "airtm", kind: "payin", id: bench.fiat.payin(id)?.id }] },
      },
    });
    expect(body.data.why).toContain(`until ${bench.fiat.payin(id)?.expiresAt}`);
    expect(body.data.safeActions.map(({ action }: { action: string }) => action)).toEqual(["cancel", "refresh"]);
    expect((await bench.request("GET", `/topups/${id}/progress`)).body).toMatchObject({
      workflowId: `topup/${id}`,
      waitingFor: "provider",
      source: "live",
    });
  });

  test("show the entry that credited it", async () => {
    const { id, userId } = await topUp();
    bench.fiat.setPayin(id, { state: "paid" });
    await post(`/topups/${id}/refresh`);
    const { data } = (await bench.request("GET", `/topups/${id}/explain`)).body;
    expect(data).toMatchObject({ isFinished: true, waitingFor: "nothing" });
    expect(JSON.stringify(data.evidence.ledgerEntries)).toContain(`user/${userId}/available`);
  });

  test("of a parked one name the reason, and an operator's decision goes through", async () => {
    const { id } = await topUp();
    bench.fiat.failWith("PROVIDER_CREDENTIAL_REFUSED");
    await post(`/topups/${id}/refresh`, {}, { Prefer: "respond-async" });
    const explained = async () => (await bench.request("GET", `/topups/${id}/explain`)).body.data;
    await until("it is parked", async () => (await explained()).parkedReason === "PROVIDER_CREDENTIAL_REFUSED");
    bench.fiat.failWith(null);
    const told = await explained();
    expect(told).toMatchObject({ waitingFor: "operator", whoMustAct: "operator", step: "read payin" });
    expect(told.safeActions.map(({ action }: { action: string }) => action)).toEqual(["retry"]); // what was paid is not given up
    const parked = (await bench.request("GET", "/operations/parked?kind=topup")).body.data;
    expect(parked).toMatchObject([{ workflowId: `topup/${id}`, links: { explain: `/topups/${id}/explain` } }]);
    const decide = (action: string) => post(`/operations/topup/${id}/decision`, { action, reason: "the key is back" });
    expect(refusal(await decide("abandon"))).toEqual([409, "INVALID_STATE"]);
    bench.fiat.setPayin(id, { state: "paid" });
    expect((await decide("retry")).status).toBe(202);
    await until("it is credited", async () => (await statusOf(id)) === "TOPUP_SUCCEEDED");
  });
});

describe("a key of one user", () => {
  test("moves and sees its own top-ups only, and need not name the user", async () => {
    const [mine, theirs] = [await bench.linkedUser(), await topUp()];
    const key = await bench.keyWith(["read", "write"], mine.userId);
    const own = await bench.request("POST", "/topups", { key, body: { amount: "5.00" } });
    expect([own.status, own.body.userId]).toEqual([201, mine.userId]);
    const foreign = await bench.request("POST", "/topups", { key, body: { amount: "5.00", userId: theirs.userId } });
    expect(refusal(foreign)).toEqual([404, "USER_NOT_FOUND"]);
    for (const [method, path] of [
      ["GET", ""],
      ["GET", "/progress"],
      ["GET", "/explain"],
      ["POST", "/refresh"],
      ["POST", "/cancel"],
    ] as const) {
      const reply = await bench.request(method, `/topups/${theirs.id}${path}`, { key });
      expect(refusal(reply)).toEqual([404, "TOPUP_NOT_FOUND"]);
    }
    const { data } = (await bench.request("GET", "/topups", { key })).body;
    expect(data.map(({ id }: { id: string }) => id)).toEqual([own.body.id]);
    expect((await bench.request("GET", `/topups/${theirs.id}?userId=${mine.userId}`)).status).toBe(404);
  });
});

test.each([
  ["POST", "/topups", { userId: "usr_1", amount: "1.00" }],
  ["GET", "/topups", undefined],
  ["GET", "/topups/topup_1", undefined],
  ["GET", "/topups/topup_1/callback", undefined],
  ["GET", "/topups/topup_1/progress", undefined],
  ["GET", "/topups/topup_1/explain", undefined],
  ["POST", "/topups/topup_1/refresh", {}],
  ["POST", "/topups/topup_1/cancel", {}],
  ["POST", "/users/usr_1/airtm/link", { email: "a@b.example" }],
  ["DELETE", "/users/usr_1/airtm/link", undefined],
  ["POST", "/webhooks/airtm", {}],
  ["GET", "/topup/success", undefined],
] as const)("where money moves as crypto only, %s %s is not there", async (method, path, body) => {
  const init = { method, headers: { "x-api-key": MASTER_KEY }, ...(body && { body: JSON.stringify(body) }) };
  cryptoApp ??= createApp({ ...bench.deps, config: { ...bench.deps.config, paymentProvider: "crypto", airtm: null } });
  const response = await cryptoApp.request(path, init);
  expect([response.status, (await response.json()) as unknown]).toMatchObject([404, { error: { code: "NOT_FOUND" } }]);
});

test("top-ups under way are counted by status", async () => {
  await topUp();
  const { text } = await bench.request("GET", "/metrics", { key: null });
  expect(text).toMatch(/^orchestrator_topups\{status="TOPUP_AWAITING_USER_CONFIRMATION"\} \d+$/m);
});
