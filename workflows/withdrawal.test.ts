import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { StepFailure } from "../activities/failures.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../tests/support/workflows/bench.ts";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { BAD_DESTINATION } from "../tests/support/workflows/fake-world.ts";
import { type Fault, gate } from "../tests/support/workflows/faults.ts";
import { brokenMoney, moneyOf } from "../tests/support/workflows/money.ts";
import { parked } from "../tests/support/workflows/order-driver.ts";
import { wordOf } from "../tests/support/workflows/outcome.ts";
import { aWithdrawal, type WithdrawalDriver } from "../tests/support/workflows/withdrawal-driver.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("withdrawal");
});
afterAll(() => bench.close());

const NOTHING_MOVED = { available: "80.00", withdrawing: "0.00", wallet: "80.00" };
const HELD = { available: "30.00", withdrawing: "50.00", wallet: "80.00" };
const PAID = { available: "30.00", withdrawing: "0.00", wallet: "30.00" };

describe("a withdrawal", () => {
  test("is held, sent once and settled", async () => {
    const withdrawal = aWithdrawal(bench);
    expect(wordOf(await withdrawal.create())).toBe("WITHDRAWAL_COMPLETED");
    expect(await withdrawal.result()).toMatchObject({ status: "WITHDRAWAL_COMPLETED" });
    expectMoney(withdrawal, PAID);
    expect(bench.world.chain.attemptsOf(withdrawal.workflowId)).toHaveLength(1);
    await keepHistory(withdrawal.handle, "withdrawal/completed");
  });

  test("in two steps is held until it is committed", async () => {
    const withdrawal = await aHeldWithdrawal();
    expectMoney(withdrawal, HELD);
    expect(wordOf(await withdrawal.command("refresh"))).toBe("WITHDRAWAL_CREATED");
    expect(wordOf(await withdrawal.command("commit"))).toBe("WITHDRAWAL_COMPLETED");
    expectMoney(withdrawal, PAID);
  });

  test("in two steps is given back when it is canceled", async () => {
    const withdrawal = await aHeldWithdrawal();
    expect(wordOf(await withdrawal.command("cancel"))).toBe("WITHDRAWAL_CANCELED");
    expect(await withdrawal.result()).toMatchObject({ status: "WITHDRAWAL_CANCELED" });
    await keepHistory(withdrawal.handle, "withdrawal/canceled");
    expectMoney(withdrawal, NOTHING_MOVED);
  });

  test.each([
    { refused: "WITHDRAWAL_DESTINATION_INVALID", change: { destinationRef: BAD_DESTINATION } },
    { refused: "INSUFFICIENT_FUNDS", change: { amount: "80.01" } },
  ])("that is refused as $refused leaves nothing behind", async ({ refused, change }) => {
    const withdrawal = aWithdrawal(bench);
    expect(wordOf(await withdrawal.create(change))).toBe(refused);
    expect(withdrawal.statuses()).toEqual([]);
    expectMoney(withdrawal, NOTHING_MOVED);
    expect(wordOf(await withdrawal.command("commit"))).toBe("WITHDRAWAL_NOT_FOUND");
  });

  test("whose network cannot be asked is refused before anything is held, and may be asked for again", async () => {
    const withdrawal = aWithdrawal(bench);
    const away = () => new StepFailure("CHAIN_UNREACHABLE", "nobody answered", { retryAfterMs: 1 });
    bench.world.faults.set(withdrawal.workflowId, "check payout", failing(away, 4));
    expect(wordOf(await withdrawal.create())).toBe("STELLAR_NETWORK_ERROR");
    expectMoney(withdrawal, NOTHING_MOVED);
    expect(wordOf(await withdrawal.create())).toBe("WITHDRAWAL_COMPLETED");
    expectMoney(withdrawal, PAID);
  });

  test.each(["TRANSACTION_REFUSED", "DESTINATION_INVALID"] as const)(
    "that the chain ends as %s is returned",
    async (problem) => {
      const withdrawal = aWithdrawal(bench);
      bench.world.chain.decide(`${withdrawal.workflowId}#send`, [{ fails: problem }]);
      expect(wordOf(await withdrawal.create())).toBe("WITHDRAWAL_FAILED");
      expect(await withdrawal.result()).toMatchObject({ status: "WITHDRAWAL_FAILED" });
      await keepHistory(withdrawal.handle, "withdrawal/refused-and-returned");
      expectMoney(withdrawal, NOTHING_MOVED);
    },
  );

  test("whose every attempt is proven dead is returned", async () => {
    const withdrawal = aWithdrawal(bench);
    bench.world.chain.decide(
      `${withdrawal.workflowId}#send`,
      Array.from({ length: 5 }, () => "expires" as const),
    );
    expect(wordOf(await withdrawal.create())).toBe("WITHDRAWAL_FAILED");
    expect(bench.world.chain.attemptsOf(withdrawal.workflowId).map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 5 }, () => "EXPIRED"),
    );
    expectMoney(withdrawal, NOTHING_MOVED);
  });

  test("of which the first attempt is dead pays by the second, once", async () => {
    const withdrawal = aWithdrawal(bench);
    bench.world.chain.decide(`${withdrawal.workflowId}#send`, ["expires"]);
    expect(wordOf(await withdrawal.create())).toBe("WITHDRAWAL_COMPLETED");
    expectMoney(withdrawal, PAID);
  });

  test("that is parked and declared settled is not paid again, and abandoned it is returned", async () => {
    const withdrawal = aWithdrawal(bench);
    const lost = () => new StepFailure("SIGNER_UNAVAILABLE", "no key");
    bench.world.faults.set(withdrawal.workflowId, "prepare send", failing(lost, 1));
    const answer = withdrawal.create();
    await parked(withdrawal, "SIGNER_UNAVAILABLE");
    await withdrawal.decide({ action: "markSettled", evidence: { txHash: "f00d" } });
    await parked(withdrawal, "STATE_UNEXPECTED");
    expect(bench.world.chain.attemptsOf(withdrawal.workflowId)).toEqual([]);
    await withdrawal.decide({ action: "abandon" });
    expect(wordOf(await answer)).toBe("WITHDRAWAL_FAILED");
    expectMoney(withdrawal, NOTHING_MOVED);
    await withdrawal.result();
    await keepHistory(withdrawal.handle, "withdrawal/parked-and-abandoned");
  });
});

describe("while it is being sent", () => {
  test("commit and cancel are refused, and refresh answers the present state", async () => {
    const withdrawal = await aHeldWithdrawal();
    const held = gate();
    bench.world.faults.set(withdrawal.workflowId, "confirm send", held.fault);
    const commit = withdrawal.command("commit");
    await held.reached;
    expect(wordOf(await withdrawal.command("commit"))).toBe("WITHDRAWAL_NOT_COMMITTABLE");
    expect(wordOf(await withdrawal.command("cancel"))).toBe("INVALID_STATE");
    expect(wordOf(await withdrawal.command("refresh"))).toBe("WITHDRAWAL_PENDING");
    held.open();
    expect(wordOf(await commit)).toBe("WITHDRAWAL_COMPLETED");
    expect(wordOf(await withdrawal.command("commit"))).toMatch(/^(GONE|WITHDRAWAL_NOT_COMMITTABLE)$/);
    expectMoney(withdrawal, PAID);
  });

  test.each([
    ["commit", "cancel"],
    ["commit", "commit"],
    ["cancel", "cancel"],
  ] as const)("of %s and %s at once exactly one happens, and both are answered", async (one, other) => {
    const withdrawal = await aHeldWithdrawal();
    const words = (await Promise.all([withdrawal.command(one), withdrawal.command(other)])).map(wordOf);
    const { status } = await withdrawal.result();
    expect(words).toContain(status);
    expectMoney(withdrawal, status === "WITHDRAWAL_COMPLETED" ? PAID : NOTHING_MOVED);
    expect(bench.world.chain.attemptsOf(withdrawal.workflowId)).toHaveLength(status === "WITHDRAWAL_COMPLETED" ? 1 : 0);
  });

  test("two withdrawals at once against a balance for one: one is paid, one is refused", async () => {
    const userId = bench.world.user("80.00");
    const both = [aWithdrawal(bench, userId), aWithdrawal(bench, userId)];
    const words = (await Promise.all(both.map((withdrawal) => withdrawal.create()))).map(wordOf);
    expect(words.sort()).toEqual(["INSUFFICIENT_FUNDS", "WITHDRAWAL_COMPLETED"]);
    expect(moneyOf(bench.world, userId)).toMatchObject(PAID);
  });
});

const CALLS = ["eligible", "check payout", "record withdrawalCreated", "record withdrawalCommitted"].concat(
  ["prepare", "submit", "confirm"].map((call) => `${call} send`),
);
test("no money is lost or made, whichever call fails before or after its effect, or is run twice", async () => {
  const transient = () => new StepFailure("CHAIN_UNREACHABLE", "nobody answered", { retryAfterMs: 1 });
  const ways: readonly Fault[] = [
    failing(transient, 1),
    { ...failing(transient, 1), when: "after" },
    { kind: "twice" },
  ];
  await Promise.all(
    ways.map(async (fault) => {
      const withdrawal = aWithdrawal(bench);
      for (const call of CALLS) bench.world.faults.set(withdrawal.workflowId, call, fault);
      expect(wordOf(await withdrawal.create())).toBe("WITHDRAWAL_COMPLETED");
      expect(bench.world.faults.calls(withdrawal.workflowId)).toEqual(CALLS);
      expectMoney(withdrawal, PAID);
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

async function aHeldWithdrawal(): Promise<WithdrawalDriver> {
  const withdrawal = aWithdrawal(bench);
  expect(wordOf(await withdrawal.create({ commit: false }))).toBe("WITHDRAWAL_CREATED");
  return withdrawal;
}

function failing(error: () => Error, times: number): Extract<Fault, { kind: "fail" }> {
  return { kind: "fail", when: "before", times, error };
}

function expectMoney({ userId, workflowId }: WithdrawalDriver, money: object): void {
  expect(moneyOf(bench.world, userId)).toMatchObject(money);
  expect(brokenMoney(bench.world, { users: [userId], workflows: [workflowId] })).toEqual([]);
}
