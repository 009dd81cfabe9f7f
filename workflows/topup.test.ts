import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { StepFailure } from "../activities/failures.ts";
import { ledgerAccounts } from "../domain/ledger/accounts.ts";
import { formatAmount } from "../domain/money.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../tests/support/workflows/bench.ts";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { eventually } from "../tests/support/workflows/eventually.ts";
import { type Fault, gate } from "../tests/support/workflows/faults.ts";
import { parked } from "../tests/support/workflows/order-driver.ts";
import { wordOf } from "../tests/support/workflows/outcome.ts";
import { aTopUp, type TopUpDriver } from "../tests/support/workflows/topup-driver.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("topup");
});
afterAll(() => bench.close());

const AWAITING = "TOPUP_AWAITING_USER_CONFIRMATION";
const NOTHING = "0.00";

describe("a top-up", () => {
  test("waits for its user and is credited once, net of what the provider kept, however often it is told", async () => {
    const topUp = await anAwaitedOne();
    pay(topUp, { feeAmount: "0.75" });
    await Promise.all([topUp.hint(), topUp.hint(), topUp.command("refresh"), topUp.command("refresh")]);
    expect((await topUp.result()).status).toBe("TOPUP_SUCCEEDED");
    expectCredited(topUp, "49.25");
    expect(formatAmount(bench.world.ledger.balance(ledgerAccounts.airtmFees))).toBe("0.75");
    expect(topUp.statuses()).toEqual(["TOPUP_CREATED", AWAITING, "TOPUP_SUCCEEDED"]);
    await keepHistory(topUp.handle, "topUp/succeeded");
  });

  test("is seen on its way, and what arrives is credited, though it is less than was asked for", async () => {
    const topUp = await anAwaitedOne();
    bench.world.fiat.setPayin(topUp.topUpId, "processing");
    expect(wordOf(await topUp.command("refresh"))).toBe("TOPUP_PROCESSING");
    expect(wordOf(await topUp.command("cancel"))).toBe("INVALID_STATE");
    pay(topUp, { paidAmount: "12.34" });
    await topUp.hint();
    expect((await topUp.result()).status).toBe("TOPUP_SUCCEEDED");
    expectCredited(topUp, "12.34");
    await keepHistory(topUp.handle, "topUp/partly-paid");
  });

  test("that fails after it was on its way credits nothing", async () => {
    const topUp = await anAwaitedOne();
    bench.world.fiat.setPayin(topUp.topUpId, "processing");
    await topUp.command("refresh");
    bench.world.fiat.setPayin(topUp.topUpId, "failed", { reason: "no" });
    expect(wordOf(await topUp.command("refresh"))).toBe("TOPUP_FAILED");
    await topUp.result();
    expectCredited(topUp, NOTHING);
    await keepHistory(topUp.handle, "topUp/failed");
  });

  test("is canceled at the provider, once, whoever asks", async () => {
    const topUp = await anAwaitedOne();
    const words = (await Promise.all([topUp.command("cancel"), topUp.command("cancel")])).map(wordOf);
    expect(words).toEqual(["TOPUP_CANCELED", "TOPUP_CANCELED"]);
    expect((await topUp.result()).status).toBe("TOPUP_CANCELED");
    expectCredited(topUp, NOTHING);
    await keepHistory(topUp.handle, "topUp/canceled");
  });

  test("that was paid when somebody cancels it is credited, and who canceled is told", async () => {
    const topUp = await anAwaitedOne();
    pay(topUp);
    const outcome = await topUp.command("cancel");
    expect([wordOf(outcome), "details" in outcome && outcome.details?.currentState]).toEqual([
      "INVALID_STATE",
      "TOPUP_SUCCEEDED",
    ]);
    expect((await topUp.result()).status).toBe("TOPUP_SUCCEEDED");
    expectCredited(topUp, "50.00");
    await keepHistory(topUp.handle, "topUp/paid-before-canceled");
  });

  test("that is paid after it was over is credited, once, and nothing else reopens it", async () => {
    const topUp = await anAwaitedOne();
    await topUp.command("cancel");
    await topUp.result();
    expect((await topUp.reopen()).status).toBe("TOPUP_CANCELED");
    pay(topUp);
    expect((await topUp.reopen()).status).toBe("TOPUP_SUCCEEDED");
    await keepHistory(topUp.handle, "topUp/paid-late");
    expect((await topUp.reopen()).status).toBe("TOPUP_SUCCEEDED");
    expectCredited(topUp, "50.00");
  });

  test("of a state that nobody knows changes nothing, and says so", async () => {
    const topUp = await anAwaitedOne();
    bench.world.fiat.setPayin(topUp.topUpId, "unknown");
    expect(wordOf(await topUp.command("refresh"))).toBe(AWAITING);
    expect((await topUp.progress()).lastError).toMatch(/do not know/);
    await topUp.command("cancel");
    pay(topUp);
    await topUp.hint();
    await topUp.result();
  });

  test("of a user whom the provider does not let pay is refused, and leaves nothing", async () => {
    const topUp = aTopUp(bench);
    bench.world.fiat.object(topUp.userId, "COUNTRY_NOT_SUPPORTED");
    const outcome = await topUp.create();
    expect(outcome).toMatchObject({ refused: "AIRTM_USER_INVALID", details: { reason: "COUNTRY_NOT_SUPPORTED" } });
    expect(topUp.statuses()).toEqual([]);
  });

  test("that the provider refuses to begin has failed, and nobody waits for it", async () => {
    const topUp = aTopUp(bench);
    const no = () => new StepFailure("PROVIDER_REFUSED", "the description is too long");
    bench.world.faults.set(topUp.workflowId, "create payin", failing(no, 1));
    expect(wordOf(await topUp.create())).toBe("TOPUP_FAILED");
    expect((await topUp.result()).status).toBe("TOPUP_FAILED");
    await keepHistory(topUp.handle, "topUp/refused");
  });

  test("whose creation is not answered is parked, found again by its code, and begun once", async () => {
    const topUp = aTopUp(bench);
    bench.world.faults.set(topUp.workflowId, "create payin", { ...failing(away, 4), when: "after" });
    const answer = topUp.create();
    await parked(topUp, "PROVIDER_UNAVAILABLE");
    await topUp.decide({ action: "retry" });
    expect(wordOf(await answer)).toBe(AWAITING);
    pay(topUp);
    await topUp.hint();
    await topUp.result();
    expectCredited(topUp, "50.00");
    await keepHistory(topUp.handle, "topUp/created-unanswered");
  });

  test("of which the news comes before the answer to its creation is credited at once", async () => {
    const topUp = aTopUp(bench);
    const held = gate();
    bench.world.faults.set(topUp.workflowId, "record topUpAwaiting", held.fault);
    const answer = topUp.create();
    await held.reached;
    pay(topUp);
    await topUp.hint();
    held.open();
    expect([AWAITING, "TOPUP_SUCCEEDED"]).toContain(wordOf(await answer));
    expect((await topUp.result()).status).toBe("TOPUP_SUCCEEDED");
    expectCredited(topUp, "50.00");
  });
});

test("parked while the provider is away, it answers nobody wrongly and goes on when a hint says that it is back", async () => {
  const topUp = await anAwaitedOne();
  bench.world.faults.set(topUp.workflowId, "read payin", failing(away, 4));
  pay(topUp);
  await topUp.hint();
  await parked(topUp, "PROVIDER_UNAVAILABLE");
  await topUp.hint();
  expect((await topUp.result()).status).toBe("TOPUP_SUCCEEDED");
  expectCredited(topUp, "50.00");
});

const CALLS = [
  ...["eligible", "require ready", "record topUpCreated", "create payin", "record topUpAwaiting"],
  ...["read payin", "record topUpSucceeded"],
];
test("no money is lost or made, whichever call fails before or after its effect, or is run twice", async () => {
  const ways: readonly Fault[] = [failing(away, 1), { ...failing(away, 1), when: "after" }, { kind: "twice" }];
  await Promise.all(
    ways.map(async (fault) => {
      const topUp = aTopUp(bench);
      for (const call of CALLS) bench.world.faults.set(topUp.workflowId, call, fault);
      expect(wordOf(await topUp.create())).toBe(AWAITING);
      pay(topUp);
      await topUp.hint();
      await topUp.result();
      expect(bench.world.faults.calls(topUp.workflowId)).toEqual(CALLS);
      expectCredited(topUp, "50.00");
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

async function anAwaitedOne(): Promise<TopUpDriver> {
  const topUp = aTopUp(bench);
  expect(wordOf(await topUp.create())).toBe(AWAITING);
  await eventually(
    topUp.progress,
    ({ waitingFor, nextAttemptAt }) => waitingFor === "provider" && nextAttemptAt !== null,
  );
  return topUp;
}

function pay({ topUpId }: TopUpDriver, change: { paidAmount?: string; feeAmount?: string } = {}): void {
  bench.world.fiat.setPayin(topUpId, "paid", change);
}

function failing(error: () => Error, times: number): Extract<Fault, { kind: "fail" }> {
  return { kind: "fail", when: "before", times, error };
}

function expectCredited({ userId }: TopUpDriver, amount: string): void {
  expect(formatAmount(bench.world.ledger.balance(ledgerAccounts.available(userId)))).toBe(amount);
  expect(bench.world.ledger.sum()).toBe(0n);
}
