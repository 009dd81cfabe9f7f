import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { StepFailure } from "../../activities/failures.ts";
import { AppError } from "../../domain/errors.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { transfer } from "../../domain/ledger/entry.ts";
import { formatAmount, parseOrderAmount } from "../../domain/money.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../../tests/support/workflows/bench.ts";
import { keepHistory } from "../../tests/support/workflows/corpus.ts";
import { type Fault, gate } from "../../tests/support/workflows/faults.ts";
import { parked } from "../../tests/support/workflows/order-driver.ts";
import { wordOf } from "../../tests/support/workflows/outcome.ts";
import { aWithdrawal, type WithdrawalDriver } from "../../tests/support/workflows/withdrawal-driver.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("payout");
});
afterAll(() => bench.close());

const FIAT = { destinationType: "airtm_balance", destinationRef: "airtm-user-1" } as const;
const NOTHING_MOVED = { available: "80.00", withdrawing: "0.00" };
const HELD = { available: "30.00", withdrawing: "50.00" };
const PAID = { available: "30.00", withdrawing: "0.00" };

describe("a payout", () => {
  test("is held, created, committed once and settled on the provider's word", async () => {
    const payout = aWithdrawal(bench);
    expect(wordOf(await payout.create(FIAT))).toBe("WITHDRAWAL_COMPLETED");
    expect(await payout.result()).toMatchObject({ status: "WITHDRAWAL_COMPLETED" });
    expectMoney(payout, PAID, 1);
    expect(bench.world.ledger.column(payout.withdrawalId, "airtm_payout_id")).toEqual(expect.any(String));
    await keepHistory(payout.handle, "withdrawal/payout-completed");
  });

  test("in two steps asks nothing of the provider before it is committed, and is given back when it is canceled", async () => {
    const payout = aWithdrawal(bench);
    expect(wordOf(await payout.create({ ...FIAT, commit: false }))).toBe("WITHDRAWAL_CREATED");
    expectMoney(payout, HELD, 0);
    expect(bench.world.fiat.payout(payout.withdrawalId)).toBeNull();
    expect(wordOf(await payout.command("cancel"))).toBe("WITHDRAWAL_CANCELED");
    await payout.result();
    expectMoney(payout, NOTHING_MOVED, 0);
  });

  test("that waits is settled by a webhook, and one that never comes is made up for by a look", async () => {
    const payout = await aPendingOne();
    bench.world.fiat.setPayout(payout.withdrawalId, "needs-user");
    expect(wordOf(await payout.command("refresh"))).toBe("WITHDRAWAL_PENDING_USER_ACTION");
    bench.world.fiat.setPayout(payout.withdrawalId, "pending");
    expect(wordOf(await payout.command("refresh"))).toBe("WITHDRAWAL_PENDING");
    bench.world.fiat.setPayout(payout.withdrawalId, "paid", { feeAmount: "0.50" });
    await Promise.all([payout.hint(), payout.hint(), payout.command("refresh")]);
    expect((await payout.result()).status).toBe("WITHDRAWAL_COMPLETED");
    expectMoney(payout, PAID, 1);
    await keepHistory(payout.handle, "withdrawal/payout-waited-for");
  });

  test.each(["failed", "canceled"] as const)("that the provider %s is given back", async (state) => {
    const payout = await aPendingOne();
    bench.world.fiat.setPayout(payout.withdrawalId, state, { reason: "the account was closed", reasonCode: "12" });
    await payout.hint();
    expect((await payout.result()).status).toBe(`WITHDRAWAL_${state.toUpperCase()}`);
    expectMoney(payout, NOTHING_MOVED, 1);
    await keepHistory(payout.handle, `withdrawal/payout-${state}`);
  });

  test("is canceled while the provider still does it, and not any more once it was paid", async () => {
    const payout = await aPendingOne();
    expect(wordOf(await payout.command("cancel"))).toBe("WITHDRAWAL_CANCELED");
    await payout.result();
    expectMoney(payout, NOTHING_MOVED, 1);
    await keepHistory(payout.handle, "withdrawal/payout-canceled-by-request");
    const late = await aPendingOne();
    bench.world.fiat.setPayout(late.withdrawalId, "paid");
    expect(wordOf(await late.command("cancel"))).toBe("INVALID_STATE");
    expect((await late.result()).status).toBe("WITHDRAWAL_COMPLETED");
    expectMoney(late, PAID, 1);
  });

  test("of a user whom the provider does not pay is refused before anything is held", async () => {
    const payout = aWithdrawal(bench);
    bench.world.fiat.object(payout.userId, "USER_INACTIVE");
    expect(await payout.create(FIAT)).toMatchObject({ refused: "AIRTM_USER_INVALID" });
    expect(payout.statuses()).toEqual([]);
    expectMoney(payout, NOTHING_MOVED, 0);
  });

  test("two against a balance for one: one is paid, one is refused", async () => {
    const userId = bench.world.user("80.00");
    const both = [aWithdrawal(bench, userId), aWithdrawal(bench, userId)];
    const words = (await Promise.all(both.map((payout) => payout.create(FIAT)))).map(wordOf);
    expect(words.sort()).toEqual(["INSUFFICIENT_FUNDS", "WITHDRAWAL_COMPLETED"]);
  });

  test("of commit and cancel at once exactly one happens, and both are answered", async () => {
    const payout = aWithdrawal(bench);
    await payout.create({ ...FIAT, commit: false });
    const words = (await Promise.all([payout.command("commit"), payout.command("cancel")])).map(wordOf);
    const { status } = await payout.result();
    expect(words).toContain(status);
    const isPaid = status === "WITHDRAWAL_COMPLETED";
    expectMoney(payout, isPaid ? PAID : NOTHING_MOVED, isPaid ? 1 : 0);
  });
});

describe("when nobody knows what became of a call", () => {
  test("a creation is found again by its code, and a commit is not repeated into a second payment", async () => {
    const payout = aWithdrawal(bench);
    bench.world.faults.set(payout.workflowId, "create payout", { ...failing(away, 4), when: "after" });
    bench.world.faults.set(payout.workflowId, "commit payout", { ...failing(away, 4), when: "after" });
    const answer = payout.create(FIAT);
    for (const step of ["create payout", "commit payout"]) {
      const { step: at } = await parked(payout, "PROVIDER_UNAVAILABLE");
      expect(at).toBe(step);
      await payout.decide({ action: "retry" });
      await untilMoved(payout, step);
    }
    expect(wordOf(await answer)).toBe("WITHDRAWAL_COMPLETED");
    await payout.result();
    expectMoney(payout, PAID, 1);
    await keepHistory(payout.handle, "withdrawal/payout-unanswered");
  });

  test("a commit that may have happened is given up only on the provider's word", async () => {
    const payout = aWithdrawal(bench);
    bench.world.fiat.afterCommit = "pending";
    bench.world.faults.set(payout.workflowId, "commit payout", { ...failing(away, 4), when: "after" });
    const answer = payout.create(FIAT);
    await parked(payout, "PROVIDER_UNAVAILABLE");
    await payout.decide({ action: "abandon" });
    expect(wordOf(await answer)).toBe("WITHDRAWAL_FAILED");
    bench.world.fiat.afterCommit = "paid";
    expect(bench.world.fiat.payout(payout.withdrawalId)?.state).toBe("canceled");
    await payout.result();
    expectMoney(payout, NOTHING_MOVED, 1);
  });

  test("a commit that was paid meanwhile is not given back, whatever an operator says", async () => {
    const payout = aWithdrawal(bench);
    bench.world.faults.set(payout.workflowId, "commit payout", { ...failing(away, 4), when: "after" });
    const answer = payout.create(FIAT);
    await parked(payout, "PROVIDER_UNAVAILABLE");
    await payout.decide({ action: "abandon" });
    expect(wordOf(await answer)).toBe("WITHDRAWAL_COMPLETED");
    await payout.result();
    expectMoney(payout, PAID, 1);
  });

  test.each(["cancel payout", "read payout"])(
    "a commit that may have happened is not given up because the provider refuses to %s",
    async (question) => {
      const payout = aWithdrawal(bench);
      bench.world.faults.set(payout.workflowId, "commit payout", { ...failing(away, 4), when: "after" });
      const no = () => new StepFailure("PROVIDER_REFUSED", "Airtm answered 404");
      const answer = payout.create(FIAT);
      await parked(payout, "PROVIDER_UNAVAILABLE");
      bench.world.faults.set(payout.workflowId, question, failing(no, 1));
      await payout.decide({ action: "abandon" });
      await parked(payout, "PROVIDER_REFUSED");
      expectMoney(payout, HELD, 1);
      await payout.decide({ action: "retry" });
      expect(wordOf(await answer)).toBe("WITHDRAWAL_COMPLETED");
      await payout.result();
      expectMoney(payout, PAID, 1);
    },
  );

  test("a refusal by the database that answers no command does not close the payment", async () => {
    const payout = await aPendingOne();
    const law = () => new AppError("INVALID_STATE", { id: payout.withdrawalId });
    bench.world.faults.set(payout.workflowId, "record payoutCompleted", failing(law, 1));
    bench.world.fiat.setPayout(payout.withdrawalId, "paid");
    await payout.hint();
    expect((await payout.result()).status).toBe("WITHDRAWAL_COMPLETED");
    expectMoney(payout, PAID, 1);
  });

  test("a question that the provider refuses parks it, and it goes on afterwards", async () => {
    const payout = await aPendingOne();
    const no = () => new StepFailure("PROVIDER_REFUSED", "Airtm answered 404");
    bench.world.faults.set(payout.workflowId, "read payout/2", failing(no, 1));
    await payout.hint();
    await parked(payout, "PROVIDER_REFUSED");
    expectMoney(payout, HELD, 1);
    bench.world.fiat.setPayout(payout.withdrawalId, "paid");
    await payout.decide({ action: "retry" });
    expect((await payout.result()).status).toBe("WITHDRAWAL_COMPLETED");
    expectMoney(payout, PAID, 1);
  });

  test.each(["RECIPIENT_NOT_ELIGIBLE", "PROVIDER_CREDENTIAL_REFUSED"] as const)(
    "%s parks for a person, and a second try pays once",
    async (problem) => {
      const payout = aWithdrawal(bench);
      const error = () => new StepFailure(problem, "because");
      bench.world.faults.set(payout.workflowId, "create payout", failing(error, 1));
      const answer = payout.create(FIAT);
      expect(await parked(payout, problem)).toMatchObject({ nextAttemptAt: null });
      expectMoney(payout, HELD, 0);
      await payout.decide({ action: "retry" });
      expect(wordOf(await answer)).toBe("WITHDRAWAL_COMPLETED");
      await payout.result();
      expectMoney(payout, PAID, 1);
    },
  );

  test("a definite no gives the money back", async () => {
    const payout = aWithdrawal(bench);
    const no = () => new StepFailure("PROVIDER_REFUSED", "the account cannot receive (415061)");
    bench.world.faults.set(payout.workflowId, "create payout", failing(no, 1));
    expect(wordOf(await payout.create(FIAT))).toBe("WITHDRAWAL_FAILED");
    await payout.result();
    expectMoney(payout, NOTHING_MOVED, 0);
    await keepHistory(payout.handle, "withdrawal/payout-refused");
  });

  test("a freeze parks it until it is lifted", async () => {
    const payout = aWithdrawal(bench);
    const frozen = () => new StepFailure("SIGNING_FROZEN", "outgoing money is frozen", { retryAfterMs: 1 });
    bench.world.faults.set(payout.workflowId, "commit payout", failing(frozen, 4));
    const answer = payout.create(FIAT);
    await parked(payout, "SIGNING_FROZEN");
    expectMoney(payout, HELD, 0);
    await payout.decide({ action: "retry" });
    expect(wordOf(await answer)).toBe("WITHDRAWAL_COMPLETED");
    await payout.result();
    expectMoney(payout, PAID, 1);
  });
});

describe("a payout that was given back and is paid after all", () => {
  test("takes the money back, once", async () => {
    const payout = await aReturnedOne();
    expect((await payout.reopen()).status).toBe("WITHDRAWAL_FAILED"); // nothing was paid: nothing happens
    bench.world.fiat.setPayout(payout.withdrawalId, "paid");
    for (let time = 0; time < 2; time += 1) expect((await payout.reopen()).status).toBe("WITHDRAWAL_COMPLETED");
    expectMoney(payout, PAID, 1);
    expect(bench.world.ledger.balance(ledgerAccounts.paidAfterReturn)).toBe(0n);
  });

  test("is found by our code, though it was given back before we knew of it", async () => {
    const payout = aWithdrawal(bench);
    const refused = { ...failing(() => new StepFailure("PROVIDER_REFUSED", "no"), 1), when: "after" } as const;
    bench.world.faults.set(payout.workflowId, "create payout", refused);
    expect(wordOf(await payout.create(FIAT))).toBe("WITHDRAWAL_FAILED");
    await payout.result();
    bench.world.fiat.setPayout(payout.withdrawalId, "paid");
    expect((await payout.reopen()).status).toBe("WITHDRAWAL_COMPLETED");
    expectMoney(payout, PAID, 0);
  });

  test("answers who cancels it once more meanwhile, and comes to its end", async () => {
    const payout = await aPendingOne();
    bench.world.fiat.setPayout(payout.withdrawalId, "canceled");
    await payout.hint();
    await payout.result();
    const held = gate();
    bench.world.faults.set(payout.workflowId, "read payout/3", held.fault);
    const reopened = payout.reopen();
    await held.reached;
    expect(wordOf(await payout.command("cancel"))).toBe("WITHDRAWAL_CANCELED");
    held.open();
    expect((await reopened).status).toBe("WITHDRAWAL_CANCELED");
  });

  test("stands where reconciliation shows it when the user has spent the money", async () => {
    const payout = await aReturnedOne();
    const spent = transfer(
      "adjust",
      ledgerAccounts.available(payout.userId),
      ledgerAccounts.manual,
      parseOrderAmount("60.00"),
    );
    bench.world.ledger.record(`spent/${payout.withdrawalId}`, { entry: spent });
    bench.world.fiat.setPayout(payout.withdrawalId, "paid");
    expect((await payout.reopen()).status).toBe("WITHDRAWAL_COMPLETED");
    await keepHistory(payout.handle, "withdrawal/payout-paid-after-return");
    expect(moneyOf(payout)).toEqual({ available: "20.00", withdrawing: "0.00" });
    expect(formatAmount(bench.world.ledger.balance(ledgerAccounts.paidAfterReturn))).toBe("-50.00");
    expect(bench.world.ledger.sum()).toBe(0n);
  });
});

const CALLS = [
  ...["eligible", "require ready", "record withdrawalCreated", "record payoutCommitted", "create payout"],
  ...["commit payout", "record payoutPending", "read payout", "record payoutCompleted"],
];
test("no money is lost or made, whichever call fails before or after its effect, or is run twice", async () => {
  const ways: readonly Fault[] = [failing(away, 1), { ...failing(away, 1), when: "after" }, { kind: "twice" }];
  await Promise.all(
    ways.map(async (fault) => {
      const payout = aWithdrawal(bench);
      for (const call of CALLS) bench.world.faults.set(payout.workflowId, call, fault);
      expect(wordOf(await payout.create(FIAT))).toBe("WITHDRAWAL_COMPLETED");
      await payout.result();
      expect(bench.world.faults.calls(payout.workflowId)).toEqual(CALLS);
      expectMoney(payout, PAID, 1);
    }),
  );
});

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);

const away = () => new StepFailure("PROVIDER_UNAVAILABLE", "nobody answered", { retryAfterMs: 1 });

/** Committed; the provider has not paid yet. */
async function aPendingOne(): Promise<WithdrawalDriver> {
  const payout = aWithdrawal(bench);
  const held = gate();
  bench.world.faults.set(payout.workflowId, "read payout", held.fault);
  const answer = payout.create(FIAT);
  await held.reached;
  bench.world.fiat.setPayout(payout.withdrawalId, "pending");
  held.open();
  expect(wordOf(await answer)).toBe("WITHDRAWAL_PENDING");
  expectMoney(payout, HELD, 1);
  return payout;
}

async function aReturnedOne(): Promise<WithdrawalDriver> {
  const payout = await aPendingOne();
  bench.world.fiat.setPayout(payout.withdrawalId, "failed");
  await payout.hint();
  expect((await payout.result()).status).toBe("WITHDRAWAL_FAILED");
  return payout;
}

async function untilMoved(payout: WithdrawalDriver, from: string): Promise<void> {
  const hasMoved = async () => {
    const { step, parkedReason } = await payout.progress();
    return step !== from || parkedReason === null;
  };
  while (!(await hasMoved())) await new Promise((resolve) => setTimeout(resolve, 20));
}

function failing(error: () => Error, times: number): Extract<Fault, { kind: "fail" }> {
  return { kind: "fail", when: "before", times, error };
}

const moneyOf = ({ userId }: WithdrawalDriver) => ({
  available: formatAmount(bench.world.ledger.balance(ledgerAccounts.available(userId))),
  withdrawing: formatAmount(bench.world.ledger.balance(ledgerAccounts.withdrawing(userId))),
});

function expectMoney(payout: WithdrawalDriver, money: object, commits: number): void {
  expect(moneyOf(payout)).toEqual(money);
  expect(bench.world.fiat.commits(payout.withdrawalId)).toBe(commits);
  expect(bench.world.ledger.sum()).toBe(0n);
}
