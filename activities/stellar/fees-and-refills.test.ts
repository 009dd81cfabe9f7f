import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Asset, Operation } from "@stellar/stellar-sdk";
import { formatStroops } from "../../domain/money.ts";
import { type AnsweringNode, answeringNode } from "../testing/answering-node.ts";
import { type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { type ChainStepBench, chainStepBench } from "../testing/chain-step-bench.ts";
import { messageOf, problemOf } from "../testing/problem-of.ts";
import { withBid } from "./bid-fee.ts";
import { buildTransaction } from "./build-transaction.ts";
import { stellarOpenRefill } from "./open-refill.ts";

let scene: ChainScene;
let bench: ChainStepBench;
let node: AnsweringNode;
beforeAll(async () => {
  scene = await chainScene();
  bench = chainStepBench(scene);
  node = await answeringNode(scene.settings.usdc);
});
afterAll(async () => {
  await node.close();
  await scene.close();
});

const sequenceOfFees = (price: string) => ({ min: price, p90: price, p99: price, max: price });
/** The scene on a network where everything that was included lately cost so much per operation. */
const pricedAt = (stroops: string): ChainScene => {
  node.say("getFeeStats", { inclusionFee: sequenceOfFees(stroops), sorobanInclusionFee: sequenceOfFees(stroops) });
  return { ...scene, stellar: { ...scene.stellar, feeStats: node.stellar.feeStats } };
};

const spendable = async (address: string) => (await scene.stellar.spendableXlm([address])).get(address) ?? 0n;

/** Leaves a wallet so much XLM above its reserve, and nothing for more. */
async function leave(address: string, stroops: bigint) {
  const amount = formatStroops((await spendable(address)) - stroops - 100n);
  const destination = (await scene.user()).address;
  const transaction = await buildTransaction(scene, {
    source: address,
    operations: [Operation.payment({ destination, asset: Asset.native(), amount })],
  });
  await scene.send({ transaction, signers: [address], sendThrough: "stellar", booking: null });
  expect(await spendable(address)).toBe(stroops);
}

async function aPayment() {
  const payer = await scene.user("50.00");
  const { address: destination } = await scene.user();
  return { payer, withdrawal: await bench.withdrawal(payer.userId, destination) };
}

const open = (isSweep = false) => stellarOpenRefill(bench.deps)({ isSweep });
const chainStepOf = (refill: NonNullable<Awaited<ReturnType<typeof open>>>) => ({
  stepKey: `refill/${refill.refillId}#refill`,
  intent: { kind: "refillWallets", refill } as const,
  fact: { kind: "refillDone", refill } as const,
});

describe("a wallet", () => {
  test("with the bare minimum does its step", async () => {
    const { payer, withdrawal } = await aPayment();
    await leave(payer.address, 10_000n);
    const txId = await bench.prepared(withdrawal);
    await bench.submit(txId);
    expect(await bench.confirm(txId)).toMatchObject({ kind: "succeeded" });
  });

  test("that can't pay the fee is refilled once, wherever the refill is interrupted, and does its step then", async () => {
    const { payer, withdrawal } = await aPayment();
    await leave(payer.address, 9_999n);
    expect(await problemOf(bench.prepare(withdrawal))).toBe("WALLET_LOW_ON_XLM");
    expect(await problemOf(bench.prepare(withdrawal))).toBe("WALLET_LOW_ON_XLM");
    const opened = await Promise.all([open(), open(), open(true)]);
    const [refill] = opened;
    if (!refill) throw new Error("no refill was opened");
    expect(new Set(opened.map((one) => one?.refillId)).size).toBe(1);
    expect(refill.addresses).toEqual([payer.address]);
    const txId = await bench.prepared(chainStepOf(refill));
    expect(await bench.prepared(chainStepOf(refill))).toBe(txId); // the worker died before it was sent
    await bench.submit(txId);
    await bench.submit(txId);
    expect(await open()).toMatchObject({ refillId: refill.refillId }); // sent, and nobody knows yet
    expect(await bench.confirm(txId)).toMatchObject({ kind: "succeeded" });
    expect(await bench.confirm(txId)).toMatchObject({ kind: "succeeded" });
    expect(await spendable(payer.address)).toBe(30_009_999n);
    expect(await open()).toBeNull();
    expect(await problemOf(bench.prepare(withdrawal))).toBe("none");
  });

  test("that asked before it was refilled gets no second refill", async () => {
    const { payer } = await aPayment();
    await scene.db.sql.query("INSERT INTO refill_request (wallet_id) SELECT id FROM wallet WHERE public_key = $1", [
      payer.address,
    ]);
    await scene.apply({
      kind: "refillWallets",
      refill: { refillId: "rfl_by_hand", addresses: [payer.address], xlm: "1" },
    });
    expect(await open()).toBeNull();
    expect((await scene.db.sql.query("SELECT 1 FROM refill_request")).rows).toEqual([]);
  });

  test("that is low is found by the sweep before a payment finds it", async () => {
    const [low, fine] = [await scene.user(), await scene.user()];
    await leave(low.address, 9_000_000n);
    const refill = await open(true);
    expect(refill?.addresses).toContain(low.address);
    expect(refill?.addresses).not.toContain(fine.address);
    await scene.db.sql.query("UPDATE refill SET status = 'REFILL_GIVEN_UP' WHERE status = 'REFILL_OPEN'");
  });

  test("is not refilled from a sponsor that has none itself: that stops for a person, by its address", async () => {
    const { rows } = await scene.db.sql.query("SELECT public_key AS key FROM wallet WHERE platform_role = 'sponsor'");
    const sponsor = (rows[0] as { key: string }).key;
    const refill = { refillId: "rfl_too_much", addresses: [(await scene.user()).address], xlm: "90000" };
    const bid = async () => withBid(scene, await scene.build({ kind: "refillWallets", refill }), 1);
    expect(await problemOf(bid())).toBe("ACCOUNT_OUT_OF_XLM");
    expect(await messageOf(bid())).toContain(sponsor);
  });
});

describe("a bid", () => {
  test("follows the price of the network and grows with each attempt, within the limit", async () => {
    const { withdrawal } = await aPayment();
    const busy = pricedAt("40000");
    const step = await scene.build(withdrawal.intent);
    const feeOf = async (generation: number) => (await withBid(busy, step, generation)).transaction.fee;
    expect(await Promise.all([1, 2, 3, 4, 9].map(feeOf))).toEqual(["40000", "80000", "160000", "320000", "1000000"]);
  });

  test("below the price of the network is not signed at all, and the reason says what helps", async () => {
    const { withdrawal } = await aPayment();
    const dear = pricedAt("1000001");
    const step = await scene.build(withdrawal.intent);
    expect(await problemOf(withBid(dear, step, 1))).toBe("FEE_LIMIT_BELOW_PRICE");
    expect(await messageOf(withBid(dear, step, 1))).toContain("STELLAR_FEE_STROOPS_MAX");
  });

  test("of a contract call comes on top of its resources, and nothing else of it changes", async () => {
    const { payer } = await aPayment();
    const { intent } = await bench.withdrawal(payer.userId, scene.settings.trustless.factoryContractId);
    const step = await scene.build(intent);
    const { transaction } = await withBid(pricedAt("70000"), step, 1);
    expect(BigInt(transaction.fee)).toBe(50_000n + 70_000n);
    expect(transaction.operations).toEqual(step.transaction.operations);
    expect([transaction.sequence, transaction.timeBounds]).toEqual([
      step.transaction.sequence,
      step.transaction.timeBounds,
    ]);
    expect(await scene.send({ ...step, transaction })).toMatchObject({ status: "SUCCEEDED" });
  });

  test("that can't be made from what the node says is no bid", async () => {
    const { withdrawal } = await aPayment();
    const step = await scene.build(withdrawal.intent);
    const silent = pricedAt("100");
    node.say("getFeeStats", { inclusionFee: { p50: "100" } });
    expect(await problemOf(withBid(silent, step, 1))).toBe("NETWORK_NEWER");
  });
});
