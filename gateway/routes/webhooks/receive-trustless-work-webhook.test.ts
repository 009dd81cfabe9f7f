import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { orderWorkflowId } from "../../../workflows/contracts/order.ts";
import { createApp } from "../../app.ts";
import { createTemporal } from "../../temporal.ts";
import { type GatewayBench, gatewayBench, TRUSTLESS_WEBHOOK_SECRET } from "../../testing/gateway-bench.ts";
import { processInbox } from "../../webhooks/receive-webhook.ts";

let bench: GatewayBench;
let connection: Connection;
beforeAll(async () => {
  bench = await gatewayBench("inbox", { workers: false });
  connection = await Connection.connect({ address: bench.deps.config.temporal.connectionOptions.address ?? "" });
}, 60_000);
afterAll(async () => {
  await connection.close();
  await bench.close();
});

const sign = (text: string, secret = TRUSTLESS_WEBHOOK_SECRET) =>
  createHmac("sha256", secret).update(text).digest("hex");
const bodyOf = (data: object, type = "escrow.funded", eventId: string = randomUUID()) =>
  JSON.stringify({ type, event_id: eventId, data });
const send = (text: string, headers: Record<string, string> = { "x-tw-signature": sign(text) }) =>
  bench.request("POST", "/webhooks/trustless-work", { key: null, text, headers });
const inbox = async () => (await bench.db.sql.query("SELECT * FROM webhook_inbox ORDER BY received_at")).rows;

/** An order with a contract, and the run of its workflow, which no worker takes up: what it was told stays in its history. */
async function anOrder() {
  const orderId = `ord_${randomUUID().replaceAll("-", "")}`;
  const contractId = `C${randomUUID().replaceAll("-", "").toUpperCase()}`;
  const parties = [await bench.user(), await bench.user()];
  await bench.db.sql.query(
    `INSERT INTO orders (id, buyer_id, seller_id, amount_stroops, platform_fee_bps, currency, escrow_type, status, title)
     VALUES ($1, $2, $3, 100000, 0, 'USD', 'single-release', 'ESCROW_FUNDING', 'x')`,
    [orderId, ...parties],
  );
  await bench.db.sql.query(
    "INSERT INTO escrow (id, order_id, contract_id, status, amount_stroops) VALUES ($1, $2, $3, 'CREATED', 100000)",
    [`esc_${randomUUID()}`, orderId, contractId],
  );
  const workflowId = orderWorkflowId(orderId as `ord_${string}`);
  await bench.deps.temporal.startOnce({ workflowType: "order", workflowId, input: { orderId }, summary: "x" });
  const { workflow } = new Client({ connection, namespace: bench.deps.config.temporal.namespace });
  const hints = async () => {
    const { events } = await workflow.getHandle(workflowId).fetchHistory();
    return (events ?? []).filter(
      (event) => event.workflowExecutionSignaledEventAttributes?.signalName === "providerHint",
    );
  };
  return { orderId, contractId, hints };
}

describe("a call of Trustless Work", () => {
  test("is kept and has its order look at the chain, once, however often it comes; no state moves by it", async () => {
    const { orderId, contractId, hints } = await anOrder();
    const text = bodyOf({ contract_id: contractId, order_id: "of theirs", status: "FUNDED" });
    const first = await send(text);
    expect([first.status, first.body]).toMatchObject([200, { status: "ok", processed: true }]);
    expect(first.body.duplicate).toBeUndefined();
    const again = await Promise.all([send(text), send(text, { "TW-Signature": sign(text).toUpperCase() })]);
    for (const { body } of again) expect(body).toMatchObject({ status: "ok", processed: true, duplicate: true });
    expect(await hints()).toHaveLength(1);
    const order = await bench.db.prisma.order.findUniqueOrThrow({ where: { id: orderId }, include: { escrow: true } });
    expect([order.status, order.escrow?.status, order.escrow?.contractId]).toEqual([
      "ESCROW_FUNDING",
      "CREATED",
      contractId,
    ]);
    expect(await inbox()).toMatchObject([
      { provider: "trustless-work", type: "escrow.funded", processed_at: expect.any(Date) },
    ]);
  });

  test("finds an order by its own id too, while its contract is not known yet", async () => {
    const { orderId, hints } = await anOrder();
    await send(bodyOf({ contract_id: "CUNKNOWN", order_id: orderId }, "escrow.created"));
    expect(await hints()).toHaveLength(1);
  });

  test("about an escrow that is none of ours, or without one, is kept and done with", async () => {
    for (const data of [{ contract_id: "CSTRANGER" }, {}]) {
      expect((await send(bodyOf(data))).body).toMatchObject({ processed: true });
    }
  });

  test("of a type that nobody knows is kept, and means nothing", async () => {
    const { contractId, hints } = await anOrder();
    const reply = await send(bodyOf({ contract_id: contractId }, "escrow.frozen"));
    expect([reply.status, reply.body]).toMatchObject([200, { status: "ok", processed: false }]);
    expect(await hints()).toHaveLength(0);
    expect(await processInbox(bench.deps)).toBe(0);
  });
});

describe("a call is refused with nothing kept", () => {
  const text = bodyOf({ contract_id: "CX" });
  test.each<[string, Record<string, string>]>([
    ["without a signature", {}],
    ["with an empty one", { "x-tw-signature": "" }],
    ["with one by another secret", { "x-tw-signature": sign(text, "guessed") }],
    [
      "with one of other bytes, that mean the same",
      { "x-tw-signature": sign(JSON.stringify(JSON.parse(text), null, 1)) },
    ],
    ["with half of one", { "x-tw-signature": sign(text).slice(0, 32) }],
    ["with a credential instead", { authorization: "Bearer ohk_master_of_the_tests" }],
  ])("%s", async (_what, headers) => {
    const before = (await inbox()).length;
    const reply = await send(text, headers);
    expect([reply.status, reply.body.error.code]).toEqual([401, "WEBHOOK_SIGNATURE_INVALID"]);
    expect((await inbox()).length).toBe(before);
  });

  test("whatever its signature, where no secret is set", async () => {
    const webhooks = { ...bench.deps.config.webhooks, trustlessWorkSecret: null };
    const app = createApp({ ...bench.deps, config: { ...bench.deps.config, webhooks } });
    for (const signature of [sign(text), sign(text, "null"), createHmac("sha256", "").update(text).digest("hex")]) {
      const init = { method: "POST", body: text, headers: { "x-tw-signature": signature } };
      expect((await app.request("/webhooks/trustless-work", init)).status).toBe(401);
    }
  });

  test.each([
    ["is no JSON", "{"],
    ["is a list", "[]"],
    ["has no id", JSON.stringify({ type: "escrow.funded", data: {} })],
    ["has NUL in it", '{"type":"escrow.funded","event_id":"a\\u0000b"}'],
    ["has a contract that is no text", JSON.stringify({ type: "x", event_id: "y", data: { contract_id: 7 } })],
  ])("when it is signed and its body %s", async (_what, body) => {
    const before = (await inbox()).length;
    const reply = await send(body);
    expect([reply.status, reply.body.error.code]).toEqual([400, "VALIDATION_ERROR"]);
    expect((await inbox()).length).toBe(before);
  });

  test("when it is larger than 100 kB", async () => {
    expect((await send(JSON.stringify({ type: "x".repeat(110_000) }))).status).toBe(413);
  });
});

test("what came while Temporal was away is answered, kept, and passed on once when it is back", async () => {
  const away = createTemporal({ ...bench.deps.config.temporal, connectionOptions: { address: "127.0.0.1:1" } });
  const app = createApp({ ...bench.deps, temporal: away });
  const { contractId, hints } = await anOrder();
  const text = bodyOf({ contract_id: contractId });
  const init = { method: "POST", body: text, headers: { "x-tw-signature": sign(text) } };
  const reply = await app.request("/webhooks/trustless-work", init);
  expect([reply.status, await reply.json()]).toMatchObject([200, { status: "ok", processed: false }]);
  expect(await hints()).toHaveLength(0);
  expect([await processInbox(bench.deps), await processInbox(bench.deps)]).toEqual([1, 0]);
  expect(await hints()).toHaveLength(1);
  await away.close();
}, 30_000);
