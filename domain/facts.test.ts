import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { ChainReceipt } from "./chain/intent.ts";
import { DISPUTE_TRANSITIONS } from "./dispute/states.ts";
import { ESCROW_TRANSITIONS } from "./escrow/states.ts";
import { type Fact, stepOf } from "./facts.ts";
import { ledgerAccounts } from "./ledger/accounts.ts";
import { MILESTONE_TRANSITIONS } from "./milestone/states.ts";
import { parseOrderAmount } from "./money.ts";
import { ORDER_TRANSITIONS } from "./order/states.ts";
import { PLATFORM_PAYOUT_TRANSITIONS } from "./platform-payout/states.ts";
import { REFILL_TRANSITIONS } from "./refill/states.ts";
import { canMove, sourcesOf, type Transition } from "./state-machine.ts";
import type { PublicEvent, StatusNoun, Step } from "./step.ts";
import { fieldsOfEvent } from "./testing/event-catalogue.ts";
import { anyOrder, anyReceipt, EVERY_FACT, FACT_KINDS } from "./testing/every-fact.ts";
import { TOPUP_REOPENINGS, TOPUP_TRANSITIONS } from "./topup/states.ts";
import { WITHDRAWAL_REOPENINGS, WITHDRAWAL_TRANSITIONS } from "./withdrawal/states.ts";

const RULES: Partial<Record<StatusNoun, readonly Transition<string>[]>> = {
  orders: ORDER_TRANSITIONS,
  escrow: ESCROW_TRANSITIONS,
  milestone: MILESTONE_TRANSITIONS,
  withdrawal: [...WITHDRAWAL_TRANSITIONS, ...WITHDRAWAL_REOPENINGS],
  topup: [...TOPUP_TRANSITIONS, ...TOPUP_REOPENINGS],
  dispute: DISPUTE_TRANSITIONS,
  refill: REFILL_TRANSITIONS,
  platform_payout: PLATFORM_PAYOUT_TRANSITIONS,
  wallet: [{ from: "CREATED", to: "ACTIVE", because: "its account and trustline are on the chain" }],
};
const AUDITED: readonly StatusNoun[] = [
  "orders",
  "milestone",
  "withdrawal",
  "topup",
  "dispute",
  "refill",
  "platform_payout",
];
const rulesOf = (noun: StatusNoun) => RULES[noun] ?? [];

const fieldsOf = ({ payload, balance }: PublicEvent) => [
  ...Object.keys(payload),
  ...Object.keys(balance?.fields ?? {}),
];

/** Runs one check over many facts of a kind, each with what the chain said. */
const forEvery = (kind: Fact["kind"], check: (step: Step, fact: Fact, receipt: ChainReceipt) => void) =>
  fc.assert(
    fc.property(EVERY_FACT[kind] as fc.Arbitrary<Fact>, anyReceipt, (fact, receipt) =>
      check(stepOf(fact, receipt), fact, receipt),
    ),
    { numRuns: 30 },
  );

describe.each(FACT_KINDS)("the fact %s", (kind) => {
  test("makes only moves that the rules of its noun have, one after the other", () =>
    forEvery(kind, ({ moves = [] }) => {
      const stands = new Map<string, string>();
      for (const { noun, id, from, to } of moves) {
        expect(from.filter((status) => !canMove(rulesOf(noun), status, to))).toEqual([]);
        expect(from).toContain(stands.get(id) ?? from[0]);
        stands.set(id, to);
      }
    }));

  test("begins a new thing only where its life begins", () =>
    forEvery(kind, ({ inserts = [] }) => {
      const isBack = ({ because }: Transition<string>) => because.startsWith("back:");
      for (const { noun, row } of inserts) {
        expect(
          sourcesOf(
            rulesOf(noun).filter((move) => !isBack(move)),
            row.status,
          ),
        ).toEqual([]);
      }
    }));

  test("moves money only in balance", () =>
    forEvery(kind, ({ entry }) => {
      if (!entry) return;
      expect(entry.postings.reduce((sum, { stroops }) => sum + stroops, 0n)).toBe(0n);
      expect(entry.postings.length).toBeGreaterThanOrEqual(2);
    }));

  test("survives the way through JSON, and then means the same", () =>
    forEvery(kind, (step, fact, receipt) => {
      const told = JSON.parse(JSON.stringify({ fact, receipt }));
      expect(told).toEqual({ fact, receipt });
      expect(stepOf(told.fact, told.receipt)).toEqual(step);
    }));

  test("tells consumers every field of the catalogue, none of them undefined", () =>
    forEvery(kind, ({ events = [] }) => {
      for (const event of events) {
        expect(fieldsOf(event)).toEqual(expect.arrayContaining([...fieldsOfEvent(event.type)]));
        expect(Object.values(event.payload)).not.toContain(undefined);
      }
    }));

  test("that changes what consumers see leaves one audit row of each thing it is about", () =>
    forEvery(kind, ({ moves = [], inserts = [], edits = [], remarks = [], audits = [] }) => {
      const changes = [...moves, ...inserts, ...edits];
      const isSeen = changes.some(({ noun }) => AUDITED.includes(noun)) || remarks.length > 0;
      if (kind !== "decisionIgnored") expect(audits.length > 0).toBe(isSeen);
      const subjects = audits.map(({ resourceId }) => resourceId);
      expect(subjects).toEqual([...new Set(subjects)]);
    }));
});

describe("events come in the order that consumers know:", () => {
  test.each([
    ["fundsReserved", ["balance.reserved", "order.funds_reserved"]],
    ["escrowFunded", ["balance.released", "escrow.funded", "order.escrow_funded", "order.in_progress"]],
    ["releaseRequested", ["order.release_requested"]],
    ["orderReleased", ["escrow.released", "balance.credited", "order.released", "order.closed"]],
    ["refundRequested", ["order.refund_requested"]],
    ["orderRefunded", ["escrow.refunded", "balance.credited", "order.refunded", "order.closed"]],
    ["milestonesSettled", [expect.stringMatching(/^escrow\.re/), "order.closed"]],
    ["disputeAssigned", ["dispute.under_review"]],
    ["withdrawalCommitted", ["withdrawal.committed", "withdrawal.pending"]],
    ["withdrawalFailed", ["balance.credited", "withdrawal.failed"]],
    ["topUpSucceeded", ["balance.credited", "topup.succeeded"]],
    ["payoutCommitted", ["withdrawal.committed"]],
    ["payoutCompleted", ["withdrawal.completed"]],
    ["walletActivated", ["wallet.created"]],
    ["milestoneApproved", []],
    ["fundingRefused", []],
  ] as const)("%s", (kind, types) =>
    forEvery(kind, ({ events = [] }, fact) => {
      const isPlatform = fact.kind === "walletActivated" && fact.userId === null;
      expect(events.map(({ type }) => type)).toEqual(isPlatform ? [] : types);
    }),
  );

  test("a cancel gives back what was held, and says so, only when something was", () =>
    forEvery("orderCanceled", ({ events = [], entry }, fact) => {
      const wasHeld = fact.kind === "orderCanceled" && fact.from !== "ORDER_CREATED";
      const given = wasHeld ? ["balance.released"] : [];
      expect(events.map(({ type }) => type)).toEqual([...given, "order.canceled", "order.closed"]);
      expect(entry !== undefined).toBe(wasHeld);
    }));
});

describe("money of an order", () => {
  const receipt: ChainReceipt = { txHash: "ab", ledger: 1, closedAt: "2026-01-01T00:00:00.000Z", contractId: "C" };

  test("that is reserved and then canceled is where it was", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const cancel = { canceledBy: "key", canceledAt: receipt.closedAt, reason: null };
        const entries = [
          stepOf({ kind: "fundsReserved", order }, null).entry,
          stepOf({ kind: "orderCanceled", order, from: "FUNDS_RESERVED", ...cancel }, null).entry,
        ];
        const available = ledgerAccounts.available(order.buyerId);
        const moved = entries.map((one) => one?.postings.find(({ account }) => account === available)?.stroops);
        expect(moved).toEqual([-parseOrderAmount(order.amount), parseOrderAmount(order.amount)]);
      }),
    );
  });

  test("that the chain paid is told as the chain paid it, not as it was agreed", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const booked = { [ledgerAccounts.available(order.sellerId)]: "1.2345678" };
        const { events = [] } = stepOf({ kind: "orderReleased", order }, { ...receipt, booked });
        const amounts = events.filter(({ type }) => type !== "escrow.released").map(({ payload }) => payload.amount);
        expect(amounts).toEqual(["1.2345678", "1.2345678", undefined]);
      }),
    );
  });

  test.each(["escrowDeployed", "escrowFunded", "orderReleased", "milestoneCompleted", "withdrawalCompleted"] as const)(
    "of %s is never believed without the chain's receipt",
    (kind) => {
      fc.assert(
        fc.property(EVERY_FACT[kind] as fc.Arbitrary<Fact>, (fact) => {
          expect(() => stepOf(fact, null)).toThrow(RangeError);
        }),
        { numRuns: 5 },
      );
    },
  );
});
