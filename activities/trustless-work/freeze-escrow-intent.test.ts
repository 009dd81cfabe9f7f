import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { ChainIntent } from "../../domain/chain/intent.ts";
import { type ChainScene, handlerOf } from "../testing/chain-scene.ts";
import { type DisputeBench, disputeBench } from "../testing/dispute-bench.ts";
import { type EscrowScene, escrowScene } from "../testing/escrow-scene.ts";
import { messageOf, problemOf } from "../testing/problem-of.ts";

let scene: EscrowScene;
let chain: ChainScene;
let bench: DisputeBench;
beforeAll(async () => {
  scene = await escrowScene();
  chain = scene.chain;
  bench = disputeBench(scene);
});
afterAll(() => scene.chain.close());

const reached = (intent: ChainIntent) => handlerOf(chain.intents, intent).reached(intent);
const attemptsOf = async (stepKey: string) =>
  (await chain.db.sql.query("SELECT 1 FROM chain_transaction WHERE step_key = $1", [stepKey])).rows.length;

describe.each(["G0", "G1"])("freezing a contract of %s", (generation) => {
  test.each(["BUYER", "SELLER"] as const)("is signed by the %s alone and moves no money", async (by) => {
    await chain.control("POST", "/generation", { generation });
    const { order, contractId } = await scene.before("freezeEscrow");
    const intent = { kind: "freezeEscrow", order, contractId, by } as const;
    const { address } = by === "BUYER" ? scene.buyer : scene.seller;
    const step = await chain.build(intent);
    expect(step).toMatchObject({ booking: null, signers: [address], sendThrough: "trustless-work" });
    expect(step.transaction.source).toBe(await handlerOf(chain.intents, intent).source(intent));
    expect(await reached(intent)).toBeNull();
    expect(await chain.send(step)).toMatchObject({ status: "SUCCEEDED", transfers: [] });
    expect((await chain.stellar.escrow(contractId))?.flags).toEqual({
      disputed: true,
      released: false,
      resolved: false,
    });
  });

  test("leaves a release nothing but to stop for a person", async () => {
    const { intent, next } = await scene.before("releaseEscrow");
    await chain.apply(next("freezeEscrow"));
    expect(await messageOf(chain.build(intent))).toContain("is already disputed");
    expect(await problemOf(reached(intent))).toBe("STATE_UNEXPECTED");
  });
});

test("a contract that somebody else froze is reached without a transaction of ours", async () => {
  const dispute = await bench.disputed();
  const { order, contractId } = dispute;
  await chain.apply({ kind: "freezeEscrow", order, contractId, by: "SELLER" });
  const step = bench.freezing(dispute);
  expect(await bench.prepare(step)).toMatchObject({ kind: "reached", receipt: { ledger: expect.any(Number) } });
  expect(await attemptsOf(step.stepKey)).toBe(0);
});

test("a contract that has paid can't be frozen: a person must look", async () => {
  const { intent, next } = await scene.before("releaseEscrow");
  await chain.apply(intent);
  const freeze = next("freezeEscrow");
  expect(await problemOf(reached(freeze))).toBe("STATE_UNEXPECTED");
  const dispute = await scene.before("resolveEscrow");
  await chain.apply(dispute.intent);
  expect(await messageOf(reached(dispute.next("freezeEscrow")))).toContain("is already resolved");
});

test("a contract without money is not frozen, because nobody could resolve it", async () => {
  const { contractId, next } = await scene.before("fundEscrow");
  expect(await messageOf(chain.build(next("freezeEscrow")))).toBe(`${contractId} holds nothing that could be disputed`);
});

test("nothing is signed once the order waits for something else", async () => {
  const dispute = await bench.disputed();
  const dropped = { dispute, reason: "no", at: "2026-01-01T00:00:00.000Z" } as const;
  await chain.db.sql.query("UPDATE dispute SET status = 'OPEN' WHERE id = $1", [dispute.disputeId]);
  await bench.record(`dropped/${dispute.disputeId}`, { kind: "disputeDropped", ...dropped });
  const step = bench.freezing(dispute);
  await expect(bench.prepare(step)).rejects.toThrow("does not wait in DISPUTED or REFUND_REQUESTED any more");
  expect(await attemptsOf(step.stepKey)).toBe(0);
});

test("prepared ten times at once, one transaction freezes it", async () => {
  const dispute = await bench.disputed();
  const step = bench.freezing(dispute);
  const all = await Promise.all(Array.from({ length: 10 }, () => bench.prepared(step)));
  expect(new Set(all).size).toBe(1);
  await bench.carriedOut(step);
  expect(await bench.carriedOut(step)).toMatchObject({ txHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await attemptsOf(step.stepKey)).toBe(1);
});
