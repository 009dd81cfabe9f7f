import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { TransactionBuilder } from "@stellar/stellar-sdk";
import { loadAttempt } from "../storage/chain-transactions.ts";
import { storageStepInFlight } from "../storage/step-in-flight.ts";
import { anOrder, type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { type ChainStepBench, chainStepBench } from "../testing/chain-step-bench.ts";
import { anOutsider } from "../testing/outsider.ts";
import { problemOf } from "../testing/problem-of.ts";

let scene: ChainScene;
let bench: ChainStepBench;
let destination: string;
beforeAll(async () => {
  scene = await chainScene();
  bench = chainStepBench(scene);
  destination = (await anOutsider(scene)).address;
});
afterAll(() => scene.close());

const attemptsOf = async (stepKey: string) =>
  (await scene.db.sql.query("SELECT id, generation FROM chain_transaction WHERE step_key = $1", [stepKey])).rows;
const sentBy = async (address: string) =>
  (await scene.control("GET", `/stellar/transactions?account=${address}`)).transactions as { source: string }[];

describe("preparing", () => {
  test("stores the signed bytes with all that identifies them, and sends nothing", async () => {
    const { userId, address } = await scene.user("500.00");
    const step = await bench.withdrawal(userId, destination);
    const attempt = await loadAttempt(scene.db, await bench.prepared(step));
    const transaction = TransactionBuilder.fromXdr(attempt.signedXdr, scene.settings.networkPassphrase);
    if ("innerTransaction" in transaction) throw new Error("not a plain transaction");
    expect(attempt).toMatchObject({
      stepKey: step.stepKey,
      generation: 1,
      sourceAccount: address,
      hash: Buffer.from(transaction.hash()).toString("hex"),
      sequence: BigInt(transaction.sequence),
      maxTimeSeconds: Number(transaction.timeBounds?.maxTime),
      outcome: null,
    });
    expect(transaction.signatures).toHaveLength(1);
    expect((await sentBy(address)).filter(({ source }) => source === address)).toEqual([]);
  });

  test("again, later or ten times at once, gives the one transaction that is stored", async () => {
    const { userId } = await scene.user("500.00");
    const step = await bench.withdrawal(userId, destination);
    const all = await Promise.all(Array.from({ length: 10 }, () => bench.prepare(step)));
    all.push(await bench.prepare(step));
    const [attempt] = await attemptsOf(step.stepKey);
    expect(await attemptsOf(step.stepKey)).toHaveLength(1);
    expect(new Set(all.map((one) => one.kind === "prepared" && one.txId))).toEqual(new Set([attempt.id]));
  });

  test("after the transaction succeeded gives the same one, and after a proof of death a new one", async () => {
    const { userId } = await scene.user("500.00");
    const [done, dead] = [await bench.withdrawal(userId, destination), await bench.withdrawal(userId, destination)];
    const first = await bench.prepared(done);
    await bench.submit(first);
    await bench.confirm(first);
    expect(await bench.prepared(done)).toBe(first);

    const lost = await bench.prepared(dead);
    await scene.control("POST", "/clock", { advanceSeconds: scene.settings.transactionSeconds + 1 });
    expect(await bench.confirm(lost)).toMatchObject({ kind: "expired" });
    expect(await bench.prepare(dead)).toMatchObject({ kind: "prepared", generation: 2 });
    expect(await bench.prepared(dead)).not.toBe(lost);
    expect(await attemptsOf(dead.stepKey)).toHaveLength(2);
  });

  describe("what an operator declares settled", () => {
    const settle = async (step: Parameters<ChainStepBench["prepare"]>[0], settledBy: string | null) =>
      problemOf(bench.prepare({ ...step, isDeclaredSettled: true, settledBy }));

    test.each([[null], ["f00d"], ["0e".repeat(32)]])(
      "by %j, which the chain has not applied, signs nothing",
      async (hash) => {
        const { userId } = await scene.user("500.00");
        const step = await bench.withdrawal(userId, destination);
        expect(await settle(step, hash)).toBe("STATE_UNEXPECTED");
        expect(await attemptsOf(step.stepKey)).toEqual([]);
      },
    );

    test("by a transaction that was applied but is not its own neither pays nor counts as paid", async () => {
      const { userId } = await scene.user("500.00");
      const [done, other] = [await bench.withdrawal(userId, destination), await bench.withdrawal(userId, destination)];
      const txId = await bench.prepared(done);
      await bench.submit(txId);
      await bench.confirm(txId);
      const { hash } = await loadAttempt(scene.db, txId);
      expect(await settle(other, hash)).toBe("STATE_UNEXPECTED");
      expect(await attemptsOf(other.stepKey)).toEqual([]);
    });
  });

  test("what of a step is or may be in flight, the database knows: until its proven end", async () => {
    const { userId } = await scene.user("500.00");
    const step = await bench.withdrawal(userId, destination);
    const inFlight = () => storageStepInFlight(scene)({ stepKey: step.stepKey });
    expect(await inFlight()).toBeNull();
    const txId = await bench.prepared(step);
    expect(await inFlight()).toMatchObject({ txId, generation: 1 });
    await scene.control("POST", "/clock", { advanceSeconds: scene.settings.transactionSeconds + 1 });
    await bench.confirm(txId);
    expect(await inFlight()).toBeNull();
  });

  test("an effect that is there already needs no transaction", async () => {
    const { userId } = await scene.user();
    const { walletId } = await scene.wallet(userId);
    const stepKey = `wallet/${userId}#activate`;
    const answer = await bench.prepare({
      stepKey,
      intent: { kind: "activateWallet", walletId },
      fact: { kind: "walletActivated", walletId, userId, publicKey: "G" },
    });
    expect(answer).toMatchObject({ kind: "reached", receipt: { ledger: expect.any(Number) } });
    expect(await attemptsOf(stepKey)).toEqual([]);
  });
});

describe("the lane of a wallet", () => {
  test("is waited for, and taken when the transaction in it is known to have ended", async () => {
    const { userId } = await scene.user("500.00");
    const [first, second] = [await bench.withdrawal(userId, destination), await bench.withdrawal(userId, destination)];
    const txId = await bench.prepared(first);
    const waiting = bench.prepare(second);
    await bench.submit(txId);
    expect(await attemptsOf(second.stepKey)).toEqual([]);
    await bench.confirm(txId);
    expect(await waiting).toMatchObject({ kind: "prepared", generation: 1 });
  });

  test("is not forced: after some patience the step is told to come back, and nothing is stored for it", async () => {
    const { userId } = await scene.user("500.00");
    const [first, second] = [await bench.withdrawal(userId, destination), await bench.withdrawal(userId, destination)];
    await bench.prepared(first);
    await expect(bench.prepare(second)).rejects.toMatchObject({ problem: "LANE_BUSY", retryAfterMs: 500 });
    expect(await attemptsOf(second.stepKey)).toEqual([]);
  });

  test("goes to one of two steps that find it free at the same moment", async () => {
    const { userId, address } = await scene.user("500.00");
    const steps = [await bench.withdrawal(userId, destination), await bench.withdrawal(userId, destination)];
    const results = await Promise.allSettled(steps.map((step) => bench.prepare(step)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = results.find(({ status }) => status === "rejected");
    expect(refused).toMatchObject({ reason: { problem: "LANE_BUSY" } });
    const stored = await Promise.all(steps.map(({ stepKey }) => attemptsOf(stepKey)));
    expect(stored.flat()).toHaveLength(1);
    const { rows } = await scene.db.sql.query(
      "SELECT 1 FROM chain_transaction WHERE source_account = $1 AND outcome IS NULL",
      [address],
    );
    expect(rows).toHaveLength(1);
  });
});

describe("when the provider builds another transaction than was asked for", () => {
  let [buyer, seller]: Awaited<ReturnType<ChainScene["user"]>>[] = [];
  beforeAll(async () => {
    [buyer, seller] = [await scene.user(), await scene.user()];
  });

  async function deployment(variant: string) {
    if (!buyer || !seller) throw new Error("the parties are not there");
    const match = { method: "POST", path: "/deployer/single-release" };
    await scene.control("POST", "/faults", { party: "trustless-work", match, kind: "wrong-xdr", variant });
    return bench.deployment(anOrder(buyer.userId, seller.userId));
  }

  test.each(["amount", "destination", "contract", "source", "fee", "function", "memo", "extra-operation"])(
    "(%s) it is neither signed nor stored, and the step says why",
    async (variant) => {
      const signed: string[] = [];
      const signer = { ...scene.signer, sign: async (keys: readonly string[]) => void signed.push(...keys) };
      const step = await deployment(variant);
      const preparing = chainStepBench(scene, { signer }).prepare(step);
      await expect(preparing).rejects.toMatchObject({ problem: "TRANSACTION_NOT_AS_INTENDED" });
      expect(await attemptsOf(step.stepKey)).toEqual([]);
      expect(signed).toEqual([]);
    },
  );

  test("one that would live for ever is given an end before it is signed", async () => {
    const attempt = await loadAttempt(scene.db, await bench.prepared(await deployment("no-maxtime")));
    const { closeTimeSeconds } = await scene.stellar.latestLedger();
    expect(attempt.maxTimeSeconds).toBeGreaterThan(closeTimeSeconds);
    expect(attempt.maxTimeSeconds).toBeLessThanOrEqual(closeTimeSeconds + scene.settings.transactionSeconds);
  });
});

test("a step that its payment does not wait for any more is not signed into the books", async () => {
  const { userId } = await scene.user("500.00");
  const step = await bench.withdrawal(userId, destination);
  const { payout } = step;
  const failed = { kind: "withdrawalFailed", payout, reason: "given up", errorCode: "UNKNOWN_ERROR" } as const;
  await bench.record(`${step.stepKey}-failed`, failed);
  await expect(bench.prepare(step)).rejects.toMatchObject({ problem: "STATE_UNEXPECTED" });
  expect(await attemptsOf(step.stepKey)).toEqual([]);
});

describe("a transaction that its workflow left behind", () => {
  test("is proven dead by the next one that needs the lane, once its time is over", async () => {
    const { userId } = await scene.user("500.00");
    const orphan = await bench.prepared(await bench.withdrawal(userId, destination));
    const next = await bench.withdrawal(userId, destination);
    await scene.control("POST", "/clock", { advanceSeconds: scene.settings.transactionSeconds + 1 });
    await expect(bench.prepare(next)).rejects.toMatchObject({ problem: "LANE_BUSY" });
    expect(await bench.outcomeOf(orphan)).toBe("EXPIRED");
    await expect(bench.prepare(next)).resolves.toMatchObject({ kind: "prepared" });
  });

  test("is booked by the next one that needs the lane, when it was applied", async () => {
    const { userId } = await scene.user("500.00");
    const left = await bench.withdrawal(userId, destination, "7.00");
    const orphan = await bench.prepared(left);
    await bench.submit(orphan);
    await bench.appliedOnChain(orphan);
    const next = await bench.withdrawal(userId, destination);
    await expect(bench.prepare(next)).rejects.toMatchObject({ problem: "LANE_BUSY" });
    expect(await bench.outcomeOf(orphan)).toBe("SUCCEEDED");
    expect(await bench.withdrawing(userId)).toBe("10.00");
  });
});

test("a key that cannot sign leaves the lane free and nothing stored", async () => {
  const { userId, address } = await scene.user("500.00");
  const step = await bench.withdrawal(userId, destination);
  await scene.db.sql.query("UPDATE wallet SET secret_ciphertext = 'unreadable' WHERE public_key = $1", [address]);
  await expect(bench.prepare(step)).rejects.toMatchObject({ problem: "SIGNER_UNAVAILABLE" });
  expect(await attemptsOf(step.stepKey)).toEqual([]);
});
