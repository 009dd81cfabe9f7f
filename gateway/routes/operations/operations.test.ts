import { createHash, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import type { StepProblem } from "../../../domain/chain/problems.ts";
import { AppError } from "../../../domain/errors.ts";
import { until } from "../../../tests/support/until.ts";
import { createApp } from "../../app.ts";
import { type GatewayBench, gatewayBench, MASTER_KEY, type Reply } from "../../testing/gateway-bench.ts";
import { auditDecision } from "../../writes/operator-decisions.ts";

const APPLIED = "a1".repeat(32);
const FAILED = "f0".repeat(32);
const UNKNOWN = "0e".repeat(32);

/** A Horizon that knows two transactions. */
let horizon: Server;
let bench: GatewayBench;
beforeAll(async () => {
  horizon = createServer((request, response) => {
    const hash = request.url?.split("/").at(-1);
    const isKnown = hash === APPLIED || hash === FAILED;
    response.writeHead(isKnown ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify({ hash, successful: hash === APPLIED }));
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => horizon.once("listening", listening));
  const { port } = horizon.address() as AddressInfo;
  bench = await gatewayBench("operations", { horizonUrl: `http://127.0.0.1:${port}` });
}, 60_000);
afterAll(async () => {
  await bench.close();
  horizon.close();
});
afterEach(() => bench.chain.failWith(null));

const refusal = ({ status, body }: Reply) => [status, body.error?.code];
const post = (path: string, body: object, more: { key?: string; headers?: Record<string, string> } = {}) =>
  bench.request("POST", path, { body, ...more });
const RETRY = { action: "retry", reason: "the cause is mended" };

/** An order whose escrow is parked with this problem. */
async function parkedOrder(problem: StepProblem = "SIGNER_UNAVAILABLE") {
  const [buyerId, sellerId] = [await bench.user("500.00", "BUYER"), await bench.user("0.00", "SELLER")];
  const { body } = await post("/orders", { buyerId, sellerId, amount: "120.00", title: "A logo" });
  const id = String(body.data.id);
  await post(`/orders/${id}/reserve`, {});
  bench.chain.failWith(problem);
  await post(`/orders/${id}/escrow`, {}, { headers: { prefer: "respond-async" } });
  await until("it is parked", async () => (await progressOf(id)).parkedReason === problem);
  return { id, buyerId, sellerId, decision: `/operations/order/${id}/decision` };
}
const progressOf = async (id: string) => (await bench.request("GET", `/orders/${id}/progress`)).body.data;
const statusOf = async (id: string) => (await bench.request("GET", `/orders/${id}`)).body.data.status;
const audits = (resourceId: string) =>
  bench.db.prisma.auditRecord.findMany({ where: { resourceId, eventType: "operation.decided" } });

async function insertAttempt(stepKey: string, outcome: string | null): Promise<string> {
  const hash = createHash("sha256").update(stepKey).digest("hex");
  const id = `ctx_${hash.slice(0, 32)}`;
  const times = { maxTime: 1n, preparedLedger: 1, settledAt: outcome ? new Date() : null, outcome };
  const rest = { intent: "deployEscrow", sourceAccount: stepKey, sequence: 1, signedXdr: "x", sendThrough: "stellar" };
  const ends = { ...(outcome === "FAILED" && { resultCode: "op_no_trust" }), onSuccess: {} };
  await bench.db.prisma.chainTransaction.create({
    data: { id, stepKey, generation: 1, hash, ...times, ...rest, ...ends },
  });
  return hash;
}

describe("POST /operations/:workflowType/:id/decision", () => {
  test("has a parked payment go on, answers 202 with where to look, and is audited once with who and why", async () => {
    const { id, decision } = await parkedOrder();
    bench.chain.failWith(null);
    const key = await bench.keyWith(["support"]);
    const reply = await post(decision, RETRY, { key });
    expect(reply.status).toBe(202);
    expect(reply.headers.get("location")).toBe(`/api/v1/orders/${id}/explain`);
    expect(reply.body.data).toMatchObject({
      workflowId: `order/${id}`,
      action: "retry",
      parkedReason: "SIGNER_UNAVAILABLE",
    });
    await until("the escrow is deployed", async () => (await statusOf(id)) === "ESCROW_FUNDING");
    const rows = await audits(id);
    expect(rows).toMatchObject([
      {
        resourceType: "Order",
        actorId: expect.stringMatching(/^key_/),
        correlationId: reply.headers.get("x-request-id"),
        payloadBefore: { step: "deploy", parkedReason: "SIGNER_UNAVAILABLE" },
        payloadAfter: { ...RETRY, decisionId: reply.body.data.decisionId },
      },
    ]);
  });

  test("abandons a step with nothing in flight: the command fails and the money stays held", async () => {
    const { id, decision } = await parkedOrder();
    expect((await post(decision, { action: "abandon", reason: "the buyer gave up" })).status).toBe(202);
    await until("it is back", async () => (await statusOf(id)) === "FUNDS_RESERVED");
  });

  test("abandons nothing that may still apply, although the workflow does not know of it", async () => {
    const { id, decision } = await parkedOrder();
    await insertAttempt(`order/${id}#deploy`, null);
    const reply = await post(decision, { action: "abandon", reason: "impatience" });
    expect(refusal(reply)).toEqual([409, "INVALID_STATE"]);
    expect(reply.body.error.details.allowedActions).toEqual(["retry", "markSettled"]);
    expect(await statusOf(id)).toBe("ESCROW_CREATING");
    expect(await audits(id)).toEqual([]);
  });

  test("works by the whole workflow id, URL-encoded, too", async () => {
    const { id } = await parkedOrder();
    const path = `/operations/${encodeURIComponent(`order/${id}`)}/decision`;
    expect((await post(path, RETRY)).body.data.workflowId).toBe(`order/${id}`);
  });

  test("sent again under its key or its decisionId counts once; with other content it is refused", async () => {
    const { id, decision } = await parkedOrder();
    const body = { ...RETRY, decisionId: randomUUID() };
    const headers = { "Idempotency-Key": randomUUID() };
    const replies = await Promise.all([1, 2, 3].map(() => told(decision, body, { headers })));
    replies.push(await told(decision, body), await told(decision, body, { headers }));
    expect(replies.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
    expect(await audits(id)).toHaveLength(1);
    expect(refusal(await post(decision, { ...body, action: "abandon" }))).toEqual([409, "IDEMPOTENCY_KEY_REUSED"]);
    expect(await audits(id)).toHaveLength(1);
  });

  /** 503 says that it could not be told yet: then it is sent again, as the API asks for. */
  async function told(path: string, body: object, sending: { headers?: Record<string, string> } = {}): Promise<Reply> {
    const reply = await post(path, body, sending);
    return reply.status === 503 ? told(path, body, sending) : reply;
  }

  /** The same request to a gateway that asks this instead of Temporal. */
  async function postWith(temporal: Partial<GatewayBench["deps"]["temporal"]>, path: string, body: object) {
    const app = createApp({ ...bench.deps, temporal: { ...bench.deps.temporal, ...temporal } });
    const reply = await app.request(path, {
      method: "POST",
      headers: { authorization: `Bearer ${MASTER_KEY}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: reply.status, body: JSON.parse(await reply.text()) };
  }

  test("whose twin was followed while it looked is no refusal", async () => {
    const { id, decision } = await parkedOrder();
    const body = { ...RETRY, decisionId: randomUUID() };
    let isTwinSent = false;
    const progress: GatewayBench["deps"]["temporal"]["progress"] = async (workflowId) => {
      if (!isTwinSent) {
        isTwinSent = true;
        bench.chain.failWith(null);
        expect((await post(decision, body)).status).toBe(202);
        await until("the escrow is deployed", async () => (await statusOf(id)) === "ESCROW_FUNDING");
      }
      return bench.deps.temporal.progress(workflowId);
    };
    expect((await postWith({ progress }, decision, body)).status).toBe(202);
    expect(isTwinSent).toBe(true);
    expect(await audits(id)).toHaveLength(1);
  });

  test("is no refusal either when the twin's word ended the workflow before it was told itself", async () => {
    const { id, decision } = await parkedOrder();
    const reply = await postWith({ decide: async () => false }, decision, RETRY);
    expect([reply.status, reply.body.data.parkedReason]).toEqual([202, null]);
    expect(await audits(id)).toHaveLength(1);
  });

  test("that could not be told is not said to be told while nobody answers, however often it is sent", async () => {
    const { id, decision } = await parkedOrder();
    const body = { ...RETRY, decisionId: randomUUID() };
    const unavailable = new AppError("SERVICE_UNAVAILABLE", { dependency: "temporal" });
    const untold = await postWith({ decide: () => Promise.reject(unavailable) }, decision, body);
    expect(untold.status).toBe(503);
    const away = { progress: async () => null, execution: async () => null, isRunning: async () => false };
    expect((await postWith(away, decision, body)).status).toBe(503);
    expect(await audits(id)).toHaveLength(1);
    expect((await post(decision, body)).body.data.parkedReason).toBe("SIGNER_UNAVAILABLE");
  });

  test("of two that race under one decisionId is followed as it is audited; the other is told", async () => {
    const { id, decision } = await parkedOrder();
    const decisionId = randomUUID();
    const replies = await Promise.all(
      (["retry", "abandon"] as const).map((action) => post(decision, { action, reason: "x", decisionId })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([202, 409]);
    const winner = replies.find(({ status }) => status === 202)?.body.data.action;
    expect(await audits(id)).toMatchObject([{ payloadAfter: { action: winner } }]);
    if (winner === "abandon") await until("it is back", async () => (await statusOf(id)) === "FUNDS_RESERVED");
    else expect(await statusOf(id)).toBe("ESCROW_CREATING");
  });

  test("that a crash kept from the workflow is told again, but never to a later parking", async () => {
    const { id, decision } = await parkedOrder();
    const body = { ...RETRY, decisionId: "kept by a crash" };
    const audit = { resourceType: "Order", resourceId: id, actorId: "key_1", correlationId: "1" } as const;
    const { since } = await progressOf(id);
    const told = { workflowId: `order/${id}`, decision: body as never, ...audit };
    await auditDecision(bench.db, { ...told, before: { since } });
    await auditDecision(bench.db, {
      ...told,
      decision: { ...body, decisionId: "about another" } as never,
      before: { since: "2020-01-01T00:00:00.000Z" },
    });
    expect((await post(decision, { ...RETRY, decisionId: "about another" })).body.data.parkedReason).toBeNull();
    expect(await progressOf(id)).toMatchObject({ since, parkedReason: "SIGNER_UNAVAILABLE" });
    bench.chain.failWith(null);
    expect((await post(decision, body)).body.data.parkedReason).toBe("SIGNER_UNAVAILABLE");
    await until("it goes on", async () => (await statusOf(id)) === "ESCROW_FUNDING");
    expect(await audits(id)).toHaveLength(2);
  });

  test("without evidence of anything is refused for markSettled, and changes nothing", async () => {
    const { id, decision } = await parkedOrder();
    await insertAttempt(`order/${id}#deploy`, "FAILED");
    await insertAttempt(`order/${id}#other`, "FAILED");
    const settle = (txHash?: string) =>
      post(decision, { action: "markSettled", reason: "it is there", ...(txHash && { evidence: { txHash } }) });
    const ofAnother = createHash("sha256").update(`order/${id}#other`).digest("hex");
    for (const hash of [undefined, UNKNOWN, FAILED, ofAnother, "f00d"]) {
      expect(refusal(await settle(hash))).toEqual([400, "VALIDATION_ERROR"]);
    }
    expect(await audits(id)).toEqual([]);
    const ours = createHash("sha256").update(`order/${id}#deploy`).digest("hex");
    expect((await settle(ours)).status).toBe(202);
    await until("it is parked again", async () => (await settle(APPLIED)).status === 202);
    expect(await statusOf(id)).toBe("ESCROW_CREATING");
  });

  test("does not take markSettled where the chain could never show whose effect it is", async () => {
    const { decision } = await parkedOrder();
    const body = { action: "markSettled", reason: "somebody paid", evidence: { txHash: APPLIED } };
    expect(refusal(await post(decision, body))).toEqual([409, "INVALID_STATE"]);
  });

  test("is refused when nothing is parked, and when the workflow is over", async () => {
    const { id, decision } = await parkedOrder();
    bench.chain.failWith(null);
    await post(decision, { action: "abandon", reason: "x" });
    await until("it is back", async () => (await statusOf(id)) === "FUNDS_RESERVED");
    const idle = await post(decision, RETRY);
    expect(refusal(idle)).toEqual([409, "INVALID_STATE"]);
    expect(idle.body.error.details).toMatchObject({ currentState: "FUNDS_RESERVED", allowedStates: ["PARKED"] });
    await post(`/orders/${id}/cancel`, {});
    expect(refusal(await post(decision, RETRY))).toEqual([409, "INVALID_STATE"]);
    expect(await audits(id)).toHaveLength(1);
  });

  test.each([
    ["order/ord_nobody", "ORDER_NOT_FOUND"],
    ["withdrawal/wd_nobody", "WITHDRAWAL_NOT_FOUND"],
    ["dispute/dsp_nobody", "DISPUTE_NOT_FOUND"],
    ["wallet/usr_nobody", "NOT_FOUND"],
    ["wallet/platform%2Fnobody", "NOT_FOUND"],
    ["deposits/testnet", "NOT_FOUND"],
    ["constructor/x", "NOT_FOUND"],
  ])("%s is 404", async (id, code) => {
    expect(refusal(await post(`/operations/${id}/decision`, RETRY))).toEqual([404, code]);
  });

  test("is refused for a key of one user, a party of it or not: it would decide about another's money", async () => {
    const { id, decision, buyerId } = await parkedOrder();
    const [stranger, buyer] = await Promise.all(
      [bench.user(), buyerId].map(async (user) => bench.keyWith(["support"], await user)),
    );
    for (const key of [stranger, buyer]) {
      expect(refusal(await post(decision, RETRY, { key: key ?? "" }))).toEqual([403, "INSUFFICIENT_SCOPE"]);
    }
    expect(await audits(id)).toEqual([]);
  });
});

describe("GET /operations/parked", () => {
  const parked = async (query: string, key?: string) =>
    (await bench.request("GET", `/operations/parked${query}`, key ? { key } : {})).body;
  const idsIn = (body: { data: { subject: { id: string } }[] }) => body.data.map(({ subject }) => subject.id);

  test("lists what is parked, oldest first, with the reason, its page, and who must act", async () => {
    const forAPerson = await parkedOrder("ESCROW_NOT_AS_AGREED");
    const { data } = await parked(`?userId=${forAPerson.buyerId}`);
    expect(data).toMatchObject([
      {
        workflowId: `order/${forAPerson.id}`,
        subject: { kind: "order", id: forAPerson.id },
        userIds: [forAPerson.buyerId, forAPerson.sellerId],
        state: "ESCROW_CREATING",
        step: "deploy",
        parkedReason: "ESCROW_NOT_AS_AGREED",
        why: "the contract on the chain differs from the order",
        nextAttemptAt: null,
        whoMustAct: "operator",
        links: { runbook: "/docs/runbooks/ESCROW_NOT_AS_AGREED", explain: `/orders/${forAPerson.id}/explain` },
      },
    ]);
    const all = await parked("?limit=100");
    const since = all.data.map((one: { since: string }) => one.since);
    expect(since).toEqual([...since].sort());
    expect(idsIn(all)).toContain(forAPerson.id);
  });

  test("pages without a gap or a repeat, and filters by reason, kind, age and need", async () => {
    const [one, two] = [await parkedOrder("BOOKING_REFUSED"), await parkedOrder("BOOKING_REFUSED")];
    const first = await parked("?reason=BOOKING_REFUSED&limit=1");
    expect([idsIn(first), first.hasMore]).toEqual([[one.id], true]);
    const second = await parked(`?reason=BOOKING_REFUSED&limit=1&cursor=${first.nextCursor}`);
    expect([idsIn(second), second.hasMore, second.nextCursor]).toEqual([[two.id], false, null]);
    expect(idsIn(await parked("?reason=BOOKING_REFUSED&kind=withdrawal"))).toEqual([]);
    expect(idsIn(await parked("?reason=BOOKING_REFUSED&minAgeSeconds=3600"))).toEqual([]);
    expect(idsIn(await parked("?reason=BOOKING_REFUSED&needsOperator=false"))).toEqual([]);
    expect(idsIn(await parked("?reason=BOOKING_REFUSED&needsOperator=true&kind=order&minAgeSeconds=0"))).toHaveLength(
      2,
    );
    const nul = Buffer.from("2026-01-01T00:00:00.000Z order/\u0000").toString("base64url");
    for (const wrong of ["?cursor=x", `?cursor=${nul}`, "?reason=NOTHING", "?kind=payment", "?minAgeSeconds=-1"]) {
      expect((await parked(wrong)).error.code).toBe("VALIDATION_ERROR");
    }
  });

  test("shows a key of one user only what is theirs, and nothing that goes on again", async () => {
    const { id, buyerId, decision } = await parkedOrder();
    const stranger = await bench.user();
    const [own, foreign] = [await bench.keyWith(["support"], buyerId), await bench.keyWith(["support"], stranger)];
    expect(idsIn(await parked("", own))).toEqual([id]);
    expect(idsIn(await parked("", foreign))).toEqual([]);
    expect(idsIn(await parked(`?userId=${buyerId}`, foreign))).toEqual([]);
    bench.chain.failWith(null);
    await post(decision, RETRY);
    await until("it is listed no more", async () => idsIn(await parked("", own)).length === 0);
  });
});
