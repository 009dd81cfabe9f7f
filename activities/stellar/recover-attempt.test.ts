import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { loadAttempt } from "../storage/chain-transactions.ts";
import { type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { type ChainStepBench, chainStepBench, type Withdrawal } from "../testing/chain-step-bench.ts";
import { forgetAttempt } from "../testing/forget-attempt.ts";
import { anOutsider, type Outsider } from "../testing/outsider.ts";

let scene: ChainScene;
let bench: ChainStepBench;
let outsider: Outsider;
beforeAll(async () => {
  scene = await chainScene();
  bench = chainStepBench(scene);
  outsider = await anOutsider(scene);
});
afterAll(() => scene.close());

const prepared = async (step: Withdrawal & { remembered?: unknown }) => {
  const answer = await bench.prepare(step as never);
  if (answer.kind !== "prepared") throw new Error("not prepared");
  return answer;
};
const carryOut = async (txId: string) => {
  await bench.submit(txId);
  return bench.confirm(txId);
};

describe("an attempt that the database forgot and the workflow remembers", () => {
  test("and that was applied is booked once, and nothing else is paid", async () => {
    const { userId, address } = await scene.user("500.00");
    const step = await bench.withdrawal(userId, outsider.address);
    const remembered = await prepared(step);
    await bench.submit(remembered.txId);
    await bench.appliedOnChain(remembered.txId);
    await forgetAttempt(scene.db, remembered.txId);
    const again = await prepared({ ...step, remembered });
    expect(again.hash).toBe(remembered.hash);
    expect(await carryOut(again.txId)).toMatchObject({ kind: "succeeded" });
    expect((await scene.stellar.account(address))?.usdc?.stroops).toBe(4_900_000_000n);
    expect(await loadAttempt(scene.db, again.txId)).toMatchObject({ hash: remembered.hash });
  });
});
