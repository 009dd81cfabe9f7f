import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { until } from "../../../tests/support/until.ts";
import { type GatewayBench, gatewayBench, type Reply } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("explain");
}, 60_000);
afterAll(() => bench.close());
afterEach(() => {
  bench.chain.failWith(null);
  bench.chain.release();
});

const post = (path: string, body: object = {}) =>
  bench.request("POST", path, { body, headers: { prefer: "respond-async" } });
const explain = async (path: string, key?: string): Promise<Reply> =>
  bench.request("GET", `${path}/explain`, key === undefined ? {} : { key });
const explained = async (path: string) => (await explain(path)).body.data;

async function anOrder(...commands: readonly string[]) {
  const [buyerId, sellerId] = [await bench.user("500.00", "BUYER"), await bench.user("0.00", "SELLER")];
  const { body } = await post("/orders", { buyerId, sellerId, amount: "120.00", title: "A logo" });
  const path = `/orders/${body.data.id}`;
  for (const command of commands) await bench.request("POST", `${path}/${command}`, { body: {} });
  return { id: String(body.data.id), path, buyerId, sellerId };
}

interface Attempt {
  readonly stepKey: string;
  readonly generation?: number;
  readonly outcome?: string;
  readonly resultCode?: string;
  readonly proof?: object;
  readonly receipt?: object;
}

async function insertAttempt({
  stepKey,
  generation = 1,
  outcome,
  resultCode,
  proof,
  receipt,
}: Attempt): Promise<string> {
  const hash = createHash("sha256").update(`${stepKey}/${generation}`).digest("hex");
  await bench.db.prisma.chainTransaction.create({
    data: {
      id: `ctx_${hash.slice(0, 32)}`,
      stepKey,
      generation,
      intent: "fundEscrow",
      sourceAccount: `G${stepKey}`,
      sequence: generation,
      hash,
      signedXdr: "SIGNED-BYTES",
      sendThrough: "stellar",
      maxTime: 1_800_000_000n,
      preparedLedger: 1,
      onSuccess: {},
      outcome: outcome ?? null,
      resultCode: resultCode ?? null,
      settledAt: outcome ? new Date() : null,
      ...(proof && { proof }),
      ...(receipt && { receipt }),
    },
  });
  return hash;
}

describe("GET /orders/:id/explain", () => {
  test("of an order that waits for a command says which ones, and whose turn it is", async () => {
    const { path, id } = await anOrder("reserve");
    expect(await explained(path)).toMatchObject({
      subject: { kind: "order", id, workflowId: `order/${id}` },
      state: "FUNDS_RESERVED",
      isFinished: false,
      waitingFor: "command",
      whoMustAct: "marketplace",
      lastError: null,
      source: "live",
      links: { runbook: null, docs: "/docs/states/order" },
      evidence: { ledgerEntries: [{ kind: "reserve", postings: [{ amount: "-120.00" }, { amount: "120.00" }] }] },
    });
    const { safeActions, links } = await explained(path);
    expect(safeActions.map((one: { action: string }) => one.action)).toEqual(["cancel", "createEscrow"]);
    expect((await bench.request("GET", links.docs, { key: null })).text).toContain("# Order");
  });

  test("of a parked order names the reason, the person, the decisions, and a page that is there", async () => {
    const { path } = await anOrder("reserve");
    bench.chain.failWith("SIGNER_UNAVAILABLE");
    await post(`${path}/escrow`);
    const found = await until("it is parked", async () => {
      const now = await explained(path);
      return now.parkedReason ? now : null;
    });
    expect(found).toMatchObject({
      state: "ESCROW_CREATING",
      waitingFor: "operator",
      whoMustAct: "operator",
      parkedReason: "SIGNER_UNAVAILABLE",
      step: "deploy",
      lastError: { raw: "a test said SIGNER_UNAVAILABLE", code: "SIGNER_UNAVAILABLE" },
      links: { runbook: "/docs/runbooks/SIGNER_UNAVAILABLE" },
    });
    expect(found.safeActions.map((one: { action: string }) => one.action)).toEqual(["retry", "abandon"]);
    const page = await bench.request("GET", found.links.runbook, { key: null });
    expect([page.status, page.text]).toEqual([200, expect.stringContaining("# SIGNER_UNAVAILABLE")]);
  });

  test("shows a provider's failure from the first retry on, while the workflow knows nothing of it yet", async () => {
    const { path } = await anOrder("reserve");
    bench.chain.failWith("PROVIDER_UNAVAILABLE");
    await post(`${path}/escrow`);
    const found = await until("a try has failed", async () => {
      const now = await explained(path);
      return now.lastError ? now : null;
    });
    expect(found).toMatchObject({
      waitingFor: "provider",
      whoMustAct: "nobody",
      parkedReason: null,
      lastError: { raw: "a test said PROVIDER_UNAVAILABLE", code: "PROVIDER_UNAVAILABLE" },
    });
    expect(found.why).toMatch(/deploying the escrow contract; \d tries? did not go through/);
    expect((await bench.request("GET", `${path}/progress`)).body.data.lastError).toBeNull();
  });

  test("shows every signed transaction of it with its meaning, and never the signed bytes", async () => {
    const { path, id } = await anOrder();
    const stepKey = `order/${id}#fund`;
    const proof = { reason: "EXPIRED", latestLedger: 77 };
    await insertAttempt({ stepKey, outcome: "EXPIRED", proof });
    await insertAttempt({ stepKey, generation: 2, outcome: "FAILED", resultCode: "op_underfunded" });
    const alive = await insertAttempt({ stepKey, generation: 3 });
    await insertAttempt({ stepKey: `order/${id}X#fund` }); // somebody else's
    const reply = await explain(path);
    const { transactions, providerReferences } = reply.body.data.evidence;
    expect(transactions).toMatchObject(
      [
        { step: "fund", generation: 1, outcome: "EXPIRED", proofOfDeath: proof, meaning: /Proven dead/ },
        { generation: 2, outcome: "FAILED", resultCode: "op_underfunded" },
        { generation: 3, outcome: null, hash: alive, workflowId: `order/${id}` },
      ].map(({ meaning, ...row }) => ({ ...row, ...(meaning && { meaning: expect.stringMatching(meaning) }) })),
    );
    expect(transactions[1].meaning).toContain("the wallet holds less than our ledger says");
    expect(providerReferences.at(-1)).toEqual({ provider: "stellar", kind: "transaction of fund", id: alive });
    expect(reply.text).not.toContain("SIGNED-BYTES");
  });

  test("of a closed order is finished and asks nobody for anything", async () => {
    const { path } = await anOrder("cancel");
    expect(await explained(path)).toMatchObject({
      isFinished: true,
      waitingFor: "nothing",
      whoMustAct: "nobody",
      why: expect.stringContaining("canceled"),
      safeActions: [],
    });
  });

  test("is 404 for a key of somebody who is no party of it", async () => {
    const { path, buyerId } = await anOrder();
    const stranger = await bench.keyWith(["read"], await bench.user());
    expect((await explain(path, stranger)).body.error.code).toBe("ORDER_NOT_FOUND");
    expect((await explain(path, await bench.keyWith(["read"], buyerId))).status).toBe(200);
  });
});

test("GET /disputes/:id/explain names who of whom is waited for, from the freeze to the end", async () => {
  const { path } = await anOrder("reserve", "escrow", "escrow/fund");
  bench.chain.failWith("SIGNER_UNAVAILABLE");
  await post(`${path}/resolution/dispute`, { openedBy: "BUYER", reason: "QUALITY_ISSUE" });
  const dispute = await until("the freeze is parked", async () => {
    const { dispute } = (await bench.request("GET", path)).body.data;
    const found = dispute && (await explained(`/disputes/${dispute.id}`));
    return found?.parkedReason ? found : null;
  });
  expect(dispute).toMatchObject({ state: "OPEN", step: "freeze", whoMustAct: "operator" });
  expect(dispute.subject.workflowId).toBe(`order/${path.split("/").at(-1)}`);
  bench.chain.failWith(null);
  await post(`/operations/${dispute.subject.workflowId}/decision`, { action: "retry", reason: "the key is back" });
  await until("it waits for support", async () => {
    const { waitingFor, whoMustAct } = await explained(`/disputes/${dispute.subject.id}`);
    return waitingFor === "support" && whoMustAct === "support";
  });
  const order = await explained(path);
  expect(order).toMatchObject({ state: "DISPUTED", whoMustAct: "support" });
  expect(order.safeActions[0].how.rest).toBe(`POST /disputes/${dispute.subject.id}/assign`);
});

test("GET /withdrawals/:id/explain says why a withdrawal failed, and that the money is back", async () => {
  const userId = await bench.user("50.00");
  bench.chain.failWith("DESTINATION_INVALID");
  const destinationRef = "GBBD47IF6LWK7P7MDEVSCWR7DPUWV3NY3DTQEVFL4NAT4AQH3ZLLFLA5";
  const body = { userId, amount: "20.00", destinationType: "crypto", destinationRef };
  const { id } = (await bench.request("POST", "/withdrawals", { body })).body.data;
  const found = await explained(`/withdrawals/${id}`);
  expect(found).toMatchObject({ state: "WITHDRAWAL_FAILED", isFinished: true, waitingFor: "nothing" });
  expect(found.why).toContain("a test said DESTINATION_INVALID");
  expect(found.evidence.ledgerEntries).toHaveLength(2);
});

describe("GET /users/:userId/wallet/explain", () => {
  test("tells a missing key from one whose account is not on the chain yet", async () => {
    const userId = await bench.user();
    expect(await explained(`/users/${userId}/wallet`)).toMatchObject({ state: "MISSING", isFinished: false });
    const { body } = await bench.request("POST", "/users", { body: { externalUserId: `explained ${userId}` } });
    const path = `/users/${body.data.id}/wallet`;
    await until("it is active", async () => (await explained(path)).isFinished);
    expect(await explained(path)).toMatchObject({ state: "ACTIVE", waitingFor: "nothing", whoMustAct: "nobody" });
  });

  test("is 404 for nobody", async () => {
    expect((await explain("/users/usr_nobody/wallet")).body.error.code).toBe("USER_NOT_FOUND");
  });
});

test("while no worker answers, an operator must act and the last known state is shown as such", async () => {
  const { path } = await anOrder("reserve");
  await bench.stopWorkers();
  const found = await explained(path);
  expect(found).toMatchObject({ state: "FUNDS_RESERVED", source: "status", whoMustAct: "operator", safeActions: [] });
  expect(found.why).toContain("No worker answers");
});
