import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { createClock } from "../clock.ts";
import { createFaults } from "../faults.ts";
import { createRequestLog } from "../requests.ts";
import type { JournalRecord } from "../store.ts";
import { type Airtm, createAirtm } from "./airtm.ts";
import { AirtmError } from "./errors.ts";
import { toDecimal } from "./money.ts";
import { cancelPayin } from "./payins/cancel-payin.ts";
import { createPayin } from "./payins/create-payin.ts";
import { forcePayin } from "./payins/force-payin.ts";
import { payPayin } from "./payins/pay-payin.ts";
import { PAYIN_STATUSES, type Payin } from "./payins/payin.ts";
import { cancelPayout } from "./payouts/cancel-payout.ts";
import { commitPayout } from "./payouts/commit-payout.ts";
import { createPayout } from "./payouts/create-payout.ts";
import { forcePayout } from "./payouts/force-payout.ts";
import { PAYOUT_STATUSES, type Payout } from "./payouts/payout.ts";
import { DEFAULT_AIRTM_SETTINGS } from "./settings.ts";
import { newUser } from "./users/seeded-users.ts";

const email = fc.constantFrom("buyer@example.com", "seller@example.com", "us@example.com", "later@example.com");
const cents = fc.bigInt({ min: 1n, max: 60_000n });
const which = fc.nat({ max: 9 });
const step = fc.oneof(
  fc.record({ kind: fc.constant("payin" as const), cents }),
  fc.record({ kind: fc.constant("pay" as const), which, email }),
  fc.record({ kind: fc.constant("cancel payin" as const), which }),
  fc.record({
    kind: fc.constant("force payin" as const),
    which,
    status: fc.constantFrom(...PAYIN_STATUSES),
    cents: fc.option(cents, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant("payout" as const), cents, email, commit: fc.boolean() }),
  fc.record({ kind: fc.constant("commit" as const), which }),
  fc.record({ kind: fc.constant("cancel payout" as const), which }),
  fc.record({
    kind: fc.constant("force payout" as const),
    which,
    status: fc.constantFrom(...PAYOUT_STATUSES),
    cents: fc.option(cents, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant("sign up" as const) }),
  fc.record({ kind: fc.constant("wait" as const), days: fc.nat({ max: 100 }) }),
  fc.record({ kind: fc.constant("delay" as const), payoutDelayMs: fc.constantFrom(0, 3_600_000, "manual" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const OPENING_CENTS = 100_000n;
const RETURNED = ["CREATED", "CANCELED", "FAILED", "ERROR", "BRIDGE_FAILED", "BRIDGE_MAX_RETRIES_REACHED"];
const ARRIVED = ["COMPLETED", "BRIDGE_COMPLETED", "COSMOEM_COMPLETED"];

/**
 * 1. Opening balance + what payins brought - what payouts paid = available + pending. 2. Pending is what is on its way.
 * 3. A refused operation changes nothing. 4. A code has one object, committed at most once. 5. The journal alone makes
 * the same state again.
 */
test("money is conserved, whatever happens", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const lines: JournalRecord[] = [];
      const airtm = newAirtm(lines);
      for (const [index, each] of steps.entries()) {
        performOrLeaveAll(airtm, each, `code-${index}`, lines);
        checkInvariants(airtm);
      }
      const again = newAirtm([], structuredClone(lines));
      expect(again.state.balance()).toEqual(airtm.state.balance());
      expect(again.state.payins.all()).toEqual(airtm.state.payins.all());
      expect(again.state.payouts.all()).toEqual(airtm.state.payouts.all());
      for (const each of [airtm, again]) each.close();
    }),
    { numRuns: 150 },
  );
});

function newAirtm(lines: JournalRecord[], records: readonly JournalRecord[] = []): Airtm {
  const journal = { append: (line: JournalRecord) => void lines.push(line), clear() {}, close() {} };
  const settings = { ...DEFAULT_AIRTM_SETTINGS, feePercent: 1.75, openingBalance: toDecimal(OPENING_CENTS) };
  const [faults, requests, clock] = [createFaults(), createRequestLog(), createClock()];
  return createAirtm({ clock, journal, records, faults, requests, settings });
}

function performOrLeaveAll(airtm: Airtm, each: Step, code: string, lines: readonly JournalRecord[]): void {
  airtm.letTimePass();
  const written = lines.length;
  try {
    perform(airtm, each, code);
  } catch (error) {
    if (!(error instanceof AirtmError)) throw error;
    expect(lines).toHaveLength(written);
  }
}

function perform(airtm: Airtm, each: Step, code: string): void {
  const { payins, payouts } = airtm.state;
  const onPayin = (index: number, work: (payin: Payin) => void) =>
    payins
      .all()
      .slice(index, index + 1)
      .forEach(work);
  const onPayout = (index: number, work: (payout: Payout) => void) =>
    payouts
      .all()
      .slice(index, index + 1)
      .forEach(work);
  switch (each.kind) {
    case "payin": {
      const items = [{ description: "It", amount: each.cents, quantity: 1 }];
      const uris = { confirmationUri: "https://example.com/a", cancelUri: "https://example.com/b" };
      createPayin(airtm, { code, amount: each.cents, description: "It", items, ...uris });
      break;
    }
    case "pay":
      onPayin(each.which, (payin) => payPayin(airtm, payin, each.email));
      break;
    case "cancel payin":
      onPayin(each.which, (payin) => cancelPayin(airtm, payin));
      break;
    case "force payin":
      onPayin(each.which, (payin) => forcePayin(airtm, payin, { status: each.status, amount: each.cents }));
      break;
    case "payout": {
      const { email: airtmUserEmail, commit } = each;
      const order = { airtmUserEmail, commit, code, amount: each.cents, notes: "Pay", requireIdVerified: false };
      createPayout(airtm, order);
      break;
    }
    case "commit":
      onPayout(each.which, (payout) => commitPayout(airtm, payout));
      break;
    case "cancel payout":
      onPayout(each.which, (payout) => cancelPayout(airtm, payout));
      break;
    case "force payout":
      onPayout(each.which, (payout) => forcePayout(airtm, payout, { status: each.status, amount: each.cents }));
      break;
    case "sign up":
      airtm.saveUser(newUser("later@example.com"));
      break;
    case "wait":
      airtm.clock.advance(each.days * 86_400);
      airtm.letTimePass();
      break;
    case "delay":
      airtm.changeSettings({ payoutDelayMs: each.payoutDelayMs });
      break;
  }
}

function checkInvariants(airtm: Airtm): void {
  const payins = airtm.state.payins.all();
  const payouts = airtm.state.payouts.all();
  const { availableCents, pendingCents } = airtm.state.balance();
  const broughtIn = sum(
    payins.filter(({ status }) => status === "CONFIRMED").map((p) => p.amountCents - p.airtmFeeCents),
  );
  const paidOut = sum(payouts.filter(({ status }) => ARRIVED.includes(status)).map(({ amountCents }) => amountCents));
  const onTheWay = payouts.filter(({ status }) => !ARRIVED.includes(status) && !RETURNED.includes(status));
  expect(availableCents + pendingCents).toBe(OPENING_CENTS + broughtIn - paidOut);
  expect(pendingCents).toBe(sum(onTheWay.map(({ amountCents }) => amountCents)));
  expect(new Set(payins.map(({ code }) => code)).size).toBe(payins.length);
  expect(new Set(payouts.map(({ code }) => code)).size).toBe(payouts.length);
}

const sum = (all: readonly bigint[]): bigint => all.reduce((total, one) => total + one, 0n);
