import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FiatRail, FiatUser } from "../fiat/fiat-rail.ts";
import { createProviderBudget } from "../provider-budget.ts";
import { type AnsweringServer, answeringServer, mutationsOf } from "../testing/answers.ts";
import { problemOf } from "../testing/problem-of.ts";
import { createAirtmClient } from "./client.ts";
import { objectionTo } from "./eligibility.ts";

// What Airtm's answers say is money: whatever they leave out, add or change is loud, or changes nothing, or is said below.

let server: AnsweringServer;
let airtm: FiatRail;
beforeAll(async () => {
  server = await answeringServer();
  const settings = {
    apiUrl: server.url,
    apiKey: "key",
    apiSecret: "secret",
    timeoutMs: 5_000,
    payinPageUrl: "https://airtm.example/payin",
    payinDays: 15,
    requireVerified: true,
    dailyPayoutMax: null,
    treasuryLowUsdc: "100.00",
    callbackBaseUrl: "https://shop.example",
  };
  airtm = createAirtmClient(settings, createProviderBudget(null, { provider: "airtm", requests: 1e6, seconds: 1 }));
});
afterAll(() => server.close());

const PAYIN = {
  id: "payin-1",
  status: "CONFIRMED",
  amount: 50,
  netAmount: 49.5,
  airtmFee: 0.5,
  failureReason: "none",
  createdAt: "2026-11-25T10:00:00.000Z",
};
const PAYOUT = {
  id: "payout-1",
  airtmUserId: "user-1",
  status: "COMPLETED",
  amount: 20,
  airtmFee: 0.2,
  reasonCode: 7,
  reasonDescription: "none",
  updatedAt: "2026-11-25T10:00:00.000Z",
};
const USER = { id: "user-1", status: "active", primaryEmail: "a@b.example", country: "ESP", isVerified: true };
const BALANCE = { available: 100.5, pending: 3 };

interface Reading {
  readonly answer: Record<string, unknown>;
  read(): Promise<object | null>;
  /** By mutation: what is read instead. Everything else is refused, or reads as if nothing had happened. */
  readonly tellsLess: Readonly<Record<string, object>>;
}

const READINGS: Record<string, Reading> = {
  payin: {
    answer: PAYIN,
    read: () => airtm.payin("payin-1"),
    tellsLess: {
      "id an unknown value": { id: "NEVER_HEARD_OF", paymentUrl: "https://airtm.example/payin/NEVER_HEARD_OF" },
      "status an unknown value": { state: "unknown" },
      "failureReason removed": { reason: null },
      "failureReason null": { reason: null },
      "failureReason an unknown value": { reason: "NEVER_HEARD_OF" },
    },
  },
  payout: {
    answer: PAYOUT,
    read: () => airtm.payout("payout-1"),
    tellsLess: {
      "id an unknown value": { id: "NEVER_HEARD_OF" },
      "status an unknown value": { state: "unknown" },
      // documented as optional: no fee was taken, and the comparison with our account at Airtm tells when it was
      "airtmFee removed": { feeAmount: "0.00" },
      "airtmFee null": { feeAmount: "0.00" },
      "reasonCode removed": { reasonCode: null },
      "reasonCode null": { reasonCode: null },
      "reasonDescription removed": { reason: null },
      "reasonDescription null": { reason: null },
      "reasonDescription an unknown value": { reason: "NEVER_HEARD_OF" },
    },
  },
  user: {
    answer: USER,
    read: () => airtm.findUser("a@b.example"),
    tellsLess: {
      "id an unknown value": { id: "NEVER_HEARD_OF" },
      "status an unknown value": { isActive: false },
      "primaryEmail an unknown value": { email: "NEVER_HEARD_OF" },
      "country removed": { country: null },
      "country null": { country: null },
      "country an unknown value": { country: "NEVER_HEARD_OF" },
      "isVerified removed": { isVerified: null },
      "isVerified null": { isVerified: null },
    },
  },
  balance: { answer: BALANCE, read: () => airtm.balance(), tellsLess: {} },
};

const CASES = Object.entries(READINGS).flatMap(([name, { answer }]) =>
  mutationsOf(answer).map((mutation) => [name, mutation.name, mutation.body] as const),
);

test.each(CASES)("an answer of %s with %s is refused, or reads the same", async (name, mutation, body) => {
  const reading = READINGS[name] as Reading;
  server.say(reading.answer);
  const whole = await reading.read();
  server.say(body);
  const problem = await problemOf(reading.read());
  const less = reading.tellsLess[mutation];
  if (less) expect(await reading.read()).toEqual({ ...whole, ...less });
  else if (problem === "none") expect(await reading.read()).toEqual(whole);
  else expect(problem).toBe("PROVIDER_UNAVAILABLE");
});

test("a payin that was paid and does not say what Airtm kept of it is refused: its fee is not nothing", async () => {
  const { netAmount, airtmFee, ...silent } = PAYIN;
  server.say(silent);
  expect(await problemOf(airtm.payin("payin-1"))).toBe("PROVIDER_UNAVAILABLE");
  server.say({ ...silent, status: "CREATED" });
  expect(await problemOf(airtm.payin("payin-1"))).toBe("none");
  expect([netAmount, airtmFee]).toEqual([49.5, 0.5]);
});

test("a user of whom Airtm does not say whether it is verified is asked for again, never called unverified", async () => {
  const objection = (user: Partial<FiatUser>) =>
    objectionTo({ requireVerified: true })(
      { id: "user-1", email: "a@b.example", isActive: true, isVerified: true, country: "ESP", ...user },
      { direction: "out", amount: "5.00" },
    );
  expect(objection({})).toBeNull();
  expect(objection({ isVerified: false })).toBe("USER_NOT_VERIFIED");
  expect(() => objection({ isVerified: null })).toThrow("does not say");
});
