import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { stepOf } from "../facts.ts";
import { anyReceipt, EVERY_FACT, FACT_KINDS } from "../testing/every-fact.ts";
import { asSeenBy } from "./as-seen-by.ts";
import { type StoredEvent, toDomainEvent } from "./domain-event.ts";
import { EVERY_EVENT, matchesFilter } from "./event-filter.ts";
import { EVENT_NOUNS, isEventPattern } from "./event-nouns.ts";

const event = (type: string, userId: string | null = "usr_1"): StoredEvent => ({
  sequence: 7,
  id: "evt_7",
  type,
  aggregateType: "Order",
  aggregateId: "ord_1",
  userId,
  counterpartyId: null,
  balanceUserId: null,
  payload: { orderId: "ord_1" },
  correlationId: "c-1",
  occurredAt: new Date("2026-11-25T10:00:00.120Z"),
});
const wanted = (types: string[], type: string) => matchesFilter(event(type), { ...EVERY_EVENT, types });

test("the other party of an order reads the event without a balance that is not theirs", () => {
  const payload = { orderId: "ord_1", amount: "5.00", newSellerBalance: "9.00" };
  const released = { ...event("order.released"), counterpartyId: "usr_2", balanceUserId: "usr_2", payload };
  expect(asSeenBy("usr_1", released).payload).toEqual({ orderId: "ord_1", amount: "5.00" });
  expect([asSeenBy("usr_2", released), asSeenBy(null, released)]).toEqual([released, released]);
});

test("every balance that a payload gets has a name by which it is known as one", () => {
  const names = FACT_KINDS.flatMap((kind) => {
    const [sample] = fc.sample(fc.tuple(EVERY_FACT[kind], anyReceipt), 1);
    const events = sample ? (stepOf(...sample).events ?? []) : [];
    return events.flatMap(({ balance }) => Object.keys(balance?.fields ?? {}));
  });
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !name.endsWith("Balance"))).toEqual([]);
});

describe("a filter", () => {
  test("of types takes exact ones and wildcards of a whole noun, nothing that only begins alike", () => {
    expect([wanted(["order.released"], "order.released"), wanted(["order.*"], "order.released")]).toEqual([true, true]);
    expect([wanted(["*"], "user.created"), wanted(["user.created", "order.*"], "order.x")]).toEqual([true, true]);
    expect([wanted(["order.*"], "orders.x"), wanted(["order.release"], "order.released")]).toEqual([false, false]);
    expect([wanted(["order.*"], "order"), wanted([], "order.released")]).toEqual([false, false]);
  });

  test("needs all of its parts to match", () => {
    const filter = { types: ["order.*"], aggregateTypes: ["Order"], userId: "usr_1" };
    expect(matchesFilter(event("order.released"), filter)).toBe(true);
    expect(matchesFilter(event("order.released", "usr_2"), filter)).toBe(false);
    expect(matchesFilter(event("order.released", null), filter)).toBe(false);
    expect(matchesFilter(event("order.released"), { ...filter, aggregateTypes: ["Escrow"] })).toBe(false);
    expect(matchesFilter(event("escrow.released"), filter)).toBe(false);
  });
});

test("a pattern that could never match an event is told from one that can", () => {
  for (const good of ["*", "order.*", "order.funds_reserved", "webhook_endpoint.paused", "network.newer"])
    expect([good, isEventPattern(good)]).toEqual([good, true]);
  for (const bad of [
    "",
    "order",
    "orders.*",
    "*.created",
    "order.",
    "order.x.y",
    "order.%",
    "Order.created",
    "__proto__.*",
  ])
    expect([bad, isEventPattern(bad)]).toEqual([bad, false]);
});

test.each(FACT_KINDS)("the events of %s can be asked for by type and by what they speak of", (kind) =>
  fc.assert(
    fc.property(EVERY_FACT[kind], anyReceipt, (fact, receipt) => {
      for (const { type, aggregateType } of stepOf(fact, receipt).events ?? []) {
        const noun = type.split(".")[0] as keyof typeof EVENT_NOUNS;
        expect([isEventPattern(type), EVENT_NOUNS[noun]]).toEqual([true, aggregateType]);
      }
    }),
    { numRuns: 5 },
  ),
);

test("every consumer reads an event in the same form, with its number and the request that caused it", () => {
  expect(toDomainEvent(event("order.released"), "mkt_1")).toEqual({
    eventId: "evt_7",
    eventType: "order.released",
    occurredAt: "2026-11-25T10:00:00.120Z",
    aggregateId: "ord_1",
    aggregateType: "Order",
    payload: { orderId: "ord_1" },
    metadata: { correlationId: "c-1", causationId: null, userId: "usr_1", marketplaceId: "mkt_1" },
    sequence: 7,
  });
});
