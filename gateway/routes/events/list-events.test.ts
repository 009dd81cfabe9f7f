import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openDatabase } from "../../../prisma/client.ts";
import { chooseSeed, seededRandom } from "../../../tests/support/seeded-random.ts";
import { createApp } from "../../app.ts";
import { createEventFeed } from "../../events/event-feed.ts";
import { createStreamSlots } from "../../events/stream-slots.ts";
import { type EventReader, openEvents } from "../../testing/event-reader.ts";
import { type EventToWrite, writeEvents } from "../../testing/event-writer.ts";
import { type GatewayBench, gatewayBench, MASTER_KEY } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
const opened: EventReader[] = [];
beforeAll(async () => {
  bench = await gatewayBench("events", { workers: false });
}, 60_000);
afterAll(async () => {
  await Promise.all(opened.map((reader) => reader.close()));
  await bench.close();
});

const write = (...events: EventToWrite[]) => writeEvents(bench.db, ...events);
const open = async (query = "", headers: Record<string, string> = {}, key = MASTER_KEY, app = bench.app) => {
  const reader = await openEvents(app, key, query, headers);
  opened.push(reader);
  return reader;
};
const page = (query = "", key = MASTER_KEY) =>
  bench.request("GET", `/events${query}`, { key, headers: { accept: "application/json" } });
const newest = async () => {
  const { rows } = await bench.db.sql.query("SELECT value FROM event_counter");
  return Number(rows[0]?.value);
};
const idsOf = async (reader: EventReader, count: number) => {
  const ids: (string | null)[] = [];
  while (ids.length < count) ids.push((await reader.nextEvent())?.id ?? null);
  return ids;
};

test("a stream tells each event in the documented frame, as soon as it is committed", async () => {
  const reader = await open();
  expect([reader.status, reader.headers.get("content-type"), reader.headers.get("cache-control")]).toEqual([
    200,
    "text/event-stream",
    "no-cache",
  ]);
  expect(reader.headers.get("X-Accel-Buffering")).toBe("no");
  const [id] = await write({ type: "order.released", payload: { orderId: "ord_1" }, userId: "usr_1" });
  const frame = await reader.nextEvent();
  expect(frame).toMatchObject({ id, event: "order.released" });
  expect(frame?.data).toEqual({
    eventId: id,
    eventType: "order.released",
    occurredAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
    aggregateId: "ord_of_a_test",
    aggregateType: "Order",
    payload: { orderId: "ord_1" },
    metadata: {
      correlationId: "test",
      causationId: null,
      userId: "usr_1",
      marketplaceId: expect.stringMatching(/^mkt_/),
    },
    sequence: await newest(),
  });
});

test("a stream finds what nobody told it of, only later", async () => {
  const feed = createEventFeed({ db: bench.db, listenUrl: null, log: bench.deps.log, pollMs: 50 });
  const reader = await open("", {}, MASTER_KEY, createApp({ ...bench.deps, feed }));
  const ids = [...(await write({})), ...(await write({}))];
  expect(await idsOf(reader, 2)).toEqual(ids);
  feed.close();
});

describe("a consumer that comes back", () => {
  test.each<[string, (id: string, sequence: number, at: string) => [string, Record<string, string>?]]>([
    ["Last-Event-ID", (id) => ["", { "Last-Event-ID": id }]],
    ["cursor as an id", (id) => [`?cursor=${id}`]],
    ["cursor as a number", (_id, sequence) => [`?cursor=${sequence}`]],
    ["since as an id", (id) => [`?since=${id}`]],
    ["since as a time", (_id, _sequence, at) => [`?since=${at}`]],
    ["the header before cursor before since", (id) => ["?cursor=0&since=nonsense", { "last-event-id": id }]],
  ])("with %s gets what follows, and not that one again", async (_how, asking) => {
    const [id = ""] = await write({});
    const row = await bench.db.prisma.event.findUniqueOrThrow({ where: { id } });
    await delay(2); // times have milliseconds
    const later = await write({}, { type: "order.closed" });
    const [query, headers] = asking(id, Number(row.sequence), row.occurredAt.toISOString());
    expect(await idsOf(await open(query, headers), 2)).toEqual(later);
    const reply = await page(query.replace("?", "?limit=100&") || `?cursor=${id}`);
    if (!query.includes("nonsense"))
      expect(reply.body.data.map((one: { eventId: string }) => one.eventId)).toEqual(later);
  });

  test.each([`evt_${"0".repeat(32)}`, "999999999", "yesterday", "-1", "2026-13-45T00:00:00Z"])(
    "with %s, which nobody knows, is refused",
    async (cursor) => {
      for (const query of [`?cursor=${cursor}`, `?since=${cursor}`]) {
        const { status, body } = await page(query);
        expect([status, body.error.code]).toEqual([400, "VALIDATION_ERROR"]);
      }
      expect((await open("", { "Last-Event-ID": cursor })).status).toBe(400);
    },
  );
});

describe("the window", () => {
  test("of thirty days is told when something before it would be left out, and only then", async () => {
    const [id = ""] = await write({});
    await write({});
    const later = new Date(Date.now() + 31 * 24 * 60 * 60 * 1000);
    const app = createApp({ ...bench.deps, now: () => later });
    const ask = async (query: string) => {
      const headers = { authorization: `Bearer ${MASTER_KEY}`, accept: "application/json" };
      const response = await app.request(`/events${query}`, { headers });
      return { status: response.status, body: JSON.parse(await response.text()) };
    };
    const expired = await ask(`?cursor=${id}`);
    expect([expired.status, expired.body.error.code]).toEqual([410, "CURSOR_EXPIRED"]);
    const head = String(await newest());
    expect(expired.body.error.details).toEqual({ oldestCursor: head });
    for (const query of ["", `?cursor=${head}`]) {
      const { status, body } = await ask(query);
      expect([status, body.data, body.hasMore, body.nextCursor]).toEqual([200, [], false, null]);
    }
  });
});

describe("a filter", () => {
  test("takes types with wildcards, resources and a user, as list and repeated", async () => {
    const from = await newest();
    await write(
      { type: "order.created", userId: "usr_1" },
      { type: "escrow.created", aggregateType: "Escrow", userId: "usr_1" },
      { type: "order.closed", userId: "usr_2" },
      { type: "user.created", aggregateType: "User" },
    );
    const typesOf = async (query: string) =>
      (await page(`?cursor=${from}&${query}`)).body.data.map((one: { eventType: string }) => one.eventType);
    expect(await typesOf("types=order.*")).toEqual(["order.created", "order.closed"]);
    expect(await typesOf("types=order.closed,user.created")).toEqual(["order.closed", "user.created"]);
    expect(await typesOf("types=order.closed&types=user.*")).toEqual(["order.closed", "user.created"]);
    expect(await typesOf("types=*")).toHaveLength(4);
    expect(await typesOf("resources=Escrow,user")).toEqual(["escrow.created", "user.created"]);
    expect(await typesOf("resourceTypes=Escrow&userId=usr_1")).toEqual(["escrow.created"]);
    expect(await typesOf("userId=usr_2")).toEqual(["order.closed"]);
    const reader = await open(`?cursor=${from}&types=user.*&types=escrow.created`);
    expect([(await reader.nextEvent())?.event, (await reader.nextEvent())?.event]).toEqual([
      "escrow.created",
      "user.created",
    ]);
    await write({ type: "order.created" }, { type: "user.created", aggregateType: "User" });
    expect((await reader.nextEvent())?.event).toBe("user.created");
  });

  test.each([
    "types=orders.*",
    "types=order",
    "types=",
    "types=or_er.*",
    "resources=Order,Nothing",
    "limit=0",
    "userId=",
  ])("that could never match, %s, is refused", async (query) => {
    const { status, body } = await page(`?${query}`);
    expect([status, body.error.code]).toEqual([400, "VALIDATION_ERROR"]);
  });

  test("of a key that belongs to a user is that user, whatever is asked", async () => {
    const [mine, other] = [await bench.user(), await bench.user()];
    const key = await bench.keyWith(["events.read"], mine);
    const seen = async (query = "") =>
      (await page(`?limit=100${query}`, key)).body.data.map(
        (one: { metadata: { userId: string } }) => one.metadata.userId,
      );
    expect(new Set(await seen())).toEqual(new Set([mine]));
    expect(await seen(`&userId=${other}`)).toEqual([]);
    const reader = await open(`?cursor=0`, {}, key);
    expect((await reader.nextEvent())?.data.metadata.userId).toBe(mine);
    await write({ userId: other }, { userId: mine });
    expect((await reader.nextEvent())?.data.metadata.userId).toBe(mine);
  });

  test("of a key that belongs to a party of an order shows it from either side, without the other's balance", async () => {
    const [buyer, seller] = [await bench.user(), await bench.user()];
    const from = await newest();
    await write({
      type: "order.released",
      userId: buyer,
      counterpartyId: seller,
      payload: { orderId: "ord_1" },
      balance: { userId: seller, fields: { newSellerBalance: "newAvailable" } },
    });
    const seenBy = async (userId: string) => {
      const key = await bench.keyWith(["events.read"], userId);
      const reader = await open(`?cursor=${from}`, {}, key);
      const streamed = (await reader.nextEvent())?.data.payload;
      reader.close();
      const [paged] = (await page(`?cursor=${from}`, key)).body.data;
      expect(paged.payload).toEqual(streamed);
      return streamed;
    };
    expect(await seenBy(seller)).toEqual({ orderId: "ord_1", newSellerBalance: "0.00" });
    expect(await seenBy(buyer)).toEqual({ orderId: "ord_1" });
    expect((await page(`?cursor=${from}&userId=${seller}`)).body.data[0].payload).toHaveProperty("newSellerBalance");
  });
});

test("pages walk everything once, oldest first, and a rare event is found behind thousands of others", async () => {
  const from = await newest();
  await write(...Array.from({ length: 5_200 }, () => ({})), { type: "dispute.opened", aggregateType: "Dispute" });
  const rare = await page(`?cursor=${from}&types=dispute.opened`);
  expect(rare.body).toMatchObject({ data: [{ eventType: "dispute.opened" }], hasMore: false, nextCursor: null });
  const walked: number[] = [];
  for (let cursor: string | null = String(from); cursor !== null; ) {
    const { body } = await page(`?cursor=${cursor}&limit=100`);
    walked.push(...body.data.map((one: { sequence: number }) => one.sequence));
    cursor = body.nextCursor;
  }
  expect(walked).toEqual(Array.from({ length: 5_201 }, (_none, index) => from + 1 + index));
});

describe("a stream", () => {
  test("pings while nothing happens, without an id", async () => {
    const config = { ...bench.deps.config, events: { ...bench.deps.config.events, pingMs: 40 } };
    const reader = await open("", {}, MASTER_KEY, createApp({ ...bench.deps, config }));
    const ping = await reader.next();
    expect(ping).toEqual({ id: null, event: "ping", data: { ping: true, timestamp: expect.any(String) } });
    expect((await reader.next())?.event).toBe("ping");
  });

  test("of a key that is revoked ends at the next ping", async () => {
    const config = { ...bench.deps.config, events: { ...bench.deps.config.events, pingMs: 40 } };
    const key = await bench.keyWith(["read"]);
    const reader = await open("", {}, key, createApp({ ...bench.deps, config }));
    expect((await reader.next())?.event).toBe("ping");
    const id = /key_[0-9A-Za-z]{32}/.exec(key)?.[0];
    await bench.request("DELETE", `/auth/api-keys/${id}`);
    for (let frame = await reader.next(); frame; frame = await reader.next()) expect(frame.event).toBe("ping");
  });

  test("too many of one key are refused, others are not, and a place comes back when one ends", async () => {
    const app = createApp({ ...bench.deps, streamSlots: createStreamSlots(2) });
    const [key, another] = [await bench.keyWith(["read"]), await bench.keyWith(["read"])];
    const [first] = [await open("", {}, key, app), await open("", {}, key, app)];
    const refused = await app.request("/events", { headers: { "x-api-key": key } });
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "5"]);
    expect(await refused.json()).toMatchObject({ error: { code: "RATE_LIMITED", details: { limit: 2 } } });
    expect((await open("", {}, another, app)).status).toBe(200);
    await first?.close();
    await app.request("/events", { method: "HEAD", headers: { "x-api-key": key } }); // takes no place for good
    expect((await open("", {}, key, app)).status).toBe(200);
  });

  test("is read from the database only as fast as its consumer takes it", async () => {
    let rows = 0;
    const query = async (text: string, values: unknown[]) => {
      const answer = await bench.db.sql.query(text, values);
      if (/LATERAL/.test(text)) rows += answer.rows.length;
      return answer;
    };
    const db = { ...bench.db, sql: { query } as unknown as typeof bench.db.sql };
    const reader = await open("?cursor=1", {}, MASTER_KEY, createApp({ ...bench.deps, db }));
    expect((await reader.nextEvent())?.data.sequence).toBe(2);
    await delay(100); // a greedy stream would have read all by then
    expect([rows > 0, rows <= 500, (await newest()) > 5_000]).toEqual([true, true, true]);
  });

  test("ends when the gateway stops, so that its client goes on elsewhere", async () => {
    const feed = createEventFeed({ db: bench.db, listenUrl: null, log: bench.deps.log });
    const reader = await open("", {}, MASTER_KEY, createApp({ ...bench.deps, feed }));
    feed.close();
    expect(await reader.nextEvent()).toBeNull();
  });
});

test("consumers that are killed at random see every event once and in order, from two gateways, under concurrent writers", async () => {
  const random = seededRandom(chooseSeed());
  const otherDb = openDatabase(bench.deps.config.databaseUrl);
  const otherFeed = createEventFeed({ db: otherDb, listenUrl: bench.deps.config.databaseUrl, log: bench.deps.log });
  const slots = createStreamSlots(100);
  const apps = [
    createApp({ ...bench.deps, streamSlots: slots }),
    createApp({ ...bench.deps, db: otherDb, feed: otherFeed, streamSlots: slots }),
  ];
  const from = await newest();
  const WRITERS = 8;
  const STEPS = 125;
  const perStep = 3;
  const last = from + WRITERS * STEPS * perStep;

  const writer = async () => {
    for (let step = 0; step < STEPS; step += 1) {
      const types = ["order.created", "escrow.created", "order.closed"];
      await write(...types.map((type) => ({ type })));
      if (step % 25 === 0) await writeAndRollBack();
    }
  };
  const consumer = async (types: string): Promise<number[]> => {
    const seen: number[] = [];
    let cursor = String(from);
    while (seen.at(-1) !== last) {
      const app = apps[Math.floor(random() * 2)] ?? bench.app;
      const reader = await openEvents(app, MASTER_KEY, `?types=${types}`, { "Last-Event-ID": cursor });
      for (let left = Math.floor(random() * 400); left >= 0 && seen.at(-1) !== last; left -= 1) {
        const frame = await reader.nextEvent();
        seen.push(frame?.data.sequence);
        cursor = frame?.id ?? cursor;
      }
      await reader.close();
    }
    return seen;
  };
  const writing = Promise.all(Array.from({ length: WRITERS }, writer));
  const seen = await Promise.all(["*", "*", "order.*,escrow.*", "order.closed"].map(consumer));
  await writing;

  const { rows } = await bench.db.sql.query("SELECT sequence, type FROM event WHERE sequence > $1 ORDER BY sequence", [
    from,
  ]);
  const sequences = (of: RegExp) => rows.filter(({ type }) => of.test(type)).map(({ sequence }) => Number(sequence));
  const every = sequences(/./);
  expect(every).toEqual(Array.from({ length: last - from }, (_none, index) => from + 1 + index));
  expect(seen).toEqual([every, every, every, sequences(/^order\.closed$/)]);
  otherFeed.close();
  await otherDb.close();
}, 60_000);

/** A number that was taken and given back: the next one takes it again. */
async function writeAndRollBack(): Promise<void> {
  const client = await bench.db.sql.connect();
  const event = {
    id: `evt_${Math.random()}`,
    type: "order.created",
    aggregateType: "Order",
    aggregateId: "x",
    payload: {},
  };
  await client.query("BEGIN");
  await client.query("SELECT record_step($1)", [JSON.stringify({ key: event.id, events: [event] })]);
  await client.query("ROLLBACK");
  client.release();
}
