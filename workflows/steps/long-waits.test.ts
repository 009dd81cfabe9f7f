import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { StepFailure } from "../../activities/failures.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { eventually } from "../../tests/support/workflows/eventually.ts";
import { brokenMoney } from "../../tests/support/workflows/money.ts";
import { anOrder, anOrderAfter, parked } from "../../tests/support/workflows/order-driver.ts";
import { wordOf } from "../../tests/support/workflows/outcome.ts";
import { skippingBench } from "../../tests/support/workflows/skipping-bench.ts";
import { aTopUp } from "../../tests/support/workflows/topup-driver.ts";
import { aWithdrawal } from "../../tests/support/workflows/withdrawal-driver.ts";

// What takes minutes or hours in life, on a clock that jumps.

let bench: Awaited<ReturnType<typeof skippingBench>>;
beforeAll(async () => {
  bench = await skippingBench();
}, 60_000);
afterAll(() => bench.close());

test("a run whose opening was refused ends itself within a minute, and leaves nothing", async () => {
  const order = anOrder(bench);
  expect(wordOf(await order.create({ buyerId: "usr_nobody" }))).toBe("USER_NOT_FOUND");
  expect(await order.result()).toMatchObject({ status: "ORDER_CREATED", outcome: null });
  const { events } = await order.handle.fetchHistory();
  const waits = events?.flatMap(({ timerStartedEventAttributes: timer }) => timer?.startToFireTimeout?.seconds ?? []);
  expect(waits?.map(Number)).toEqual([60]); // what it waited for, however slow the machine is
  expect(bench.world.ledger.statuses(order.orderId)).toEqual([]);
});

test("what time heals is tried again by itself, more and more slowly, until it goes through", async () => {
  const order = await anOrderAfter(bench, ["reserve", "createEscrow"]);
  const error = () => new StepFailure("PROVIDER_UNAVAILABLE", "nobody answered", { retryAfterMs: 1 });
  for (const call of ["prepare fund", "prepare fund/2", "prepare fund/3"]) {
    bench.world.faults.set(order.workflowId, call, { kind: "fail", when: "before", times: 8, error });
  }
  const answer = order.command("fundEscrow");
  for (const waitMs of [60_000, 120_000, 240_000]) {
    const { since, nextAttemptAt } = await parked(order, "PROVIDER_UNAVAILABLE");
    expect(Date.parse(nextAttemptAt ?? "") - Date.parse(since)).toBe(waitMs);
    await bench.pass(waitMs);
    await eventually(order.progress, ({ nextAttemptAt: next }) => next !== nextAttemptAt);
  }
  expect(wordOf(await answer)).toBe("IN_PROGRESS");
  const { buyerId, sellerId, orderId, workflowId } = order;
  const scope = { users: [buyerId, sellerId], orders: [orderId], workflows: [workflowId] };
  expect(brokenMoney(bench.world, scope)).toEqual([]);
}, 60_000);

test("time takes no operator's word back: what was declared settled is never signed by a later try", async () => {
  const withdrawal = aWithdrawal(bench);
  const fail = (call: string, problem: "SIGNER_UNAVAILABLE" | "CHAIN_UNREACHABLE", times: number) => {
    const error = () => new StepFailure(problem, problem, { retryAfterMs: 1 });
    bench.world.faults.set(withdrawal.workflowId, call, { kind: "fail", when: "before", times, error });
  };
  fail("prepare send", "SIGNER_UNAVAILABLE", 1);
  fail("prepare send/2", "CHAIN_UNREACHABLE", 8);
  const answer = withdrawal.create();
  await parked(withdrawal, "SIGNER_UNAVAILABLE");
  await withdrawal.decide({ action: "markSettled", evidence: { txHash: "f00d" } });
  await parked(withdrawal, "CHAIN_UNREACHABLE");
  await bench.pass(120_000);
  await parked(withdrawal, "STATE_UNEXPECTED");
  expect(bench.world.chain.attemptsOf(withdrawal.workflowId)).toEqual([]);
  await withdrawal.decide({ action: "abandon" });
  expect(wordOf(await answer)).toBe("WITHDRAWAL_FAILED");
}, 60_000);

const DAY_MS = 24 * 60 * 60_000;

test("a top-up is looked at less and less often, and one paid in the last hour of fifteen days is credited", async () => {
  const topUp = aTopUp(bench);
  expect(wordOf(await topUp.create())).toBe("TOPUP_AWAITING_USER_CONFIRMATION");
  await bench.pass(15 * DAY_MS - 3_600_000);
  expect(topUp.statuses().at(-1)).toBe("TOPUP_AWAITING_USER_CONFIRMATION");
  bench.world.fiat.setPayin(topUp.topUpId, "paid"); // and no webhook tells of it
  await bench.pass(25 * 3_600_000);
  expect((await topUp.result()).status).toBe("TOPUP_SUCCEEDED");
  const looks = bench.world.faults.calls(topUp.workflowId).filter((call) => call.startsWith("read payin"));
  expect(looks.length).toBeGreaterThan(20);
  expect(looks.length).toBeLessThan(40);
}, 60_000);

test("a top-up that nobody confirms ends when the provider says that it expired, not before", async () => {
  const topUp = aTopUp(bench);
  await topUp.create();
  await bench.pass(16 * DAY_MS);
  expect(topUp.statuses().at(-1)).toBe("TOPUP_AWAITING_USER_CONFIRMATION");
  bench.world.fiat.setPayin(topUp.topUpId, "canceled", { reason: "expired" });
  await bench.pass(25 * 3_600_000);
  expect((await topUp.result()).status).toBe("TOPUP_CANCELED");
}, 60_000);

test("a payout to somebody who never signs up is waited for as long as the provider does, then it is back", async () => {
  const payout = aWithdrawal(bench);
  bench.world.fiat.afterCommit = "pending";
  const fiat = { destinationType: "airtm_balance", destinationRef: "airtm-user-1" } as const;
  expect(wordOf(await payout.create(fiat))).toBe("WITHDRAWAL_PENDING");
  await bench.pass(90 * DAY_MS);
  expect(payout.statuses().at(-1)).toBe("WITHDRAWAL_PENDING");
  bench.world.fiat.setPayout(payout.withdrawalId, "canceled", { reason: "nobody signed up" });
  await bench.pass(25 * 3_600_000);
  expect((await payout.result()).status).toBe("WITHDRAWAL_CANCELED");
  const { events } = await payout.handle.fetchHistory();
  expect(events?.length).toBeLessThan(1_500);
}, 60_000);

test.each([
  ["never came to be", "before", "WITHDRAWAL_FAILED", null],
  ["came to be unheard", "after", "WITHDRAWAL_CANCELED", "canceled"],
] as const)(
  "a payout that %s is given up after two looks a minute apart, and the money is back",
  async (...row) => {
    const [, when, status, state] = row;
    const payout = aWithdrawal(bench);
    const fiat = { destinationType: "airtm_balance", destinationRef: "airtm-user-1" } as const;
    const error = () => new StepFailure("PROVIDER_CREDENTIAL_REFUSED", "Airtm answered 401");
    bench.world.faults.set(payout.workflowId, "create payout", { kind: "fail", when, times: 1, error });
    const answer = payout.create(fiat);
    await parked(payout, "PROVIDER_CREDENTIAL_REFUSED");
    await payout.decide({ action: "abandon" });
    await eventually(payout.progress, ({ parkedReason }) => parkedReason === null);
    await bench.pass(61_000);
    expect(wordOf(await answer)).toBe(status);
    expect(bench.world.fiat.payout(payout.withdrawalId)?.state ?? null).toBe(state);
    expect(bench.world.ledger.balance(ledgerAccounts.withdrawing(payout.userId))).toBe(0n);
  },
  60_000,
);

test("a top-up whose payment never came to be is given up at once", async () => {
  const topUp = aTopUp(bench);
  const error = () => new StepFailure("PROVIDER_CREDENTIAL_REFUSED", "Airtm answered 401");
  bench.world.faults.set(topUp.workflowId, "create payin", { kind: "fail", when: "before", times: 1, error });
  const answer = topUp.create();
  await parked(topUp, "PROVIDER_CREDENTIAL_REFUSED");
  await topUp.decide({ action: "abandon" });
  expect(wordOf(await answer)).toBe("TOPUP_FAILED");
}, 60_000);
