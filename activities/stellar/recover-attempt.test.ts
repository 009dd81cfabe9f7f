import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { loadAttempt } from "../storage/chain-transactions.ts";
import type { RememberedAttempt } from "../storage/restore-attempt.ts";
import { storageStepInFlight } from "../storage/step-in-flight.ts";
import { type ChainScene, chainScene } from "../testing/chain-scene.ts";
import {
  activityEnvironment,
  type ChainStepBench,
  chainStepBench,
  type StepToPrepare,
} from "../testing/chain-step-bench.ts";
import { forgetAttempt } from "../testing/forget-attempt.ts";
import { anOutsider, type Outsider } from "../testing/outsider.ts";
import { problemOf } from "../testing/problem-of.ts";
import { stellarRecoverTx } from "./recover-tx.ts";

let scene: ChainScene;
let bench: ChainStepBench;
let outsider: Outsider;
beforeAll(async () => {
  scene = await chainScene();
  bench = chainStepBench(scene);
  outsider = await anOutsider(scene);
});
afterAll(() => scene.close());

async function prepared(step: StepToPrepare): Promise<RememberedAttempt> {
  const answer = await bench.prepare(step);
  if (answer.kind !== "prepared") throw new Error("nothing was signed");
  return answer;
}
async function carryOut(txId: string) {
  await bench.submit(txId);
  return bench.confirm(txId);
}
const untilItIsOver = () => scene.control("POST", "/clock", { advanceSeconds: scene.settings.transactionSeconds + 1 });
const usdcOf = async (address: string) => (await scene.stellar.account(address))?.usdc?.stroops;
const aPayment = async () => {
  const { userId, address } = await scene.user("500.00");
  return { userId, address, step: await bench.withdrawal(userId, outsider.address) };
};
/** Signed, sent and applied, and then the row is gone. */
async function applied(step: StepToPrepare): Promise<RememberedAttempt> {
  const remembered = await prepared(step);
  await bench.submit(remembered.txId);
  await bench.appliedOnChain(remembered.txId);
  await forgetAttempt(scene.db, remembered.txId);
  return remembered;
}

describe("an attempt that the database forgot and the workflow remembers", () => {
  test("and that was applied is booked once, and nothing else is paid", async () => {
    const { step, address, userId } = await aPayment();
    const remembered = await applied(step);
    const again = await prepared({ ...step, remembered });
    expect(again).toEqual(remembered);
    expect(await carryOut(again.txId)).toMatchObject({ kind: "succeeded", receipt: { txHash: remembered.hash } });
    expect(await usdcOf(address)).toBe(4_900_000_000n);
    expect(await bench.withdrawing(userId)).toBe("0.00");
    expect(await prepared({ ...step, remembered })).toEqual(remembered);
  });

  test("and that was applied is settled when an operator names it", async () => {
    const { step, address } = await aPayment();
    const remembered = await applied(step);
    const settled = await prepared({ ...step, remembered, isDeclaredSettled: true, settledBy: remembered.hash });
    expect(await bench.confirm(settled.txId)).toMatchObject({ kind: "succeeded" });
    expect(await usdcOf(address)).toBe(4_900_000_000n);
  });

  test("and that was never sent keeps the step from signing until it is proven dead; then the next is the second", async () => {
    const { step, address } = await aPayment();
    const remembered = await prepared(step);
    await forgetAttempt(scene.db, remembered.txId);
    expect(await prepared({ ...step, remembered })).toEqual(remembered);
    expect(await prepared({ ...step, remembered: null })).toEqual(remembered); // whoever asks, and whatever they know
    expect(await bench.submit(remembered.txId)).toBe("forgotten");
    await untilItIsOver();
    expect(await bench.confirm(remembered.txId)).toMatchObject({ kind: "expired" });
    const second = await prepared(step);
    expect(second).toMatchObject({ generation: 2 });
    expect(await carryOut(second.txId)).toMatchObject({ kind: "succeeded" });
    expect(await usdcOf(address)).toBe(4_900_000_000n);
  });

  test("of the second generation is found as well", async () => {
    const { step, address } = await aPayment();
    const first = await prepared(step);
    await untilItIsOver();
    await bench.confirm(first.txId);
    const second = await applied(step);
    expect(second.generation).toBe(2);
    expect(await prepared({ ...step, remembered: second })).toEqual(second);
    expect(await carryOut(second.txId)).toMatchObject({ kind: "succeeded" });
    expect(await usdcOf(address)).toBe(4_900_000_000n);
  });

  test("is found although its account has signed for another step meanwhile, and each is paid once", async () => {
    const { step, userId, address } = await aPayment();
    const remembered = await prepared(step);
    await forgetAttempt(scene.db, remembered.txId);
    const other = await bench.withdrawal(userId, outsider.address, "20.00");
    const taken = await prepared(other); // the same sequence number: only one of the two can apply
    expect(taken.sequence).toBe(remembered.sequence);
    expect(await problemOf(bench.prepare({ ...step, remembered }))).toBe("LANE_BUSY");
    expect(await carryOut(taken.txId)).toMatchObject({ kind: "succeeded" });
    expect(await prepared({ ...step, remembered })).toEqual(remembered);
    await untilItIsOver();
    expect(await bench.confirm(remembered.txId)).toMatchObject({
      kind: "expired",
      proof: { reason: "SEQUENCE_CONSUMED" },
    });
    expect(await carryOut((await prepared(step)).txId)).toMatchObject({ kind: "succeeded" });
    expect(await usdcOf(address)).toBe(4_700_000_000n);
  });

  test("is made again while signing is frozen: it is no new signature", async () => {
    const { step } = await aPayment();
    const remembered = await applied(step);
    await scene.db.sql.query(
      "UPDATE signing_freeze SET frozen = true, reason = 'test', frozen_by = 'test', frozen_at = now()",
    );
    expect(await prepared({ ...step, remembered })).toEqual(remembered);
    expect(await bench.confirm(remembered.txId)).toMatchObject({ kind: "succeeded" });
    await scene.db.sql.query("UPDATE signing_freeze SET frozen = false");
  });

  test("is not signed again by whoever gives the step up", async () => {
    const { step, address } = await aPayment();
    const remembered = await applied(step);
    const { stepKey, intent, fact } = step;
    const onSuccess = { key: stepKey, caller: { keyId: "key_test", correlationId: "test" }, fact };
    const recover = () =>
      activityEnvironment().run(stellarRecoverTx(bench.deps), { stepKey, intent: intent.kind, onSuccess, remembered });
    await Promise.all([recover(), recover()]);
    expect(await storageStepInFlight(scene)({ stepKey })).toMatchObject({
      txId: remembered.txId,
      hash: remembered.hash,
    });
    expect(await bench.confirm(remembered.txId)).toMatchObject({ kind: "succeeded" });
    expect(await usdcOf(address)).toBe(4_900_000_000n);
  });

  test("is missed loudly by whoever is asked for it alone", async () => {
    const { step } = await aPayment();
    const { txId } = await applied(step);
    expect(await problemOf(bench.submit(txId))).toBe("ATTEMPT_FORGOTTEN");
    expect(await problemOf(bench.confirm(txId))).toBe("ATTEMPT_FORGOTTEN");
    expect(await problemOf(loadAttempt(scene.db, txId))).toBe("ATTEMPT_FORGOTTEN");
  });
});
