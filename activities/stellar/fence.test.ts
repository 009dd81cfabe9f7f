import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { ChainIntent } from "../../domain/chain/intent.ts";
import { commitAttempt, loadAttempt } from "../storage/chain-transactions.ts";
import { claimFence, fenceSeenBy } from "../storage/signing-fence.ts";
import { type ChainScene, chainScene, TEST_KEY_RING } from "../testing/chain-scene.ts";
import { activityEnvironment, type ChainStepBench, chainStepBench } from "../testing/chain-step-bench.ts";
import { forgetAttempt } from "../testing/forget-attempt.ts";
import { anOutsider, type Outsider } from "../testing/outsider.ts";
import { messageOf, problemOf } from "../testing/problem-of.ts";
import { parseKeyRing } from "./key-ring.ts";
import { stellarReadSequences } from "./read-sequences.ts";
import { createSigner } from "./signer.ts";

let scene: ChainScene;
let outsider: Outsider;
beforeAll(async () => {
  scene = await chainScene();
  outsider = await anOutsider(scene);
});
afterAll(() => scene.close());
beforeEach(() => scene.db.sql.query("UPDATE signing_fence SET holder = NULL, epoch = 1, reading_id = NULL"));

/** The same database and keys under another deployment's name. */
function deployment(deploymentId: string | null): ChainStepBench {
  const signer = createSigner({ db: scene.db, keyRing: parseKeyRing(TEST_KEY_RING), deploymentId });
  return chainStepBench(scene, { signer, deploymentId });
}
async function takeFor(name: string): Promise<void> {
  const readingId = randomUUID();
  await activityEnvironment().run(stellarReadSequences(scene), { readingId });
  await scene.db.sql.query(
    "UPDATE signing_fence SET holder = $1, epoch = epoch + 1, taken_at = now(), reading_id = $2",
    [name, readingId],
  );
}
/** The scene signs as nobody's deployment: as the other copy would, whose fence is its own. */
async function outsideTheFence<Result>(act: () => Promise<Result>): Promise<Result> {
  const { rows } = await scene.db.sql.query("SELECT holder FROM signing_fence");
  await scene.db.sql.query("UPDATE signing_fence SET holder = NULL");
  const result = await act();
  await scene.db.sql.query("UPDATE signing_fence SET holder = $1", [rows[0]?.holder]);
  return result;
}
const elsewhere = (intent: ChainIntent) => outsideTheFence(() => scene.apply(intent));
const aWithdrawal = async (bench: ChainStepBench) => {
  const { userId, address } = await outsideTheFence(() => scene.user("500.00"));
  return { userId, address, step: await bench.withdrawal(userId, outsider.address) };
};
const sentBy = async (address: string) => {
  const { transactions } = await scene.control("GET", `/stellar/transactions?account=${address}`);
  return (transactions as { source: string }[]).filter(({ source }) => source === address).length;
};
const payOut = async (bench: ChainStepBench, step: Parameters<ChainStepBench["prepare"]>[0]) => {
  const txId = await bench.prepared(step);
  await bench.submit(txId);
  return bench.confirm(txId);
};

describe("a second stack on a copy of the database", () => {
  test("signs nothing, sends nothing that was signed before the copy, and says who holds the fence", async () => {
    const [first, second] = [deployment("first"), deployment("second")];
    await claimFence(scene.db, "first");
    const [signed, unsigned] = [await aWithdrawal(first), await aWithdrawal(first)];
    const txId = await first.prepared(signed.step);
    expect(await claimFence(scene.db, "second")).toMatchObject({ holder: "first", own: "second" });
    expect(await problemOf(second.prepare(unsigned.step))).toBe("FENCE_LOST");
    expect(await messageOf(second.prepare(unsigned.step))).toMatch(/"first" signs since .*, and this is "second"/);
    expect(await problemOf(second.submit(txId))).toBe("FENCE_LOST");
    expect([await sentBy(signed.address), await sentBy(unsigned.address)]).toEqual([0, 0]);
    expect(await payOut(first, signed.step)).toMatchObject({ kind: "succeeded" });
  });

  test("whose fence is taken in the moment between signing and committing commits nothing", async () => {
    await claimFence(scene.db, "first");
    const { step } = await aWithdrawal(deployment("first"));
    const inner = createSigner({ db: scene.db, keyRing: parseKeyRing(TEST_KEY_RING), deploymentId: "first" });
    const signer = {
      ...inner,
      async sign(...args: Parameters<typeof inner.sign>) {
        await inner.sign(...args);
        await takeFor("second");
      },
    };
    const late = chainStepBench(scene, { signer, deploymentId: "first" });
    expect(await problemOf(late.prepare(step))).toBe("FENCE_LOST");
  });

  test("signs when an operator gives it the fence, and then the first one does not", async () => {
    await claimFence(scene.db, "first");
    const { step } = await aWithdrawal(deployment("second"));
    await takeFor("second");
    expect(await problemOf(deployment("first").prepare(step))).toBe("FENCE_LOST");
    expect(await payOut(deployment("second"), step)).toMatchObject({ kind: "succeeded" });
  });
});

describe("a copy that bears the same name", () => {
  test("is found out by the chain: what another one signed with the key is not in its database", async () => {
    const bench = deployment("same");
    await claimFence(scene.db, "same");
    const { step, userId, address } = await aWithdrawal(bench);
    expect(await payOut(bench, step)).toMatchObject({ kind: "succeeded" });
    const second = await bench.withdrawal(userId, outsider.address, "20.00");
    await elsewhere(second.intent); // the other copy pays it out
    const third = await bench.withdrawal(userId, outsider.address, "30.00");
    expect(await problemOf(bench.prepare(second))).toBe("FENCE_LOST");
    expect(await messageOf(bench.prepare(third))).toContain(`somebody else signs with the key of ${address}`);
    expect(await sentBy(address)).toBe(2);
  });

  test("is found out at the very first transaction of a wallet", async () => {
    const bench = deployment("same");
    await claimFence(scene.db, "same");
    const { step, address } = await aWithdrawal(bench);
    await elsewhere(step.intent);
    expect(await problemOf(bench.prepare(step))).toBe("FENCE_LOST");
    expect(await sentBy(address)).toBe(1);
  });

  test("goes on where an operator took the fence after looking: what the chain had used before is accepted", async () => {
    const bench = deployment("same");
    await claimFence(scene.db, "same");
    const { step, userId } = await aWithdrawal(bench);
    await elsewhere(step.intent);
    await takeFor("same");
    const next = await bench.withdrawal(userId, outsider.address, "20.00");
    expect(await payOut(bench, next)).toMatchObject({ kind: "succeeded" });
    await elsewhere((await bench.withdrawal(userId, outsider.address, "30.00")).intent);
    expect(await problemOf(bench.prepare(await bench.withdrawal(userId, outsider.address)))).toBe("FENCE_LOST");
  });
});

describe("after a fence was taken, a fail-over that loses the newest row", () => {
  const forgotten = async (bench: ChainStepBench, step: Parameters<ChainStepBench["prepare"]>[0]) => {
    const txId = await bench.prepared(step);
    await bench.submit(txId);
    await bench.appliedOnChain(txId);
    await forgetAttempt(scene.db, txId);
  };

  test("signs nothing from that account: not even for a wallet that has not signed since the fence was taken", async () => {
    const bench = deployment("same");
    await claimFence(scene.db, "same");
    const { step, userId, address } = await aWithdrawal(bench);
    expect(await payOut(bench, step)).toMatchObject({ kind: "succeeded" });
    await takeFor("same");
    const paid = await bench.withdrawal(userId, outsider.address, "20.00");
    await forgotten(bench, paid);
    expect(await problemOf(bench.prepare(paid))).toBe("FENCE_LOST"); // without the workflow's memory
    expect(await sentBy(address)).toBe(2);
  });

  test("nor from a wallet that was made after it", async () => {
    const bench = deployment("same");
    await claimFence(scene.db, "same");
    await takeFor("same");
    const { step, address } = await aWithdrawal(bench);
    await forgotten(bench, step);
    expect(await problemOf(bench.prepare(step))).toBe("FENCE_LOST");
    expect(await sentBy(address)).toBe(1);
  });

  test("stops nobody once the payment's memory has made the row again", async () => {
    const bench = deployment("same");
    await claimFence(scene.db, "same");
    const { step, userId, address } = await aWithdrawal(bench);
    await takeFor("same");
    const remembered = await bench.prepare(step);
    if (remembered.kind !== "prepared") throw new Error("nothing was signed");
    await bench.submit(remembered.txId);
    await bench.appliedOnChain(remembered.txId);
    await forgetAttempt(scene.db, remembered.txId);
    const next = await bench.withdrawal(userId, outsider.address, "20.00");
    expect(await problemOf(bench.prepare(next))).toBe("FENCE_LOST");
    expect(await bench.prepare({ ...step, remembered })).toMatchObject({ hash: remembered.hash });
    expect(await bench.confirm(remembered.txId)).toMatchObject({ kind: "succeeded" });
    expect(await payOut(bench, next)).toMatchObject({ kind: "succeeded" });
    expect(await sentBy(address)).toBe(2);
  });
});

describe("one deployment is never fenced off from itself", () => {
  test("by transactions that succeeded, failed or expired one after the other", async () => {
    const bench = deployment("one");
    await claimFence(scene.db, "one");
    const { step, userId, address } = await aWithdrawal(bench);
    const lost = await bench.prepared(step);
    await scene.control("POST", "/clock", { advanceSeconds: scene.settings.transactionSeconds + 1 });
    expect(await bench.confirm(lost)).toMatchObject({ kind: "expired" });
    expect(await payOut(bench, step)).toMatchObject({ kind: "succeeded" });
    const failing = await bench.withdrawal(userId, outsider.address, "20.00");
    const failingTx = await bench.prepared(failing);
    await scene.control("POST", "/stellar/freeze", { address: outsider.address, frozen: true });
    await bench.submit(failingTx);
    expect(await bench.confirm(failingTx)).toMatchObject({ kind: "failed" });
    await scene.control("POST", "/stellar/freeze", { address: outsider.address, frozen: false });
    expect(await payOut(bench, await bench.withdrawal(userId, outsider.address, "30.00"))).toMatchObject({
      kind: "succeeded",
    });
    expect(await sentBy(address)).toBe(3);
  });

  test("by a transaction of its own that is in flight: that is only the lane", async () => {
    const bench = deployment("one");
    await claimFence(scene.db, "one");
    const { step, userId } = await aWithdrawal(bench);
    const txId = await bench.prepared(step);
    await bench.submit(txId);
    await bench.appliedOnChain(txId);
    const next = await bench.withdrawal(userId, outsider.address, "20.00");
    const sent = await loadAttempt(scene.db, txId);
    const uponIt = {
      ...sent,
      id: "ctx_upon_it",
      stepKey: next.stepKey,
      hash: "upon it",
      sequence: sent.sequence + 1n, // built after the chain had used the number, before we knew
      requires: { noun: "withdrawal", id: next.payout.withdrawalId, statuses: ["WITHDRAWAL_PENDING"] },
      deploymentId: "one",
    } as const;
    expect(await problemOf(commitAttempt(scene.db, uponIt))).toBe("LANE_BUSY");
    await bench.confirm(txId);
    expect(await payOut(bench, next)).toMatchObject({ kind: "succeeded" });
  });

  test("when it has no name of its own: then its database's name is its name", async () => {
    const bench = deployment(null);
    await claimFence(scene.db, null);
    expect(await fenceSeenBy(scene.db, null)).toMatchObject({ holder: expect.stringMatching(/^database \d+\//) });
    const { step } = await aWithdrawal(bench);
    expect(await payOut(bench, step)).toMatchObject({ kind: "succeeded" });
    expect(await problemOf(deployment("another").prepare(step))).toBe("none"); // done already: nothing is signed
  });
});
