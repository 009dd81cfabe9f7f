import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { STEP_PROBLEMS } from "../../domain/chain/problems.ts";
import { type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { type ChainStepBench, chainStepBench } from "../testing/chain-step-bench.ts";
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

const setStatus = (userId: string, status: string) =>
  scene.db.sql.query("UPDATE users SET status = $2 WHERE id = $1", [userId, status]);
const aWithdrawal = async () => {
  const { userId, address } = await scene.user("500.00");
  return { userId, address, step: await bench.withdrawal(userId, outsider.address) };
};
const attempts = async (stepKey: string) =>
  (await scene.db.sql.query("SELECT 1 FROM chain_transaction WHERE step_key = $1", [stepKey])).rows.length;
const settled = async (step: Parameters<ChainStepBench["prepared"]>[0]) => {
  const txId = await bench.prepared(step);
  await bench.submit(txId);
  return bench.confirm(txId);
};

describe("of a suspended user", () => {
  test("no payment is signed before they are reinstated, and then it is paid", async () => {
    const { step, userId } = await aWithdrawal();
    await setStatus(userId, "SUSPENDED");
    expect(await problemOf(bench.prepare(step))).toBe("USER_SUSPENDED");
    expect(await attempts(step.stepKey)).toBe(0);
    await setStatus(userId, "ACTIVE");
    expect(await settled(step)).toMatchObject({ kind: "succeeded" });
  });

  test("a signature made the moment before is not committed", async () => {
    const { step, userId } = await aWithdrawal();
    const signer = {
      ...scene.signer,
      async sign(...args: Parameters<typeof scene.signer.sign>) {
        await scene.signer.sign(...args);
        await setStatus(userId, "SUSPENDED");
      },
    };
    expect(await problemOf(chainStepBench(scene, { signer }).prepare(step))).toBe("USER_SUSPENDED");
    expect(await attempts(step.stepKey)).toBe(0);
  });

  test("what was committed before is found again, sent, and ends as the chain says", async () => {
    const { step, userId } = await aWithdrawal();
    const txId = await bench.prepared(step);
    await setStatus(userId, "SUSPENDED");
    expect(await bench.prepared(step)).toBe(txId);
    expect(await settled(step)).toMatchObject({ kind: "succeeded" });
    expect(await bench.withdrawing(userId)).toBe("0.00");
  });

  test("a payment of somebody else to them goes on", async () => {
    const { userId, address } = await scene.user();
    await setStatus(userId, "SUSPENDED");
    const payer = await scene.user("500.00");
    expect(await settled(await bench.withdrawal(payer.userId, address))).toMatchObject({ kind: "succeeded" });
  });
});

test("a suspension that was answered is true for every signature after it, however the two race", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { step, userId } = await aWithdrawal();
    const [, problem] = await Promise.all([setStatus(userId, "SUSPENDED"), problemOf(bench.prepare(step))]);
    const signed = await attempts(step.stepKey);
    expect([problem, signed]).toEqual(signed === 1 ? ["none", 1] : ["USER_SUSPENDED", 0]);
    if (signed === 0) expect(await problemOf(bench.prepare(step))).toBe("USER_SUSPENDED");
  }
});

test("a person decides: time alone reinstates nobody", () => {
  expect(STEP_PROBLEMS.USER_SUSPENDED.verdict).toBe("park");
});
