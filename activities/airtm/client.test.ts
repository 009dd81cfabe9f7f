import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { DEFAULT_AIRTM_SETTINGS } from "../../sandbox/airtm/settings.ts";
import { type RunningSandbox, startSandbox } from "../../sandbox/start.ts";
import type { FiatRail, FiatUser } from "../fiat/fiat-rail.ts";
import { createProviderBudget } from "../provider-budget.ts";
import { messageOf, problemOf } from "../testing/problem-of.ts";
import { createAirtmClient } from "./client.ts";
import { objectionTo } from "./eligibility.ts";
import type { AirtmSettings } from "./settings.ts";

let sandbox: RunningSandbox;
let settings: AirtmSettings;
let airtm: FiatRail;
beforeAll(async () => {
  sandbox = await startSandbox({ airtm: { ...DEFAULT_AIRTM_SETTINGS, requestsPerSecond: 0 } });
  const said = (await control("GET", "")) as Record<string, string>;
  settings = {
    apiUrl: said.airtmUrl ?? "",
    apiKey: said.airtmApiKey ?? "",
    apiSecret: said.airtmApiSecret ?? "",
    timeoutMs: 1_000,
    payinPageUrl: said.airtmPaymentPageUrl ?? "",
    payinDays: 15,
    requireVerified: true,
    dailyPayoutMax: null,
    treasuryLowUsdc: "100.00",
    callbackBaseUrl: "https://shop.example",
  };
  airtm = clientWith({});
  accounts.set(SELLER, (await airtm.findUser(SELLER))?.id ?? "");
});
afterAll(() => sandbox.close());
beforeEach(() => control("DELETE", "/faults"));

/** Ids of accounts by their address. */
const accounts = new Map<string, string>();
const SELLER = "seller@example.com";
const budget = createProviderBudget(null, { provider: "airtm", requests: 1_000_000, seconds: 1 });
const clientWith = (changes: Partial<AirtmSettings>) => createAirtmClient({ ...settings, ...changes }, budget);
const aPayin = (code: string = randomUUID()) => ({
  code,
  amount: "50.00",
  description: "Top-up",
  returnUrl: "https://shop.example/back",
  cancelUrl: "https://shop.example/back",
});
const aPayout = (code: string = randomUUID(), email = SELLER) => ({
  code,
  email,
  recipientId: accounts.get(email) ?? "",
  amount: "20.00",
  notes: "Withdrawal",
});

async function control(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response.json();
}
const fault = (kind: string, more: object = {}) => control("POST", "/faults", { party: "airtm", kind, ...more });
const effectsOf = async (code: string) =>
  ((await control("GET", `/airtm/effects?code=${code}`)) as { effects: Record<string, number>[] }).effects[0] ?? {};

describe("a payin", () => {
  test("is made once under its code, shown with the page to pay on, and seen paid net of their fee", async () => {
    await control("POST", "/airtm/settings", { feePercent: 1 });
    const payin = await airtm.createPayin(aPayin("top-1"));
    expect(payin).toMatchObject({ state: "open", paymentUrl: `${settings.payinPageUrl}/${payin.id}` });
    expect(Date.parse(payin.expiresAt) - Date.now()).toBeGreaterThan(14.9 * 86_400_000);
    expect(await airtm.createPayin(aPayin("top-1"))).toEqual(payin);
    await control("POST", "/airtm/payins/top-1/pay", { email: "buyer@example.com" });
    expect(await airtm.payin(payin.id)).toMatchObject({ state: "paid", paidAmount: "50.00", feeAmount: "0.50" });
    expect(await effectsOf("top-1")).toMatchObject({ payins: 1, confirmations: 1 });
    await control("POST", "/airtm/settings", { feePercent: 0 });
  });

  test.each(["lost", "status-after", "duplicate"])("whose creation is answered by %s exists once", async (kind) => {
    const code = randomUUID();
    await fault(kind, { match: { method: "POST", path: "/payins" } });
    await airtm.createPayin(aPayin(code)).catch(() => {});
    expect((await airtm.createPayin(aPayin(code))).state).toBe("open");
    expect(await effectsOf(code)).toMatchObject({ payins: 1 });
  });

  test("under our code that asks for another amount is never taken for ours", async () => {
    await airtm.createPayin(aPayin("top-other"));
    const dearer = { ...aPayin("top-other"), amount: "50.01" };
    expect(await problemOf(airtm.createPayin(dearer))).toBe("STATE_UNEXPECTED");
  });

  test("is canceled while it is open, and not any more afterwards", async () => {
    const { id } = await airtm.createPayin(aPayin());
    expect([await airtm.cancelPayin(id), await airtm.cancelPayin(id)]).toEqual([true, false]);
    expect((await airtm.payin(id)).state).toBe("canceled");
    const paid = await airtm.createPayin(aPayin());
    await control("POST", `/airtm/payins/${paid.id}/pay`, { email: "buyer@example.com" });
    expect(await airtm.cancelPayin(paid.id)).toBe(false);
  });

  test("that is paid in part, late, or fails is seen as what it is", async () => {
    const { id } = await airtm.createPayin(aPayin());
    await control("POST", `/airtm/payins/${id}`, { status: "CONFIRMED", amount: "12.34" });
    expect(await airtm.payin(id)).toMatchObject({ state: "paid", paidAmount: "12.34" });
    const other = await airtm.createPayin(aPayin());
    for (const [status, state] of [
      ["PROCESSING", "processing"],
      ["BRIDGE_FAILED", "failed"],
      ["BRIDGE_CANCELED", "canceled"],
    ] as const) {
      await control("POST", `/airtm/payins/${other.id}`, { status });
      expect((await airtm.payin(other.id)).state).toBe(state);
    }
  });
});

test("a payin whose fee is told as its net amount only is credited net", async () => {
  const body = { id: "1", status: "CONFIRMED", amount: 10, netAmount: 9.7, createdAt: "2026-11-25T10:00:00Z" };
  const server = createServer((_, response) => response.end(JSON.stringify(body))).listen(0);
  const { port } = server.address() as AddressInfo;
  const told = await clientWith({ apiUrl: `http://127.0.0.1:${port}` }).payin("1");
  expect(told).toMatchObject({ state: "paid", paidAmount: "10.00", feeAmount: "0.30" });
  server.close();
});

describe("a payout", () => {
  test("is made once under its code and paid once, however often it is committed", async () => {
    const payout = await airtm.createPayout(aPayout("wd-1"));
    expect(payout.state).toBe("created");
    expect(await airtm.createPayout(aPayout("wd-1"))).toEqual(payout);
    await Promise.all([airtm.commitPayout(payout.id), airtm.commitPayout(payout.id), airtm.commitPayout(payout.id)]);
    expect(await airtm.payout(payout.id)).toMatchObject({ state: "paid", amount: "20.00" });
    expect(await effectsOf("wd-1")).toMatchObject({ payouts: 1, commits: 1, completions: 1 });
  });

  test.each(["lost", "status-after", "duplicate"])("whose commit is answered by %s is paid once", async (kind) => {
    const code = randomUUID();
    const { id } = await airtm.createPayout(aPayout(code));
    await fault(kind, { match: { path: "/commit" } });
    await airtm.commitPayout(id).catch(() => {});
    await airtm.commitPayout(id);
    expect((await airtm.payout(id)).state).toBe("paid");
    expect(await effectsOf(code)).toMatchObject({ payouts: 1, commits: 1 });
  });

  test("is found by its code, and one that never was is not", async () => {
    const payout = await airtm.createPayout(aPayout("wd-2"));
    expect(await airtm.payoutByCode("wd-2")).toEqual(payout);
    expect(await airtm.payoutByCode("wd-never")).toBeNull();
  });

  test("under our code that is another one is never taken for ours, until it is over", async () => {
    const ours = aPayout("wd-other");
    const { id } = await airtm.createPayout(ours);
    expect(await problemOf(airtm.createPayout({ ...ours, amount: "20.01" }))).toBe("STATE_UNEXPECTED");
    expect(await problemOf(airtm.createPayout({ ...ours, recipientId: "somebody-else" }))).toBe("STATE_UNEXPECTED");
    await airtm.cancelPayout(id);
    expect(await airtm.createPayout({ ...ours, amount: "20.01" })).toMatchObject({ id, state: "canceled" });
  });

  test("to somebody who has not signed up waits, and may be canceled until it is paid", async () => {
    const code = randomUUID();
    const noAccount = { ...aPayout(code, "nobody-yet@example.com") };
    expect(await problemOf(airtm.createPayout(noAccount))).toBe("STATE_UNEXPECTED"); // it is nobody's who was meant
    const { id } = (await airtm.payoutByCode(code)) ?? { id: "" };
    await airtm.commitPayout(id);
    expect((await airtm.payout(id)).state).toBe("pending");
    expect([await airtm.cancelPayout(id), await airtm.cancelPayout(id)]).toEqual([true, false]);
    expect((await airtm.payout(id)).state).toBe("canceled");
  });

  test("that fails says why, and not whose address it was", async () => {
    const { id } = await airtm.createPayout(aPayout());
    const reasonDescription = `${SELLER} is closed`;
    await control("POST", `/airtm/payouts/${id}`, { status: "FAILED", reasonCode: 7, reasonDescription });
    expect(await airtm.payout(id)).toMatchObject({
      state: "failed",
      reason: "(an address) is closed",
      reasonCode: "7",
    });
  });

  test.each([
    ["PENDING_USER_ACTION", "needs-user"],
    ["BRIDGE_USER_SIGNUP_PENDING", "pending"],
    ["ERROR", "failed"],
  ] as const)("in the state %s is %s", async (status, state) => {
    const { id } = await airtm.createPayout(aPayout());
    await control("POST", `/airtm/payouts/${id}`, { status });
    expect((await airtm.payout(id)).state).toBe(state);
  });
});

describe("what Airtm says no to", () => {
  test("is sorted by its code", async () => {
    await control("PUT", "/airtm/users/banned@example.com", { banned: true });
    expect(await problemOf(airtm.createPayout(aPayout(randomUUID(), "banned@example.com")))).toBe(
      "RECIPIENT_NOT_ELIGIBLE",
    );
    const { id } = await airtm.createPayout(aPayout());
    await control("POST", "/airtm/balance", { available: "1.00" });
    expect(await problemOf(airtm.commitPayout(id))).toBe("FIAT_BALANCE_LOW");
    await control("POST", "/airtm/balance", { available: "100000.00" });
    await control("POST", "/airtm/settings", { payoutDailyLimit: "1.00" });
    expect(await problemOf(airtm.commitPayout(id))).toBe("FIAT_LIMIT_REACHED");
    await control("POST", "/airtm/settings", { payoutDailyLimit: null });
  });

  test("a wrong credential waits for a person, and neither it nor an address is told", async () => {
    const wrong = clientWith({ apiSecret: "not-it-at-all" });
    expect(await problemOf(wrong.balance())).toBe("PROVIDER_CREDENTIAL_REFUSED");
    const said = await messageOf(airtm.createPayout({ ...aPayout(), amount: "0.001" }));
    expect(said).not.toMatch(/@|not-it-at-all/);
  });

  test.each([
    ["refuse", {}, "PROVIDER_UNAVAILABLE"],
    ["status", { status: 503 }, "PROVIDER_UNAVAILABLE"],
    ["status", { status: 429 }, "PROVIDER_BUDGET_EXHAUSTED"],
    ["delay", { delayMs: 3_000 }, "PROVIDER_UNAVAILABLE"],
  ] as const)("%s %j is for time to heal", async (kind, more, problem) => {
    await fault(kind, more);
    expect(await problemOf(airtm.balance())).toBe(problem);
  });
});

test("over the budget nothing is asked", async () => {
  const two = createProviderBudget(null, { provider: `airtm-${randomUUID()}`, requests: 2, seconds: 60 });
  const hurried = createAirtmClient(settings, two);
  await hurried.balance();
  await hurried.balance();
  await expect(hurried.balance()).rejects.toMatchObject({ problem: "PROVIDER_BUDGET_EXHAUSTED" });
});

test("users are known by their address, and the rules about them are told by one word", async () => {
  const objection = objectionTo({ requireVerified: true });
  const find = async (email: string): Promise<FiatUser> => {
    const user = await airtm.findUser(email);
    if (!user) throw new Error(`nobody is ${email}`);
    return user;
  };
  const against = async (email: string, direction: "in" | "out", amount = "20.00") =>
    objection(await find(email), { direction, amount });
  expect(await airtm.findUser("nobody@example.com")).toBeNull();
  expect(await against(SELLER, "out")).toBeNull();
  expect(await against("inactive@example.com", "out")).toBe("USER_INACTIVE");
  expect(await against("unverified@example.com", "out")).toBe("USER_NOT_VERIFIED");
  expect(await against("us@example.com", "in")).toBe("COUNTRY_NOT_SUPPORTED");
  expect(await against("us@example.com", "out", "0.99")).toBe("AMOUNT_BELOW_MINIMUM");
  expect(await against("us@example.com", "out", "1.00")).toBeNull();
});
