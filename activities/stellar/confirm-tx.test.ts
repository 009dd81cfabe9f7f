import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { UserId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { post } from "../../prisma/testing/ledger.ts";
import { recordStep } from "../storage/record-step.ts";
import { type ChainScene, chainScene } from "../testing/chain-scene.ts";
import {
  activityEnvironment,
  type ChainStepBench,
  chainStepBench,
  type Withdrawal,
} from "../testing/chain-step-bench.ts";
import { anOutsider } from "../testing/outsider.ts";
import type { StellarClient, TransactionOnChain } from "./client.ts";
import { stellarConfirmTx } from "./confirm-tx.ts";

let scene: ChainScene;
let bench: ChainStepBench;
let destination: string;
beforeAll(async () => {
  scene = await chainScene();
  bench = chainStepBench(scene);
  destination = (await anOutsider(scene)).address;
});
afterAll(() => scene.close());

/** A withdrawal of 10.00 that is signed and stored, and not sent. */
async function prepared(to = destination, amount = "10.00") {
  const { userId } = await scene.user("500.00");
  const step = await bench.withdrawal(userId, to, amount);
  return { userId, step, txId: await bench.prepared(step) };
}

async function sent(...args: Parameters<typeof prepared>) {
  const all = await prepared(...args);
  await bench.submit(all.txId);
  return all;
}

const expire = () => scene.control("POST", "/clock", { advanceSeconds: scene.settings.transactionSeconds + 1 });
const statusOf = async ({ payout }: Withdrawal) => {
  const { rows } = await scene.db.sql.query("SELECT status FROM withdrawal WHERE id = $1", [payout.withdrawalId]);
  return rows[0]?.status;
};
const booksOf = async (userId: UserId) => [await bench.available(userId), await bench.withdrawing(userId)];
const untouched = ["990.00", "10.00"];

/** Confirms with a Stellar client that lies in part, until it was asked so often, then gives up; what was known by then. */
async function watch(txId: string, lies: Partial<StellarClient>, questions = 4) {
  const environment = activityEnvironment();
  let left = questions;
  const stellar: StellarClient = { ...scene.stellar, ...lies };
  const counting: StellarClient = {
    ...stellar,
    transaction: async (hash) => {
      left -= 1;
      if (left === 0) environment.cancel();
      return stellar.transaction(hash);
    },
  };
  const confirm = stellarConfirmTx({ ...bench.deps, stellar: counting });
  return environment.run(confirm, { txId }).catch((error: Error) => error.name);
}

describe("a success", () => {
  test("is booked to the stroop, told and settled, all with one receipt", async () => {
    const { userId, step, txId } = await sent(destination, "12.34");
    const verdict = await bench.confirm(txId);
    expect(verdict).toMatchObject({
      kind: "succeeded",
      receipt: {
        txHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        booked: { [`user/${userId}/withdrawing`]: "-12.34", "world/stellar": "12.34" },
      },
    });
    expect(await bench.outcomeOf(txId)).toBe("SUCCEEDED");
    expect(await statusOf(step)).toBe("WITHDRAWAL_COMPLETED");
    expect(await booksOf(userId)).toEqual(["987.66", "0.00"]);
  });

  test("confirmed ten times at once and once more is booked once, with the same receipt for all", async () => {
    const { userId, step, txId } = await sent();
    const all = await Promise.all(Array.from({ length: 10 }, () => bench.confirm(txId)));
    all.push(await bench.confirm(txId));
    for (const verdict of all) expect(verdict).toEqual(all[0]);
    expect(await booksOf(userId)).toEqual(["990.00", "0.00"]);
    const completed = "SELECT 1 FROM event WHERE type = 'withdrawal.completed' AND aggregate_id = $1";
    expect((await scene.db.sql.query(completed, [step.payout.withdrawalId])).rows).toHaveLength(1);
  });

  test("that comes after a long silence is found by its hash", async () => {
    const { txId } = await prepared();
    const confirming = bench.confirm(txId);
    await expect(watch(txId, {}, 3)).resolves.toBe("CancelledFailure");
    await bench.submit(txId);
    expect(await confirming).toMatchObject({ kind: "succeeded" });
  });
});

describe("a failure that a ledger holds", () => {
  test("is told with its reason, books nothing and frees the lane", async () => {
    const frozen = await anOutsider(scene);
    const { userId, step, txId } = await prepared(frozen.address);
    await scene.control("POST", "/stellar/freeze", { address: frozen.address, frozen: true });
    await bench.submit(txId);
    const verdict = { kind: "failed", resultCode: "op_not_authorized", problem: "DESTINATION_INVALID" };
    expect(await bench.confirm(txId)).toEqual(verdict);
    expect(await bench.confirm(txId)).toEqual(verdict);
    expect(await bench.outcomeOf(txId)).toBe("FAILED");
    expect([await statusOf(step), ...(await booksOf(userId))]).toEqual(["WITHDRAWAL_PENDING", ...untouched]);
    const next = await bench.withdrawal(userId, destination);
    await expect(bench.prepare(next)).resolves.toMatchObject({ kind: "prepared" });
  });
});

describe("a death", () => {
  test("is proven by the chain's own time, stored with its proof, and told again from there", async () => {
    const { userId, step, txId } = await prepared();
    await expire();
    const verdict = await bench.confirm(txId);
    expect(verdict).toMatchObject({ kind: "expired", proof: { reason: "EXPIRED" } });
    expect(await bench.outcomeOf(txId)).toBe("EXPIRED");
    expect([await statusOf(step), ...(await booksOf(userId))]).toEqual(["WITHDRAWAL_PENDING", ...untouched]);
    const away = new Error("no node is asked again");
    const unreachable = { transaction: () => Promise.reject(away), latestLedger: () => Promise.reject(away) };
    expect(await watch(txId, unreachable)).toEqual(verdict);
  });

  test("is not read from a node that is behind, however late it is by our clock", async () => {
    const { txId } = await prepared();
    await expire();
    const behind = {
      party: "rpc",
      match: { rpcMethod: "getTransaction" },
      kind: "stale",
      delayMs: 3_600_000,
      times: 3,
    };
    await scene.control("POST", "/faults", behind);
    expect(await watch(txId, {}, 3)).toBe("CancelledFailure");
    expect(await bench.outcomeOf(txId)).toBeNull();
    expect(await bench.confirm(txId)).toMatchObject({ kind: "expired" });
  });

  test("is not believed of a transaction that any source knows: it is settled as that source shows it", async () => {
    const { userId, txId } = await sent();
    await bench.appliedOnChain(txId);
    const latest = { latestLedger: 9_999_999, latestCloseTimeSeconds: 9_999_999_999, oldestLedger: 1 };
    const lost: TransactionOnChain = { status: "NOT_FOUND", latest };
    expect(await watch(txId, { transaction: async () => lost })).toMatchObject({ kind: "succeeded" });
    expect([await bench.outcomeOf(txId), ...(await booksOf(userId))]).toEqual(["SUCCEEDED", "990.00", "0.00"]);
  });

  test("is not claimed while a second source is silent", async () => {
    const { txId } = await prepared();
    await expire();
    await scene.control("POST", "/faults", {
      party: "horizon",
      match: { path: "/transactions/" },
      kind: "status",
      status: 500,
    });
    await expect(bench.confirm(txId)).rejects.toMatchObject({ problem: "CHAIN_UNREACHABLE" });
    expect(await bench.outcomeOf(txId)).toBeNull();
    expect(await bench.confirm(txId)).toMatchObject({ kind: "expired" });
  });
});

test("a node that does not answer is no outcome", async () => {
  const { txId } = await sent();
  await scene.control("POST", "/faults", { party: "rpc", match: { rpcMethod: "getTransaction" }, kind: "refuse" });
  await expect(bench.confirm(txId)).rejects.toMatchObject({ problem: "CHAIN_UNREACHABLE" });
  expect(await bench.outcomeOf(txId)).toBeNull();
  expect(await bench.confirm(txId)).toMatchObject({ kind: "succeeded" });
});

describe("what the ledger refuses to book leaves the transaction unsettled, for a person to look:", () => {
  const caller = { keyId: "k", correlationId: "c" };
  const change = async ({ payout }: Withdrawal, to: string) => {
    const move = { noun: "withdrawal", id: payout.withdrawalId, from: ["WITHDRAWAL_PENDING"], to } as const;
    await recordStep(scene.db.sql, { key: `aside/${payout.withdrawalId}`, caller, moves: [move] });
  };

  test("a hold that is not there any more, and it is booked once the hold is back", async () => {
    const { userId, step, txId } = await sent();
    const [held, free] = [ledgerAccounts.withdrawing(userId), ledgerAccounts.available(userId)];
    await post(scene.db.sql, `away/${userId}`, { [held]: -100_000_000, [free]: 100_000_000 });
    await expect(bench.confirm(txId)).rejects.toMatchObject({ problem: "BOOKING_REFUSED" });
    expect([await bench.outcomeOf(txId), await statusOf(step)]).toEqual([null, "WITHDRAWAL_PENDING"]);
    await post(scene.db.sql, `back/${userId}`, { [free]: -100_000_000, [held]: 100_000_000 });
    expect(await bench.confirm(txId)).toMatchObject({ kind: "succeeded" });
    expect(await booksOf(userId)).toEqual(["990.00", "0.00"]);
  });

  test("a status that went elsewhere", async () => {
    const { userId, step, txId } = await sent();
    await change(step, "WITHDRAWAL_FAILED");
    await expect(bench.confirm(txId)).rejects.toMatchObject({ problem: "BOOKING_REFUSED" });
    expect([await bench.outcomeOf(txId), ...(await booksOf(userId))]).toEqual([null, ...untouched]);
  });

  test("a step that was recorded without its transaction", async () => {
    const { step, txId } = await sent();
    await recordStep(scene.db.sql, { key: step.stepKey, caller });
    await expect(bench.confirm(txId)).rejects.toMatchObject({ problem: "BOOKING_REFUSED" });
    expect(await bench.outcomeOf(txId)).toBeNull();
  });
});
