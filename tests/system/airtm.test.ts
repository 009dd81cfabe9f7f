import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type AirtmPerson, airtmPeople, fundTreasury, openTreasury } from "../support/airtm-people.ts";
import { saidInDatabase, saidInHistories, saidInLogs } from "../support/everything-said.ts";
import type { FaultOrder } from "../support/sandbox.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

// The whole system with Airtm: money in and out, orders between, and everything that can go wrong at Airtm.

const IN_TIME_SECONDS = 60;
const AIRTM_SECRET = "sandbox-airtm-secret";

let world: TestWorld;
let treasury: string;
let people: AirtmPerson[];
beforeAll(async () => {
  const settings = { AIRTM_TIMEOUT_MS: "1500", AIRTM_REQUESTS_PER_SECOND: "1000", SANDBOX_AIRTM_PER_SECOND: "0" };
  world = await testWorld({ paymentProvider: "airtm", settings });
  treasury = await openTreasury(world, "100.00");
  people = await airtmPeople(world, 40);
}, 90_000);
afterAll(() => world?.stop(), 30_000);

const next = (): AirtmPerson => people.pop() ?? raise("more people are needed");
const raise = (message: string): never => {
  throw new Error(message);
};
const airtm = () => world.market.sandbox.airtm;
const statusOf = async (path: string): Promise<string> => (await world.market.api.get(path)).data?.status;
const reach = (path: string, status: string) =>
  until(`${path} is ${status}`, async () => (await statusOf(path)) === status, IN_TIME_SECONDS);
const availableOf = async ({ userId }: AirtmPerson): Promise<string> =>
  (await world.market.api.get(`/users/${userId}/balance`)).data.available;
const explain = async (path: string) => (await world.market.api.get(`${path}/explain`)).data;
const decide = (workflowId: string, action: string) =>
  world.market.insist(`/operations/${workflowId}/decision`, { action, reason: "a test decided so" });
const parkedFor = (workflowId: string, reason: string) =>
  until(`${workflowId} is parked for ${reason}`, async () => {
    const { data } = await world.market.api.get(`/operations/parked?reason=${reason}`);
    return JSON.stringify(data).includes(workflowId);
  });

async function topUp(person: AirtmPerson, amount = "20.00"): Promise<string> {
  const { data } = await world.market.insist("/topups", { userId: person.userId, amount });
  return data.id;
}

async function withMoney(amount = "50.00"): Promise<AirtmPerson> {
  const person = next();
  const id = await topUp(person, amount);
  await airtm().pay(id, person.email);
  await reach(`/topups/${id}`, "TOPUP_SUCCEEDED");
  return person;
}

async function payout(person: AirtmPerson, amount = "20.00", headers: Record<string, string> = {}): Promise<string> {
  const { userId, airtmUserId } = person;
  const destination = { destinationType: "airtm_balance", destinationRef: airtmUserId, commit: true };
  const { data } = await world.market.insist("/withdrawals", { userId, amount, ...destination }, headers);
  return data.id;
}

const fault = (kind: FaultOrder["kind"], path: string, more: Partial<FaultOrder> = {}) =>
  world.market.sandbox.fault({ party: "airtm", match: { path }, kind, ...more });

describe("money in", () => {
  test.each<[string, Partial<FaultOrder>]>([
    ["lost", {}],
    ["duplicate", {}],
    ["reorder", {}],
    ["delay", { delayMs: 300 }],
    ["forge", {}],
    ["old-timestamp", {}],
  ])("is credited once though its webhook meets: %s", async (kind, more) => {
    const person = next();
    const id = await topUp(person);
    const match = { path: `/payin.confirmed/${id}` };
    await world.market.sandbox.fault({ party: "webhooks", match, kind: kind as FaultOrder["kind"], ...more });
    await airtm().pay(id, person.email);
    await Promise.all([1, 2, 3].map(() => world.market.insist(`/topups/${id}/refresh`)));
    await reach(`/topups/${id}`, "TOPUP_SUCCEEDED");
    expect(await availableOf(person)).toBe("20.00");
  });

  test.each<[FaultOrder["kind"], Partial<FaultOrder>]>([
    ["lost", {}],
    ["status-after", { status: 504 }],
    ["duplicate", {}],
    ["delay", { delayMs: 2_000 }],
  ])("begins once though its creation is answered by %s", async (kind, more) => {
    const person = next();
    await fault(kind, "/v2/payins", { ...more, match: { method: "POST", path: "/v2/payins" } });
    const id = await topUp(person);
    await reach(`/topups/${id}`, "TOPUP_AWAITING_USER_CONFIRMATION");
    expect((await airtm().effects()).find(({ code }) => code === id)).toMatchObject({ payins: 1 });
    await world.market.insist(`/topups/${id}/cancel`);
    expect(await statusOf(`/topups/${id}`)).toBe("TOPUP_CANCELED");
  });

  test("that comes in part, with a fee, or after it was canceled is credited as what it is", async () => {
    const [partly, late] = [next(), next()];
    const [one, other] = [await topUp(partly), await topUp(late)];
    await airtm().setPayin(one, { status: "CONFIRMED", amount: "12.50", airtmFee: "0.25" });
    await reach(`/topups/${one}`, "TOPUP_SUCCEEDED");
    expect(await availableOf(partly)).toBe("12.25");
    await world.market.insist(`/topups/${other}/cancel`);
    await airtm().setPayin(other, { status: "CONFIRMED" });
    await reach(`/topups/${other}`, "TOPUP_SUCCEEDED");
    expect(await availableOf(late)).toBe("20.00");
  });

  test("is not made by a webhook that never happened, signed or not, nor by the way back from Airtm", async () => {
    const person = next();
    const id = await topUp(person);
    const data = { id: randomUUID(), code: id, status: "CONFIRMED", amount: 20 };
    await airtm().invent({ type: "payin.confirmed", data });
    await airtm().invent({ type: "payin.confirmed", data, forged: true });
    await airtm().invent({ type: "payin.confirmed", data, ageSeconds: 3_600 });
    const { gateway } = world.stack.urls;
    const back = await fetch(`${gateway}/api/v1/topups/${id}/callback?status=CONFIRMED&code=${id}`, {
      redirect: "manual",
    });
    expect(back.status).toBe(302);
    await world.market.insist(`/topups/${id}/refresh`);
    expect([await statusOf(`/topups/${id}`), await availableOf(person)]).toEqual([
      "TOPUP_AWAITING_USER_CONFIRMATION",
      "0.00",
    ]);
  });
});

describe("money out", () => {
  test.each<[FaultOrder["kind"], string]>([
    ["lost", "/commit"],
    ["status-after", "/commit"],
    ["duplicate", "/commit"],
    ["refuse", "/commit"],
    ["lost", "/v2/payouts"],
    ["status-after", "/v2/payouts"],
  ])("is paid once though Airtm answers by %s at %s", async (kind, path) => {
    const person = await withMoney();
    await fault(kind, path, { match: { method: "POST", path } });
    const id = await payout(person);
    await reach(`/withdrawals/${id}`, "WITHDRAWAL_COMPLETED");
    expect(await availableOf(person)).toBe("30.00");
    expect((await airtm().effects()).find(({ code }) => code === id)).toMatchObject({ payouts: 1, commits: 1 });
  });

  test("that Airtm calls failed and pays later takes back what was given back", async () => {
    const person = await withMoney();
    await airtm().settings({ payoutDelayMs: "manual" });
    const id = await payout(person, "20.00", { Prefer: "wait=2" });
    await reach(`/withdrawals/${id}`, "WITHDRAWAL_PENDING");
    await airtm().setPayout(id, { status: "FAILED", reasonDescription: "closed" });
    await reach(`/withdrawals/${id}`, "WITHDRAWAL_FAILED");
    expect(await availableOf(person)).toBe("50.00");
    await airtm().setPayout(id, { status: "COMPLETED" });
    await reach(`/withdrawals/${id}`, "WITHDRAWAL_COMPLETED");
    expect(await availableOf(person)).toBe("30.00");
    await airtm().settings({ payoutDelayMs: 0 });
  });

  test("to a user who has yet to act, or who takes it back, waits and comes back", async () => {
    const person = await withMoney();
    await airtm().settings({ payoutDelayMs: "manual" });
    const id = await payout(person, "20.00", { Prefer: "wait=2" });
    await reach(`/withdrawals/${id}`, "WITHDRAWAL_PENDING");
    await airtm().setPayout(id, { status: "PENDING_USER_ACTION" });
    await world.market.insist(`/withdrawals/${id}/refresh`);
    await reach(`/withdrawals/${id}`, "WITHDRAWAL_PENDING_USER_ACTION");
    await airtm().setPayout(id, { status: "PENDING" });
    await world.market.insist(`/withdrawals/${id}/refresh`);
    await world.market.insist(`/withdrawals/${id}/cancel`);
    await reach(`/withdrawals/${id}`, "WITHDRAWAL_CANCELED");
    expect(await availableOf(person)).toBe("50.00");
    await airtm().settings({ payoutDelayMs: 0 });
  });

  test("waits for a person where our credential was revoked, and for money where our account is empty", async () => {
    const [one, other] = [await withMoney(), await withMoney()];
    const held = { commit: false, destinationType: "airtm_balance", amount: "20.00" };
    const ids = await Promise.all(
      [one, other].map(async ({ userId, airtmUserId: destinationRef }) => {
        return (await world.market.insist("/withdrawals", { userId, destinationRef, ...held })).data.id as string;
      }),
    );
    const [first = "", second = ""] = ids;
    await airtm().settings({ apiSecret: "another" });
    await world.market.insist(`/withdrawals/${first}/commit`, {}, { Prefer: "respond-async" });
    await parkedFor(`withdrawal/${first}`, "PROVIDER_CREDENTIAL_REFUSED");
    expect(await explain(`/withdrawals/${first}`)).toMatchObject({ whoMustAct: "operator" });
    await airtm().settings({ apiSecret: AIRTM_SECRET });
    await decide(`withdrawal/${first}`, "retry");
    await reach(`/withdrawals/${first}`, "WITHDRAWAL_COMPLETED");
    const { available } = await airtm().balance();
    await airtm().setBalance("0.01");
    await world.market.insist(`/withdrawals/${second}/commit`, {}, { Prefer: "respond-async" });
    await parkedFor(`withdrawal/${second}`, "FIAT_BALANCE_LOW");
    await airtm().setBalance(available);
    await decide(`withdrawal/${second}`, "retry");
    await reach(`/withdrawals/${second}`, "WITHDRAWAL_COMPLETED");
  }, 60_000);
});

describe("orders between", () => {
  const anOrder = async (buyer: AirtmPerson, seller: AirtmPerson, amount: string) => {
    const trade = await world.market.order(buyer, seller, amount, "escrow/fund");
    return trade;
  };

  test("wait for the treasury when it is low, and say so; then a dispute is split between users whose money is at Airtm", async () => {
    const [buyer, seller] = [await withMoney("150.00"), next()];
    const trade = await anOrder(buyer, seller, "120.00");
    await world.market.insist(`/orders/${trade.orderId}/escrow/fund`, {}, { Prefer: "respond-async" });
    await parkedFor(`order/${trade.orderId}`, "TREASURY_LOW");
    expect(JSON.stringify(await explain(`/orders/${trade.orderId}`))).toContain("send USDC to the treasury wallet");
    await fundTreasury(world, treasury, "500.00");
    await decide(`order/${trade.orderId}`, "retry");
    await world.market.untilOrder(trade.orderId, "IN_PROGRESS", IN_TIME_SECONDS);
    expect(await world.market.sandbox.usdcOf(treasury)).toBe("480.0000000");
    const dispute = await world.market.insist(`/orders/${trade.orderId}/disputes`, {
      openedBy: "SELLER",
      reason: "OTHER",
    });
    await world.market.insist(`/disputes/${dispute.data.id}/assign`, { assignedTo: "Ana" });
    const split = { decision: "SPLIT", releaseAmount: "70.00", refundAmount: "50.00" };
    await world.market.insist(`/disputes/${dispute.data.id}/resolve`, split);
    await world.market.untilOrder(trade.orderId, "CLOSED", IN_TIME_SECONDS);
    expect([await availableOf(buyer), await availableOf(seller)]).toEqual(["79.35", "69.09"]); // net of 1.3 %
  }, 90_000);

  test("are released and refunded, and a withdrawal to an address goes through the treasury", async () => {
    const [buyer, seller] = [await withMoney("50.00"), next()];
    const refunded = await anOrder(buyer, seller, "20.00");
    await world.market.finish(refunded, "escrow/fund", "resolution/release");
    await world.market.insist(`/orders/${refunded.orderId}/refund`, { reason: "late" });
    await world.market.untilOrder(refunded.orderId, "CLOSED", IN_TIME_SECONDS);
    const released = await anOrder(buyer, seller, "20.00");
    await world.market.finish(released, "escrow/fund");
    const outside = await world.market.outsideAddress();
    const terms = { userId: seller.userId, amount: "5.00", destinationType: "crypto", destinationRef: outside };
    const { data } = await world.market.insist("/withdrawals", terms);
    await reach(`/withdrawals/${data.id}`, "WITHDRAWAL_COMPLETED");
    expect(await world.market.sandbox.usdcOf(outside)).toBe("5.0000000");
    expect([await availableOf(buyer), await availableOf(seller)]).toEqual(["29.74", "14.74"]);
  }, 90_000);
});

test("afterwards the invariants hold on the chain and at Airtm, and reconciliation finds nothing", async () => {
  await world.expectInvariants();
  const { data } = await world.market.insist("/admin/reconciliation/run");
  expect(data).toMatchObject({ openCount: 0, lastRun: { fiat: { differing: 0, failure: null } } });
});

test("no address, and no secret of Airtm, is in a history, a log, or anywhere in the database but with its user", async () => {
  const secrets = [AIRTM_SECRET, world.stack.environment.AIRTM_WEBHOOK_SECRET ?? "?"];
  const places = [
    ...saidInLogs(world.stack).filter(({ where }) => !where.includes("sandbox")),
    ...(await saidInHistories(world.stack)),
  ];
  expect(places.filter(({ text }) => /[\w.-]+@example\.com/.test(text)).map(({ where }) => where)).toEqual([]);
  const rows = await saidInDatabase(world.db);
  expect(rows.filter(({ where, text }) => !where.includes("users") && text.includes("@example.com"))).toEqual([]);
  const everywhere = [...places, ...rows];
  expect(
    everywhere.filter(({ text }) => secrets.some((secret) => text.includes(secret))).map(({ where }) => where),
  ).toEqual([]);
}, 30_000);

test("the installation does not change to crypto while money of its users is at Airtm, and says whose", async () => {
  await world.stack.kill("worker", "SIGTERM");
  await expect(world.stack.restart("worker", { PAYMENT_PROVIDER: "crypto" })).rejects.toThrow(
    /PAYMENT_PROVIDER=crypto is refused[\s\S]*user\/usr_\w+\/available holds/,
  );
}, 60_000);
