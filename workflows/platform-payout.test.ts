import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { StepFailure } from "../activities/failures.ts";
import { AppError } from "../domain/errors.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../tests/support/workflows/bench.ts";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { BAD_DESTINATION } from "../tests/support/workflows/fake-world.ts";
import { type Fault, gate } from "../tests/support/workflows/faults.ts";
import { brokenMoney, moneyOf } from "../tests/support/workflows/money.ts";
import { parked } from "../tests/support/workflows/order-driver.ts";
import { wordOf } from "../tests/support/workflows/outcome.ts";
import { aPlatformPayout, type PlatformPayoutDriver } from "../tests/support/workflows/platform-payout-driver.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("platform-payout");
});
afterAll(() => bench.close());

const NOTHING_MOVED = { available: "80.00", withdrawing: "0.00", wallet: "80.00" };
const PAID = { available: "30.00", withdrawing: "0.00", wallet: "30.00" };

describe("a platform payout", () => {
  test("moves nothing before it is approved, and is then sent once", async () => {
    const payout = await aRequest();
    expectMoney(payout, NOTHING_MOVED);
    expect(wordOf(await payout.command("approve"))).toBe("PLATFORM_PAYOUT_COMPLETED");
    expect(await payout.result()).toMatchObject({ status: "PLATFORM_PAYOUT_COMPLETED" });
    expectMoney(payout, PAID);
    expect(bench.world.chain.attemptsOf(payout.workflowId)).toHaveLength(1);
    await keepHistory(payout.handle, "platformPayout/completed");
  });

  test("that is withdrawn is over", async () => {
    const payout = await aRequest();
    expect(wordOf(await payout.command("cancel", "key_first"))).toBe("PLATFORM_PAYOUT_CANCELED");
    expect(await payout.result()).toMatchObject({ status: "PLATFORM_PAYOUT_CANCELED" });
    expectMoney(payout, NOTHING_MOVED);
    await keepHistory(payout.handle, "platformPayout/canceled");
  });

  test("whose approval is refused goes on waiting for another one", async () => {
    const payout = await aRequest();
    const error = () => new AppError("SECOND_KEY_REQUIRED");
    bench.world.faults.set(payout.workflowId, "record platformPayoutApproved", failing(error, 1));
    expect(wordOf(await payout.command("approve", "key_first"))).toBe("SECOND_KEY_REQUIRED");
    expectMoney(payout, NOTHING_MOVED);
    expect(wordOf(await payout.command("approve"))).toBe("PLATFORM_PAYOUT_COMPLETED");
    expectMoney(payout, PAID);
  });

  test("that could not arrive is refused with nothing written, and so is what is asked of it", async () => {
    const payout = aPlatformPayout(bench);
    expect(wordOf(await payout.request({ destination: BAD_DESTINATION }))).toBe("WITHDRAWAL_DESTINATION_INVALID");
    expect(payout.statuses()).toEqual([]);
    expect(wordOf(await payout.command("approve"))).toBe("NOT_FOUND");
  });

  test.each(["FUNDS_NOT_FREE", "DESTINATION_INVALID", "TRANSACTION_REFUSED"] as const)(
    "that ends as %s has failed, and the money is where it was",
    async (problem) => {
      const payout = await aRequest();
      bench.world.chain.decide(`${payout.workflowId}#pay-out`, [{ fails: problem }]);
      expect(wordOf(await payout.command("approve"))).toBe("PLATFORM_PAYOUT_FAILED");
      expect(await payout.result()).toMatchObject({ status: "PLATFORM_PAYOUT_FAILED" });
      expectMoney(payout, NOTHING_MOVED);
      await keepHistory(payout.handle, "platformPayout/failed");
    },
  );

  test("whose first attempt is dead is paid by the second, once; parked and abandoned it has failed", async () => {
    const payout = await aRequest();
    bench.world.chain.decide(`${payout.workflowId}#pay-out`, ["expires"]);
    expect(wordOf(await payout.command("approve"))).toBe("PLATFORM_PAYOUT_COMPLETED");
    expectMoney(payout, PAID);
    const abandoned = await aRequest();
    const error = () => new StepFailure("SIGNER_UNAVAILABLE", "no key");
    bench.world.faults.set(abandoned.workflowId, "prepare pay-out", failing(error, 1));
    const answer = abandoned.command("approve");
    await parked(abandoned, "SIGNER_UNAVAILABLE");
    await abandoned.decide({ action: "abandon" });
    expect(wordOf(await answer)).toBe("PLATFORM_PAYOUT_FAILED");
    expectMoney(abandoned, NOTHING_MOVED);
  });

  test("that is on its way is not withdrawn, and a second approval joins the first", async () => {
    const payout = await aRequest();
    const held = gate();
    bench.world.faults.set(payout.workflowId, "confirm pay-out", held.fault);
    const answers = [payout.command("approve"), payout.command("approve")];
    await held.reached;
    expect(wordOf(await payout.command("cancel"))).toBe("INVALID_STATE");
    held.open();
    expect((await Promise.all(answers)).map(wordOf)).toEqual(Array(2).fill("PLATFORM_PAYOUT_COMPLETED"));
    expectMoney(payout, PAID);
  });

  test("of two approvals and a cancel at once exactly one happens, and all are answered", async () => {
    const payout = await aRequest();
    const commands = [payout.command("approve", "key_b"), payout.command("cancel"), payout.command("approve", "key_c")];
    const words = (await Promise.all(commands)).map(wordOf);
    const { status } = await payout.result();
    expect(words).toContain(status);
    const isPaid = status === "PLATFORM_PAYOUT_COMPLETED";
    expectMoney(payout, isPaid ? PAID : NOTHING_MOVED);
    expect(bench.world.chain.attemptsOf(payout.workflowId)).toHaveLength(isPaid ? 1 : 0);
  });
});

const CALLS = [
  ...["check platform payout", "record platformPayoutRequested", "record platformPayoutApproved"],
  ...["prepare pay-out", "submit pay-out", "confirm pay-out"],
];
test("no money is lost or made, whichever call fails before or after its effect, or is run twice", async () => {
  const transient = () => new StepFailure("CHAIN_UNREACHABLE", "nobody answered", { retryAfterMs: 1 });
  const ways: readonly Fault[] = [
    failing(transient, 1),
    { ...failing(transient, 1), when: "after" },
    { kind: "twice" },
  ];
  await Promise.all(
    ways.map(async (fault) => {
      const payout = aPlatformPayout(bench);
      for (const call of CALLS) bench.world.faults.set(payout.workflowId, call, fault);
      expect(wordOf(await payout.request())).toBe("PLATFORM_PAYOUT_REQUESTED");
      expect(wordOf(await payout.command("approve"))).toBe("PLATFORM_PAYOUT_COMPLETED");
      expect(bench.world.faults.calls(payout.workflowId)).toEqual(CALLS);
      expectMoney(payout, PAID);
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

async function aRequest(): Promise<PlatformPayoutDriver> {
  const payout = aPlatformPayout(bench);
  expect(wordOf(await payout.request())).toBe("PLATFORM_PAYOUT_REQUESTED");
  return payout;
}

function failing(error: () => Error, times: number): Extract<Fault, { kind: "fail" }> {
  return { kind: "fail", when: "before", times, error };
}

function expectMoney({ userId, workflowId }: PlatformPayoutDriver, money: object): void {
  expect(moneyOf(bench.world, userId)).toMatchObject(money);
  expect(brokenMoney(bench.world, { users: [userId], workflows: [workflowId] })).toEqual([]);
}
