import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { type Receiver, startReceiver } from "../../../activities/testing/receiver.ts";
import { webhooks } from "../../../sdk/webhooks.ts";
import { until } from "../../../tests/support/until.ts";
import { createApp } from "../../app.ts";
import { deliveryWork } from "../../reads/webhook-deliveries.ts";
import { writeEvents } from "../../testing/event-writer.ts";
import { type GatewayBench, gatewayBench } from "../../testing/gateway-bench.ts";
import { relayDeliveries } from "../../webhooks/relay-deliveries.ts";
import { planDeliveries } from "../../writes/webhook-deliveries.ts";

let bench: GatewayBench;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  bench = await gatewayBench("webhooks");
}, 60_000);
afterEach(async () => {
  const { data } = (await get("/webhook-endpoints?limit=100")).body;
  for (const { id } of data) await bench.request("DELETE", `/webhook-endpoints/${id}`); // the next test's events are not theirs
});
afterAll(async () => {
  await bench.close();
  receiver.close();
});

const post = (path: string, body: object = {}, headers = {}) => bench.request("POST", path, { body, headers });
const get = (path: string) => bench.request("GET", path);
const url = () => `${receiver.url}/${Math.random()}`;
async function anEndpoint(body: object = {}) {
  const { data } = (await post("/webhook-endpoints", { url: url(), eventTypes: ["dispute.*"], ...body })).body;
  return { ...data, path: `/webhook-endpoints/${data.id}` };
}
const dispute = { type: "dispute.opened", aggregateType: "Dispute" };
const relayOnce = async () => relayDeliveries(bench.deps, await deliveryWork(bench.db));
/** Everything is planned and started. */
async function relay() {
  while (await relayOnce());
}
const delivered = async (path: string, count: number) => {
  await relay();
  return until(
    `${count} deliveries end`,
    async () => {
      const { data } = (await get(`${path}/deliveries?limit=100`)).body;
      return data.filter(({ status }: { status: string }) => status !== "PENDING").length >= count && data;
    },
    20,
  );
};
const sentOf = (eventId: string) => receiver.received.filter(({ headers }) => headers["webhook-id"] === eventId);

describe("an endpoint", () => {
  test("shows its secret once, to the same idempotency key again, and stores it sealed", async () => {
    const body = { url: url(), description: "the shop" };
    const made = await post("/webhook-endpoints", body, { "Idempotency-Key": "one" });
    expect([made.status, made.body.data.secret]).toEqual([201, expect.stringMatching(/^whsec_[0-9A-Za-z+/=]{44}$/)]);
    const { secret, ...shown } = made.body.data;
    expect(shown).toMatchObject({ ...body, eventTypes: ["*"], status: "ACTIVE", pausedReason: null, userId: null });
    const again = await post("/webhook-endpoints", body, { "Idempotency-Key": "one" });
    expect(again.body.data).toEqual(made.body.data);
    expect((await get(`/webhook-endpoints/${shown.id}`)).body.data).toEqual(shown);
    const tables = ["webhook_endpoint", "idempotency_request", "audit_record", "event"];
    const rows = await Promise.all(tables.map((table) => bench.db.sql.query(`SELECT * FROM ${table}`)));
    expect(JSON.stringify(rows.map((one) => one.rows))).not.toContain(secret.slice(6));
  });

  test("can be changed, listed and deleted; deleted it is gone for everybody but the one who deletes it again", async () => {
    const made = await anEndpoint();
    const changed = await post(made.path, { eventTypes: ["order.*"], description: null });
    expect(changed.body.data).toMatchObject({ id: made.id, url: made.url, eventTypes: ["order.*"] });
    const ids = async () => (await get("/webhook-endpoints?limit=100")).body.data.map(({ id }: { id: string }) => id);
    expect(await ids()).toContain(made.id);
    for (let time = 0; time < 2; time += 1) {
      const reply = await bench.request("DELETE", made.path);
      expect([reply.status, reply.body.data]).toEqual([200, { id: made.id, status: "deleted" }]);
    }
    expect(await ids()).not.toContain(made.id);
    for (const path of ["", "/resume", "/test", "/replay", "/secret/rotate"])
      expect([path, (await post(`${made.path}${path}`, path === "/replay" ? { fromSequence: 1 } : {})).status]).toEqual(
        [path, 404],
      );
    expect(await bench.db.prisma.webhookEndpoint.findUnique({ where: { id: made.id } })).toMatchObject({
      secretCiphertext: null,
    });
    const audits = await bench.db.prisma.auditRecord.findMany({
      where: { resourceId: made.id },
      orderBy: { occurredAt: "asc" },
    });
    expect(audits.map(({ action, eventType }) => `${action} ${eventType}`)).toEqual([
      "CREATE webhook_endpoint.created",
      "UPDATE webhook_endpoint.updated",
      "DELETE webhook_endpoint.deleted",
    ]);
    expect(JSON.stringify(audits)).not.toContain("/hook/"); // a path may hold a token
  });

  test.each([
    ["another scheme", { url: "ftp://example.com/" }],
    ["credentials", { url: "https://user:pass@example.com/" }],
    ["a fragment", { url: "https://example.com/#x" }],
    ["no address", { url: "example.com" }],
    ["a type that is none", { url: "https://example.com/", eventTypes: ["orders.*"] }],
    ["no types", { url: "https://example.com/", eventTypes: [] }],
  ])("with %s is refused", async (_what, body) => {
    const reply = await post("/webhook-endpoints", body);
    expect([reply.status, reply.body.error.code]).toEqual([400, "VALIDATION_ERROR"]);
  });

  test("must be https where only the internet is allowed, and is not made without a key to seal its secret", async () => {
    const ask = async (changes: object) => {
      const headers = { "x-api-key": bench.deps.config.masterKey, "content-type": "application/json" };
      const body = JSON.stringify({ url: "http://example.com/" });
      return (
        await createApp({ ...bench.deps, ...changes }).request("/webhook-endpoints", { method: "POST", headers, body })
      ).status;
    };
    const config = { ...bench.deps.config, webhooks: { ...bench.deps.config.webhooks, allowPrivateAddresses: false } };
    expect([await ask({ config }), await ask({ webhookKeys: null })]).toEqual([400, 503]);
  });

  test("of a key that belongs to a user gets that user's events, and is nobody else's", async () => {
    const [mine, other] = [await bench.user(), await bench.user()];
    const key = await bench.keyWith(["support"], mine);
    const made = await bench.request("POST", "/webhook-endpoints", {
      key,
      body: { url: url(), eventTypes: ["dispute.*"] },
    });
    const { id, userId } = made.body.data;
    expect(userId).toBe(mine);
    const [, wanted] = await writeEvents(bench.db, { ...dispute, userId: other }, { ...dispute, userId: mine });
    const [only, ...more] = await delivered(`/webhook-endpoints/${id}`, 1);
    expect([only.eventId, more]).toEqual([wanted, []]);
    const foreign = await anEndpoint();
    for (const path of [foreign.path, `${foreign.path}/deliveries`])
      expect((await bench.request("GET", path, { key })).status).toBe(404);
    expect((await bench.request("GET", "/webhook-endpoints", { key })).body.data).toHaveLength(1);
    const [foreignEvent] = await writeEvents(bench.db, { ...dispute, userId: other });
    const replay = `/webhook-endpoints/${id}/deliveries/${foreignEvent}/replay`;
    expect((await bench.request("POST", replay, { key })).status).toBe(404);
  });
});

describe("events", () => {
  test("arrive once each at every endpoint that wants them, signed, whichever gateways relay at once and how often", async () => {
    const [one, other] = [await anEndpoint(), await anEndpoint({ eventTypes: ["dispute.opened", "topup.*"] })];
    const ids = await writeEvents(
      bench.db,
      dispute,
      { type: "order.created" },
      { ...dispute, type: "dispute.resolved" },
      dispute,
    );
    await Promise.all(Array.from({ length: 4 }, relayOnce));
    expect((await delivered(one.path, 3)).map((row: { eventId: string }) => row.eventId).sort()).toEqual(
      [ids[0], ids[2], ids[3]].sort(),
    );
    expect(await delivered(other.path, 2)).toHaveLength(2);
    expect(ids.map((id) => sentOf(id).length)).toEqual([2, 0, 1, 2]);
    for (const { headers, body } of sentOf(ids[2] ?? "")) {
      expect(await webhooks.verify(body, headers, one.secret)).toMatchObject({
        eventId: ids[2],
        sequence: expect.any(Number),
      });
    }
    await relay();
    expect(sentOf(ids[0] ?? "")).toHaveLength(2);
  });

  test("of before an endpoint was made are not sent to it", async () => {
    const [before] = await writeEvents(bench.db, dispute);
    const made = await anEndpoint();
    const [after] = await writeEvents(bench.db, dispute);
    expect((await delivered(made.path, 1)).map((row: { eventId: string }) => row.eventId)).toEqual([after]);
    expect(before).not.toBe(after);
  });

  test("of a test go to the endpoint under test alone, whatever it wants", async () => {
    const [made, other] = [await anEndpoint(), await anEndpoint({ eventTypes: ["*"] })];
    const { eventId } = (await post(`${made.path}/test`)).body.data;
    const [row] = await delivered(made.path, 1);
    expect(row).toMatchObject({ eventId, eventType: "webhook_endpoint.test", status: "DELIVERED" });
    expect(JSON.parse(sentOf(eventId)[0]?.body ?? "{}").payload).toEqual({ webhookEndpointId: made.id, test: true });
    await relay();
    const others = (await get(`${other.path}/deliveries?eventId=${eventId}`)).body.data;
    expect([others, sentOf(eventId).length]).toEqual([[], 1]);
  });
});

test("attempts are listed with what came back, and a rotated secret signs beside the old one", async () => {
  const made = await anEndpoint();
  const rotated = (await post(`${made.path}/secret/rotate`, { overlapHours: 1 })).body.data;
  expect([rotated.secret === made.secret, rotated.previousSecretExpiresAt]).toEqual([false, expect.any(String)]);
  const [eventId = ""] = await writeEvents(bench.db, dispute);
  receiver.answer({ status: 200, body: "thanks" });
  await delivered(made.path, 1);
  const { data } = (await get(`${made.path}/deliveries/${eventId}`)).body;
  expect(data.attempts).toEqual([
    {
      round: 1,
      number: 1,
      attemptedAt: expect.any(String),
      durationMs: expect.any(Number),
      statusCode: 200,
      error: null,
      answerPrefix: "thanks",
    },
  ]);
  const [{ headers, body } = { headers: {}, body: "" }] = sentOf(eventId);
  for (const secret of [made.secret, rotated.secret])
    expect(await webhooks.verify(body, headers, secret)).toMatchObject({ eventId });
  const last = (await post(`${made.path}/secret/rotate`, { overlapHours: 0 })).body.data;
  expect(last.previousSecretExpiresAt).toBeNull();
});

describe("a replay", () => {
  test("sends one event again, by its delivery's or its own id, and one that was never sent there", async () => {
    const [unsent = ""] = await writeEvents(bench.db, dispute);
    const made = await anEndpoint();
    const [eventId = ""] = await writeEvents(bench.db, dispute);
    const [row] = await delivered(made.path, 1);
    for (const id of [row.id, eventId, unsent]) {
      expect((await post(`${made.path}/deliveries/${id}/replay`)).body.data).toEqual({ replayed: 1 });
      await delivered(made.path, id === unsent ? 2 : 1);
    }
    expect([sentOf(eventId).length, sentOf(unsent).length]).toEqual([3, 1]);
    const { data } = (await get(`${made.path}/deliveries/${row.id}`)).body;
    expect([data.round, data.attempts.length]).toEqual([3, 3]);
    expect((await post(`${made.path}/deliveries/evt_unknown/replay`)).status).toBe(404);
  });

  test("of a range sends what the endpoint wants of it, both ends included", async () => {
    const made = await anEndpoint();
    const ids = await writeEvents(bench.db, dispute, { type: "order.created" }, dispute, dispute);
    const rows = await delivered(made.path, 3);
    const [first = 0, second = 0] = rows
      .map(({ sequence }: { sequence: number }) => sequence)
      .sort((a: number, b: number) => a - b);
    const range = { fromSequence: first, toSequence: second };
    expect((await post(`${made.path}/replay`, range)).body.data).toEqual({ replayed: 2 });
    await delivered(made.path, 3);
    expect(ids.map((id) => sentOf(id).length)).toEqual([2, 0, 2, 1]);
    for (const body of [{}, { fromSequence: 999_999_999 }, { fromSequence: 3, toSequence: 2 }])
      expect((await post(`${made.path}/replay`, body)).status).toBe(400);
  });
});

test("a paused endpoint loses nothing: resumed, it goes on with what was held and what came meanwhile", async () => {
  const made = await anEndpoint();
  expect((await post(`${made.path}/resume`)).body.error).toMatchObject({
    code: "INVALID_STATE",
    details: { currentState: "ACTIVE" },
  });
  const [refused = ""] = await writeEvents(bench.db, dispute);
  receiver.answer(410);
  expect(await delivered(made.path, 1)).toMatchObject([{ eventId: refused, status: "HELD" }]);
  expect((await get(made.path)).body.data).toMatchObject({ status: "PAUSED", pausedReason: "GONE" });
  const [meanwhile = ""] = await writeEvents(bench.db, dispute);
  await relay();
  for (const path of ["/test", `/deliveries/${refused}/replay`, "/replay"]) {
    const reply = await post(`${made.path}${path}`, path === "/replay" ? { fromSequence: 1 } : {});
    expect([path, reply.body.error.code]).toEqual([path, "INVALID_STATE"]);
  }
  expect([sentOf(refused).length, sentOf(meanwhile).length]).toEqual([1, 0]);
  expect((await post(`${made.path}/resume`)).body.data).toMatchObject({
    status: "ACTIVE",
    pausedReason: null,
    pausedAt: null,
  });
  const rows = await delivered(made.path, 2);
  expect(rows.map(({ status }: { status: string }) => status)).toEqual(["DELIVERED", "DELIVERED"]);
  expect([sentOf(refused).length, sentOf(meanwhile).length]).toEqual([2, 1]);
  const told = await bench.db.prisma.event.findMany({ where: { aggregateId: made.id }, orderBy: { sequence: "asc" } });
  expect(told.map(({ type }) => type)).toEqual(
    ["created", "paused", "resumed"].map((verb) => `webhook_endpoint.${verb}`),
  );
});

test("an endpoint with a thousand deliveries under way gets no more until some end; its cursor waits", async () => {
  const made = await anEndpoint();
  await writeEvents(bench.db, ...Array.from({ length: 1_600 }, () => dispute));
  const { rows } = await bench.db.sql.query("SELECT value FROM event_counter");
  const planAll = async () => {
    while (await planDeliveries(bench.db, made.id));
  };
  const pending = () => bench.db.prisma.webhookDelivery.count({ where: { endpointId: made.id, status: "PENDING" } });
  await planAll();
  const planned = await pending();
  expect([planned >= 1_000, planned < 1_500]).toEqual([true, true]);
  await bench.db.sql.query("UPDATE webhook_delivery SET status = 'CANCELED' WHERE endpoint_id = $1", [made.id]);
  await planAll();
  expect(await pending()).toBe(1_600 - planned);
  expect((await get(made.path)).body.data.sequence).toBe(Number(rows[0]?.value));
});
