import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import pino from "pino";
import { mintId } from "../../domain/ids.ts";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { webhooks } from "../../sdk/webhooks.ts";
import { type TestDatabase, testDatabase } from "../../tests/support/postgres.ts";
import type { ActivityDeps } from "../deps.ts";
import { parseKeyRing } from "../stellar/key-ring.ts";
import { type Receiver, startReceiver } from "../testing/receiver.ts";
import { webhooksDeliver } from "./deliver.ts";
import { WEBHOOK_SECRET_PURPOSE } from "./settings.ts";

let database: TestDatabase;
let db: Database;
let receiver: Receiver;
let endpointId: string;
const keyRing = parseKeyRing(`v1:${"5e".repeat(32)}`);
const secret = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString("base64")}`;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.url);
  receiver = await startReceiver();
  await db.prisma.installation.create({ data: { marketplaceId: "mkt_test" } });
});
afterAll(async () => {
  receiver.close();
  await db.close();
  await database.drop();
});
beforeEach(async () => {
  endpointId = mintId("webhookEndpoint", randomBytes(24));
  const secretCiphertext = sealed(secret(1));
  const row = { id: endpointId, url: receiver.url, eventTypes: ["*"], status: "ACTIVE", cursor: 0, secretCiphertext };
  await db.prisma.webhookEndpoint.create({ data: row });
  receiver.received.length = 0;
});

const sealed = (text: string) => keyRing.seal(text, { owner: endpointId, purpose: WEBHOOK_SECRET_PURPOSE });
const change = (data: object) => db.prisma.webhookEndpoint.update({ where: { id: endpointId }, data });
const endpoint = () => db.prisma.webhookEndpoint.findUniqueOrThrow({ where: { id: endpointId } });
const deliveryOf = (id: string) =>
  db.prisma.webhookDelivery.findUniqueOrThrow({ where: { id }, include: { attempts: true } });
const eventsOfType = (type: string) => db.prisma.event.findMany({ where: { type, aggregateId: endpointId } });
const deps = (
  openSecret = (text: string, owner: string) => keyRing.open(text, { owner, purpose: WEBHOOK_SECRET_PURPOSE }),
) =>
  ({
    db,
    log: pino({ level: "silent" }),
    webhooks: { openSecret, allowPrivateAddresses: true, timeoutMs: 1_000 },
  }) as unknown as ActivityDeps; // of all dependencies these are what it uses
const attempt = (deliveryId: string, number = 1, { isLast = false, round = 1, by = deps() } = {}) =>
  webhooksDeliver(by)({ deliveryId, round, number, isLast });

/** A new event with its delivery to the endpoint. */
async function aDelivery(): Promise<string> {
  const eventId = mintId("event", randomBytes(24));
  const event = {
    id: eventId,
    type: "order.released",
    aggregateType: "Order",
    aggregateId: "ord_1",
    payload: { text: "ä" },
  };
  await db.sql.query("SELECT record_step($1)", [JSON.stringify({ key: eventId, events: [event] })]);
  const { sequence } = await db.prisma.event.findUniqueOrThrow({ where: { id: eventId } });
  const id = mintId("webhookDelivery", randomBytes(24));
  await db.prisma.webhookDelivery.create({ data: { id, endpointId, sequence, startedAt: new Date() } });
  return id;
}

test("an event arrives once, numbered and signed, and the attempt is written down", async () => {
  const id = await aDelivery();
  expect(await attempt(id)).toBe("delivered");
  const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
  const event = await webhooks.verify(body, headers, secret(1));
  const { sequence, status, attempts } = await deliveryOf(id);
  expect(event).toMatchObject({ eventId: headers["webhook-id"], sequence: Number(sequence), payload: { text: "ä" } });
  expect(event.metadata.marketplaceId).toBe("mkt_test");
  expect([status, attempts]).toMatchObject(["DELIVERED", [{ number: 1, statusCode: 204, error: null }]]);
  expect([await attempt(id), await attempt(id, 2)]).toEqual(["superseded", "superseded"]);
  expect(receiver.received).toHaveLength(1);
});

test("two secrets sign while one replaces the other, and one alone afterwards", async () => {
  const soon = new Date(Date.now() + 60_000);
  await change({
    secretCiphertext: sealed(secret(2)),
    previousSecretCiphertext: sealed(secret(1)),
    previousSecretExpiresAt: soon,
  });
  const verifies = async (by: string) => {
    const { headers = {}, body = "" } = receiver.received.at(-1) ?? {};
    return webhooks.verify(body, headers, by).then(
      () => true,
      () => false,
    );
  };
  await attempt(await aDelivery());
  expect([await verifies(secret(1)), await verifies(secret(2)), await verifies(secret(3))]).toEqual([
    true,
    true,
    false,
  ]);
  await change({ previousSecretExpiresAt: new Date(Date.now() - 1) });
  await attempt(await aDelivery());
  expect([await verifies(secret(1)), await verifies(secret(2))]).toEqual([false, true]);
});

test("a secret that does not open sends nothing unsigned and tells nobody the secret", async () => {
  const id = await aDelivery();
  const by = deps((text) => {
    throw new Error(`cannot open ${text}`);
  });
  expect(await attempt(id, 1, { by })).toBe("failed");
  expect(receiver.received).toHaveLength(0);
  expect((await deliveryOf(id)).attempts[0]?.error).toBe("the signing secret could not be opened");
});

describe("an attempt that fails", () => {
  test("is told from a success, is not made again when its answer was lost, and the next one may succeed", async () => {
    const id = await aDelivery();
    receiver.answer(500, 302, null);
    expect([await attempt(id, 1), await attempt(id, 1), await attempt(id, 2), await attempt(id, 3)]).toEqual([
      "failed",
      "failed",
      "failed",
      "failed",
    ]);
    expect(receiver.received).toHaveLength(3);
    expect((await endpoint()).failingSince).not.toBeNull();
    expect(await attempt(id, 4)).toBe("delivered");
    expect((await endpoint()).failingSince).toBeNull();
    const { attempts } = await deliveryOf(id);
    expect(attempts.map(({ statusCode }) => statusCode)).toEqual([500, 302, null, 204]);
  });

  test("for good, while others arrive, fails alone: the endpoint goes on", async () => {
    const poison = await aDelivery();
    receiver.answer(500, 204, 500);
    expect(await attempt(poison, 1)).toBe("failed");
    expect(await attempt(await aDelivery())).toBe("delivered");
    expect(await attempt(poison, 2, { isLast: true })).toBe("given-up");
    expect([(await deliveryOf(poison)).status, (await endpoint()).status]).toEqual(["FAILED", "ACTIVE"]);
    expect(await eventsOfType("webhook_endpoint.paused")).toEqual([]);
  });
});

describe("an endpoint is paused, once and with an event,", () => {
  test("when it took nothing for as long as one delivery was tried", async () => {
    const [first, second] = [await aDelivery(), await aDelivery()];
    receiver.answer(500, 500, 500, 500);
    await attempt(first, 1);
    await attempt(second, 1);
    const ends = await Promise.all([attempt(first, 2, { isLast: true }), attempt(second, 2)]);
    expect(ends[0]).toBe("held");
    expect(["held", "failed"]).toContain(ends[1]);
    expect(await endpoint()).toMatchObject({ status: "PAUSED", pausedReason: "FAILING" });
    expect(await attempt(second, 3)).toBe(ends[1] === "held" ? "superseded" : "held");
    // the second may have found it paused, and not called; one that failed was called
    expect(ends[1] === "failed" ? [4] : [3, 4]).toContain(receiver.received.length);
    expect(await eventsOfType("webhook_endpoint.paused")).toMatchObject([{ payload: { reason: "FAILING" } }]);
  });

  test("when it says that it is gone, however many calls hear it at once", async () => {
    const ids = await Promise.all([aDelivery(), aDelivery(), aDelivery()]);
    receiver.answer(410, 410, 410);
    expect(new Set(await Promise.all(ids.map((id) => attempt(id))))).toEqual(new Set(["held"]));
    expect(await endpoint()).toMatchObject({ status: "PAUSED", pausedReason: "GONE" });
    expect(await eventsOfType("webhook_endpoint.paused")).toHaveLength(1);
    const statuses = await Promise.all(ids.map(async (id) => (await deliveryOf(id)).status));
    expect(statuses).toEqual(["HELD", "HELD", "HELD"]);
  });
});

test("nothing is sent to an endpoint that is deleted, nor in a round that a replay has ended", async () => {
  const id = await aDelivery();
  await db.prisma.webhookDelivery.update({ where: { id }, data: { round: 2 } });
  expect(await attempt(id, 1, { round: 1 })).toBe("superseded");
  await change({ status: "DELETED", secretCiphertext: null });
  expect(await attempt(id, 1, { round: 2 })).toBe("canceled");
  expect([(await deliveryOf(id)).status, receiver.received.length]).toEqual(["CANCELED", 0]);
});

test("a replay that begins while a call is under way is not ended by that call's answer", async () => {
  const id = await aDelivery();
  receiver.answer(null);
  const underWay = attempt(id, 1);
  await db.prisma.webhookDelivery.update({ where: { id }, data: { round: 2, startedAt: null } });
  await underWay;
  expect(await deliveryOf(id)).toMatchObject({ status: "PENDING", round: 2, startedAt: null });
});

test("a slow endpoint takes ten places and no more; who waits has made no attempt", async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, aDelivery));
  receiver.answer(...ids.map(() => null));
  const deliver = webhooksDeliver(deps());
  const ends = await Promise.allSettled(
    ids.map((deliveryId) => deliver({ deliveryId, round: 1, number: 1, isLast: false })),
  );
  const turnedAway = ends.flatMap((end) => (end.status === "rejected" ? [end.reason.type] : []));
  expect(turnedAway).toEqual(["ENDPOINT_BUSY", "ENDPOINT_BUSY"]);
  expect(await db.prisma.webhookAttempt.count({ where: { deliveryId: { in: ids } } })).toBe(10);
  expect(await deliver({ deliveryId: ids[11] ?? "", round: 1, number: 1, isLast: false })).toBe("failed");
});
