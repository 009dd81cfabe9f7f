import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { until } from "../../../tests/support/until.ts";
import { createApp } from "../../app.ts";
import { createTemporal } from "../../temporal.ts";
import { AIRTM_WEBHOOK_SECRET, type GatewayBench, gatewayBench, type Reply } from "../../testing/gateway-bench.ts";
import { processInbox } from "../../webhooks/receive-webhook.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("airtm_inbox", { paymentProvider: "airtm" });
}, 60_000);
afterAll(() => bench.close());

interface Signing {
  readonly id?: string;
  readonly secret?: string;
  readonly ageSeconds?: number;
}
function signed(
  text: string,
  { id = `msg_${randomUUID()}`, secret = AIRTM_WEBHOOK_SECRET, ageSeconds = 0 }: Signing = {},
) {
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const key = Buffer.from(secret.slice(6), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${text}`).digest("base64");
  return { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${signature}` };
}
const send = (text: string, headers: Record<string, string> = signed(text)): Promise<Reply> =>
  bench.request("POST", "/webhooks/airtm", { key: null, text, headers });
const bodyOf = (type: string, data: object) => JSON.stringify({ type, data });
const inbox = async () => (await bench.db.sql.query("SELECT * FROM webhook_inbox ORDER BY received_at")).rows;

const topUp = async () => {
  const { userId } = await bench.linkedUser();
  const { body } = await bench.request("POST", "/topups", { body: { userId, amount: "30.00" } });
  return { userId, id: String(body.id), payinId: String(body.airtmPayinId) };
};
const statusOf = async (path: string) => (await bench.request("GET", path)).body.status;
const availableOf = async (userId: string) => (await bench.request("GET", `/users/${userId}/balance`)).body.available;
const toBecome = (path: string, status: string) =>
  until(`${path} is ${status}`, async () => (await statusOf(path)) === status, 10);
const isOver = (workflowId: string) =>
  until(`${workflowId} is over`, async () => !(await bench.deps.temporal.isRunning(workflowId)), 10);

async function terminate(workflowId: string): Promise<void> {
  const { connectionOptions, namespace } = bench.deps.config.temporal;
  const connection = await Connection.connect(connectionOptions);
  await new Client({ connection, namespace }).workflow.getHandle(workflowId).terminate("by mistake");
  await connection.close();
}

describe("a call of Airtm about a top-up", () => {
  test("in either form has Airtm asked, and credits what Airtm then says, once, however often it comes", async () => {
    const [one, other] = [await topUp(), await topUp()];
    for (const { id } of [one, other]) bench.fiat.setPayin(id, { state: "paid" });
    const lie = { id: one.payinId, code: one.id, status: "CONFIRMED", amount: 1_000_000 };
    const text = bodyOf("payin.confirmed", lie);
    const headers = signed(text);
    const first = await send(text, headers);
    expect([first.status, first.body]).toMatchObject([200, { status: "ok", processed: true }]);
    const again = await Promise.all([send(text, headers), send(text, headers)]);
    for (const { body } of again) expect(body).toMatchObject({ processed: true, duplicate: true });
    const data = { id: other.payinId, amount: "1.00", currency: "USD", status: "SUCCEEDED" }; // without our code
    const event = { eventId: randomUUID(), eventType: "payin.succeeded", occurredAt: new Date().toISOString(), data };
    await send(JSON.stringify(event));
    expect((await send(JSON.stringify(event))).body.duplicate).toBe(true); // under another svix-id
    for (const { id, userId } of [one, other]) {
      await toBecome(`/topups/${id}`, "TOPUP_SUCCEEDED");
      expect(await availableOf(userId)).toBe("30.00");
    }
  });

  test("keeps nothing about the person", async () => {
    const { id, payinId } = await topUp();
    const person = { airtmUserEmail: "a@person.example", airtmUserId: "u-77", description: "for Jane Doe" };
    const data = { id: payinId, code: id, status: "CREATED", amount: 30, netAmount: 29.5, ...person };
    await send(bodyOf("payin.created", { ...data, items: [{ description: "Jane" }] }));
    const [row] = (await inbox()).slice(-1);
    expect(row).toMatchObject({ provider: "airtm", type: "payin.created" });
    expect(row.body).toEqual({
      type: "payin.created",
      data: { id: payinId, code: id, status: "CREATED", amount: 30, netAmount: 29.5 },
    });
  });

  test("that was canceled credits what was paid after all; a run that is over looks again as often as it is told", async () => {
    const { id, userId, payinId } = await topUp();
    await bench.request("POST", `/topups/${id}/cancel`, { body: {} });
    await isOver(`topup/${id}`);
    await send(bodyOf("payin.canceled", { id: payinId, code: id }));
    await isOver(`topup/${id}`);
    expect([await statusOf(`/topups/${id}`), await availableOf(userId)]).toEqual(["TOPUP_CANCELED", "0.00"]);
    bench.fiat.setPayin(id, { state: "paid" });
    const late = bodyOf("payin.confirmed", { id: payinId, code: id });
    await Promise.all([send(late), send(late)]);
    await toBecome(`/topups/${id}`, "TOPUP_SUCCEEDED");
    await isOver(`topup/${id}`);
    await send(late);
    expect(await availableOf(userId)).toBe("30.00");
    expect(await bench.deps.temporal.isRunning(`topup/${id}`)).toBe(false); // what is credited is looked at no more
  });

  test("of an unknown payment, or before we know it, is kept and done with", async () => {
    for (const data of [{ code: `topup_${randomUUID()}`, id: "theirs" }, { id: "theirs" }, {}]) {
      const reply = await send(bodyOf("payin.confirmed", data));
      expect([reply.status, reply.body]).toMatchObject([200, { processed: true }]);
    }
    const unknown = await send(bodyOf("payin.frozen", { code: "x" }));
    expect([unknown.status, unknown.body]).toMatchObject([200, { status: "ok", processed: false }]);
    expect(await processInbox(bench.deps)).toBe(0);
  });
});

describe("a call of Airtm about a payout", () => {
  const payout = async () => {
    const { userId, airtmUserId } = await bench.linkedUser("100.00");
    const asked = {
      userId,
      amount: "30.00",
      destinationType: "airtm_balance",
      destinationRef: airtmUserId,
      commit: true,
    };
    const { body } = await bench.request("POST", "/withdrawals", { body: asked });
    return { userId, id: String(body.id), payoutId: String(body.airtmPayoutId) };
  };

  test("completes it once Airtm says so, by our code or by theirs", async () => {
    const { id, payoutId, userId } = await payout();
    bench.fiat.setPayout(id, { state: "paid" });
    await send(bodyOf("payout.completed", { id: payoutId, status: "COMPLETED" }));
    await toBecome(`/withdrawals/${id}`, "WITHDRAWAL_COMPLETED");
    expect(await availableOf(userId)).toBe("70.00");
  });

  test("whose workflow somebody terminated is settled all the same", async () => {
    const { id, payoutId, userId } = await payout();
    await toBecome(`/withdrawals/${id}`, "WITHDRAWAL_PENDING");
    await terminate(`withdrawal/${id}`);
    bench.fiat.setPayout(id, { state: "paid" });
    await send(bodyOf("payout.completed", { id: payoutId, code: id }));
    await toBecome(`/withdrawals/${id}`, "WITHDRAWAL_COMPLETED");
    expect(await availableOf(userId)).toBe("70.00");
  });

  test("that was given back takes the money again when it was paid after all", async () => {
    const { id, payoutId, userId } = await payout();
    bench.fiat.setPayout(id, { state: "failed", reason: "the bank said no" });
    await send(bodyOf("payout.failed", { id: payoutId, code: id }));
    await toBecome(`/withdrawals/${id}`, "WITHDRAWAL_FAILED");
    expect(await availableOf(userId)).toBe("100.00");
    await isOver(`withdrawal/${id}`);
    bench.fiat.setPayout(id, { state: "paid" });
    await send(bodyOf("payout.completed", { id: payoutId, code: id }));
    await toBecome(`/withdrawals/${id}`, "WITHDRAWAL_COMPLETED");
    expect(await availableOf(userId)).toBe("70.00");
  });
});

describe("a call is refused with nothing kept", () => {
  const text = bodyOf("payin.confirmed", { code: "topup_1" });
  const good = () => signed(text);
  test.each<[string, () => Record<string, string>]>([
    ["without a signature", () => ({ ...good(), "svix-signature": "" })],
    ["without any header", () => ({})],
    ["without an id", () => ({ ...good(), "svix-id": "" })],
    ["with a signature of other bytes", () => signed(`${text} `)],
    [
      "with one by another secret",
      () => signed(text, { secret: `whsec_${Buffer.from("guessed, and long").toString("base64")}` }),
    ],
    ["with half of one", () => ({ ...good(), "svix-signature": good()["svix-signature"].slice(0, 20) })],
    ["with an old one", () => signed(text, { ageSeconds: 301 })],
    ["with one of another id", () => ({ ...good(), "svix-id": "msg_other" })],
    ["with a credential instead", () => ({ authorization: "Bearer ohk_master_of_the_tests" })],
  ])("%s", async (_what, headers) => {
    const before = (await inbox()).length;
    const reply = await send(text, headers());
    expect([reply.status, reply.body.error.code]).toEqual([401, "WEBHOOK_SIGNATURE_INVALID"]);
    expect((await inbox()).length).toBe(before);
  });

  test.each([
    ["is no JSON", "{"],
    ["is a list", "[]"],
    ["has no type", JSON.stringify({ data: { id: "x" } })],
    ["has NUL in it", '{"type":"payin.created\\u0000"}'],
    ["has an id that is no text", JSON.stringify({ type: "payin.created", data: { id: 7 } })],
  ])("when it is signed and its body %s", async (_what, body) => {
    const before = (await inbox()).length;
    const reply = await send(body);
    expect([reply.status, reply.body.error.code]).toEqual([400, "VALIDATION_ERROR"]);
    expect((await inbox()).length).toBe(before);
  });
});

test("a second body under an id that came before is a duplicate: it is not kept, and nobody is told", async () => {
  const [first, second] = [await topUp(), await topUp()];
  const id = `msg_${randomUUID()}`;
  const [text, other] = [first, second].map((one) => bodyOf("payin.confirmed", { code: one.id })) as [string, string];
  await send(text, signed(text, { id }));
  bench.fiat.setPayin(second.id, { state: "paid" });
  expect((await send(other, signed(other, { id }))).body).toMatchObject({ duplicate: true });
  const kept = (await inbox()).filter((row) => row.event_id === id);
  expect(kept.map(({ body }) => body.data.code)).toEqual([first.id]);
  expect(await statusOf(`/topups/${second.id}`)).toBe("TOPUP_AWAITING_USER_CONFIRMATION");
});

test("what came while Temporal was away is kept, and passed on once when it is back", async () => {
  const { id } = await topUp();
  bench.fiat.setPayin(id, { state: "paid" });
  const away = createTemporal({ ...bench.deps.config.temporal, connectionOptions: { address: "127.0.0.1:1" } });
  const app = createApp({ ...bench.deps, temporal: away });
  const text = bodyOf("payin.confirmed", { code: id });
  const reply = await app.request("/webhooks/airtm", { method: "POST", body: text, headers: signed(text) });
  expect([reply.status, await reply.json()]).toMatchObject([200, { status: "ok", processed: false }]);
  expect([await processInbox(bench.deps), await processInbox(bench.deps)]).toEqual([1, 0]);
  await toBecome(`/topups/${id}`, "TOPUP_SUCCEEDED");
  await away.close();
}, 30_000);
