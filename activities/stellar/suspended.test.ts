import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { ChainIntent } from "../../domain/chain/intent.ts";
import { STEP_PROBLEMS } from "../../domain/chain/problems.ts";
import { until } from "../../tests/support/until.ts";
import { unlessSuspended } from "../storage/unless-suspended.ts";
import { type ChainScene, chainScene, insertUser } from "../testing/chain-scene.ts";
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

/** Whose money leaves by it: the suspended user's, so that it stops; or it is owed by an agreement, or nobody's, and goes on. */
const WHAT_STOPS: Readonly<Record<ChainIntent["kind"], "stops" | "goes on">> = {
  activateWallet: "goes on",
  deployEscrow: "goes on",
  fundEscrow: "stops",
  completeMilestone: "goes on",
  approveMilestone: "goes on",
  releaseEscrow: "goes on",
  freezeEscrow: "goes on",
  resolveEscrow: "goes on",
  withdrawRest: "goes on",
  payOut: "stops",
  refillWallets: "goes on",
  payOutPlatform: "goes on", // only a suspended user's money leaves by it, and two people said so
};

test.each(Object.entries(WHAT_STOPS))(
  "a signature of %s for a suspended buyer who withdraws %s",
  async (intent, expected) => {
    const [userId, seller] = [await insertUser(scene.db), await insertUser(scene.db)];
    await setStatus(userId, "SUSPENDED");
    const [order, withdrawal] = [`ord_${randomUUID()}`, `wd_${randomUUID()}`];
    await scene.db.sql.query(
      `INSERT INTO orders (id, buyer_id, seller_id, amount_stroops, platform_fee_bps, currency, escrow_type, status, title)
     VALUES ($1, $2, $3, 10000000, 0, 'USDC', 'single-release', 'FUNDS_RESERVED', 't')`,
      [order, userId, seller],
    );
    await scene.db.sql.query(
      `INSERT INTO withdrawal (id, user_id, amount_stroops, currency, destination_type, destination_ref, status)
     VALUES ($1, $2, 10000000, 'USDC', 'crypto', 'G', 'WITHDRAWAL_PENDING')`,
      [withdrawal, userId],
    );
    const stepKey = intent === "payOut" ? `withdrawal/${withdrawal}#send` : `order/${order}#step`;
    const signature = scene.db.sql.query(
      `INSERT INTO chain_transaction (id, step_key, generation, intent, source_account, sequence, hash, signed_xdr, send_through,
       max_time, prepared_ledger, on_success) VALUES ($1, $1, 1, $2, $1, 1, $1, 'x', 'stellar', 1, 1, '{}')`,
      [stepKey, intent],
    );
    if (expected === "stops") await expect(signature).rejects.toMatchObject({ code: "OH030" });
    else await signature;
  },
);

test("every kind that can be signed is decided, and one that is not is signed for nobody", async () => {
  expect(Object.keys(WHAT_STOPS).sort()).toEqual(Object.keys(scene.intents).sort());
  const signature = scene.db.sql.query(
    `INSERT INTO chain_transaction (id, step_key, generation, intent, source_account, sequence, hash, signed_xdr, send_through,
       max_time, prepared_ledger, on_success) VALUES ($1, $1, 1, 'payEverybody', $1, 1, $1, 'x', 'stellar', 1, 1, '{}')`,
    [randomUUID()],
  );
  await expect(signature).rejects.toMatchObject({ code: "OH031" });
});

test("slow commits at a provider leave connections for everybody else, and each is made", async () => {
  const { userId } = await scene.user();
  let [running, most, made] = [0, 0, 0];
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const slow = async () => {
    running += 1;
    most = Math.max(most, running);
    await answered;
    running -= 1;
    made += 1;
  };
  const commits = Array.from({ length: 30 }, () => unlessSuspended(scene.db, userId, slow));
  try {
    await until("as many as may are at it", async () => running === 3);
    await Promise.all(Array.from({ length: 30 }, () => scene.db.sql.query("SELECT 1")));
  } finally {
    answer();
  }
  await Promise.all(commits);
  expect([most, made]).toEqual([3, 30]);
});

test("a person decides: time alone reinstates nobody", () => {
  expect(STEP_PROBLEMS.USER_SUSPENDED.verdict).toBe("park");
});
