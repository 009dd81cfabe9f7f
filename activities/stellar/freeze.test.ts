import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { STEP_PROBLEMS } from "../../domain/chain/problems.ts";
import { commitAttempt, loadAttempt } from "../storage/chain-transactions.ts";
import { type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { type ChainStepBench, chainStepBench } from "../testing/chain-step-bench.ts";
import { creditedTo, followDeposits, untilCaughtUp } from "../testing/deposit-follower.ts";
import { anOutsider, type Outsider } from "../testing/outsider.ts";
import { problemOf } from "../testing/problem-of.ts";

let scene: ChainScene;
let bench: ChainStepBench;
let outsider: Outsider;
beforeAll(async () => {
  scene = await chainScene();
  bench = chainStepBench(scene);
  outsider = await anOutsider(scene);
});
afterAll(() => scene.close());
afterEach(() => thaw());

const freeze = () =>
  scene.db.sql.query(
    "UPDATE signing_freeze SET frozen = true, reason = 'drill', frozen_by = 'key_one', frozen_at = now()",
  );
const thaw = () => scene.db.sql.query("UPDATE signing_freeze SET frozen = false");
const aWithdrawal = async () => {
  const { userId, address } = await scene.user("500.00");
  return { userId, address, step: await bench.withdrawal(userId, outsider.address) };
};
const sentBy = async (address: string) => {
  const { transactions } = await scene.control("GET", `/stellar/transactions?account=${address}`);
  return (transactions as { source: string }[]).filter(({ source }) => source === address);
};
const attempts = async (stepKey: string) =>
  (await scene.db.sql.query("SELECT 1 FROM chain_transaction WHERE step_key = $1", [stepKey])).rows.length;

describe("while outgoing money is frozen,", () => {
  test("no key signs, whatever it is asked to sign", async () => {
    const { step, address } = await aWithdrawal();
    const { transaction } = await scene.build(step.intent);
    await freeze();
    expect(await problemOf(scene.signer.sign([address], transaction))).toBe("SIGNING_FROZEN");
    expect(transaction.signatures).toHaveLength(0);
    expect(await problemOf(bench.prepare(step))).toBe("SIGNING_FROZEN");
    expect(await attempts(step.stepKey)).toBe(0);
  });

  test("a signature made the moment before is not committed", async () => {
    const { step } = await aWithdrawal();
    const signer = {
      ...scene.signer,
      async sign(...args: Parameters<typeof scene.signer.sign>) {
        await scene.signer.sign(...args);
        await freeze();
      },
    };
    expect(await problemOf(chainStepBench(scene, { signer }).prepare(step))).toBe("SIGNING_FROZEN");
    expect(await attempts(step.stepKey)).toBe(0);
  });

  test("what is signed and not sent stays unsent, and is sent when it is let go", async () => {
    const { step, address } = await aWithdrawal();
    const txId = await bench.prepared(step);
    await freeze();
    expect(await problemOf(bench.submit(txId))).toBe("SIGNING_FROZEN");
    expect(await sentBy(address)).toEqual([]);
    await thaw();
    expect(await bench.submit(txId)).toBe("accepted");
    expect(await bench.confirm(txId)).toMatchObject({ kind: "succeeded" });
  });

  test("what expired unsent is proven dead, and signed anew when it is let go", async () => {
    const { step, address } = await aWithdrawal();
    const txId = await bench.prepared(step);
    await freeze();
    await scene.control("POST", "/clock", { advanceSeconds: scene.settings.transactionSeconds + 1 });
    expect(await bench.confirm(txId)).toMatchObject({ kind: "expired" });
    expect(await problemOf(bench.prepare(step))).toBe("SIGNING_FROZEN");
    await thaw();
    const again = await bench.prepared(step);
    expect(await loadAttempt(scene.db, again)).toMatchObject({ generation: 2 });
    await bench.submit(again);
    await bench.confirm(again);
    expect(await sentBy(address)).toHaveLength(1);
  });

  test("what was sent before ends as the chain says, and is booked", async () => {
    const { step, userId } = await aWithdrawal();
    const txId = await bench.prepared(step);
    await bench.submit(txId);
    await freeze();
    expect(await bench.confirm(txId)).toMatchObject({ kind: "succeeded" });
    expect(await bench.withdrawing(userId)).toBe("0.00");
  });

  test("deposits are credited", async () => {
    const { userId, address } = await scene.user();
    const follower = followDeposits(scene);
    await freeze();
    await scene.control("POST", "/stellar/mint", { address, amount: "7.00" });
    await untilCaughtUp(scene);
    await follower.stop();
    expect((await creditedTo(scene, userId)).deposits).toEqual([70_000_000n]);
  });
});

test("time heals it: nobody has to touch a payment when the freeze is over", () => {
  expect(STEP_PROBLEMS.SIGNING_FROZEN.verdict).toBe("retry");
});

test("an attempt that was committed is found again while frozen, and never signed twice", async () => {
  const { step } = await aWithdrawal();
  const txId = await bench.prepared(step);
  await freeze();
  expect(await bench.prepared(step)).toBe(txId);
  const stored = await loadAttempt(scene.db, txId);
  const { statuses, id } = { statuses: ["WITHDRAWAL_PENDING"] as const, id: step.payout.withdrawalId };
  const again = await commitAttempt(scene.db, {
    ...stored,
    requires: { noun: "withdrawal", id, statuses },
    deploymentId: null,
  });
  expect(again.id).toBe(txId);
});
