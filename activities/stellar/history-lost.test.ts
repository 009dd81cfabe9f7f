import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { attemptInFlight, loadAttempt } from "../storage/chain-transactions.ts";
import { type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { type ChainStepBench, chainStepBench } from "../testing/chain-step-bench.ts";
import { forgets, type NodeProxy, nodeProxy, remembers } from "../testing/node-proxy.ts";
import { anOutsider } from "../testing/outsider.ts";
import { messageOf, problemOf } from "../testing/problem-of.ts";
import { createStellarClient } from "./client.ts";

let scene: ChainScene;
let bench: ChainStepBench;
let node: NodeProxy;
let horizon: NodeProxy;
let destination: string;
beforeAll(async () => {
  scene = await chainScene();
  destination = (await anOutsider(scene)).address;
  node = await nodeProxy(scene.settings.rpcUrl, "127.0.0.2");
  horizon = await nodeProxy(scene.settings.horizonUrl ?? "", "127.0.0.3");
  const stellar = createStellarClient({ ...scene.settings, rpcUrl: node.url, horizonUrl: horizon.url });
  bench = chainStepBench(scene, { stellar });
});
afterEach(() => {
  remembers(node);
  remembers(horizon);
});
afterAll(async () => {
  await node.close();
  await horizon.close();
  await scene.close();
});

async function prepared() {
  const { userId } = await scene.user("500.00");
  const step = await bench.withdrawal(userId, destination);
  const txId = await bench.prepared(step);
  return { userId, step, txId, attempt: await loadAttempt(scene.db, txId) };
}

async function applied() {
  const all = await prepared();
  await bench.submit(all.txId);
  await bench.appliedOnChain(all.txId);
  return all;
}

/** Longer than the transaction may live, and than the node remembers. */
async function outage() {
  await scene.control("POST", "/clock", { advanceSeconds: scene.settings.transactionSeconds + 1 });
  await scene.control("POST", "/stellar/close-ledger", { count: 3 });
  forgets(node);
}

/** Horizon, too, begins now. */
function horizonForgets(hash: string) {
  horizon.lies.set("/", (root) => ({ ...root, history_elder_ledger: root.history_latest_ledger }));
  horizon.lies.set(`/transactions/${hash}`, () => ({ status: 404, title: "Resource Missing" }));
}

const books = async (userId: Parameters<ChainStepBench["available"]>[0]) => [
  await bench.available(userId),
  await bench.withdrawing(userId),
];

describe("what the nodes have forgotten", () => {
  test("and Horizon shows as applied is settled from its bytes, booked once, and the lane is free again", async () => {
    const { userId, txId, attempt } = await applied();
    await outage();
    const verdicts = await Promise.all([bench.confirm(txId), bench.confirm(txId)]);
    for (const verdict of verdicts)
      expect(verdict).toMatchObject({
        kind: "succeeded",
        receipt: { txHash: attempt.hash, booked: { "world/stellar": "10.00" } },
      });
    expect(await books(userId)).toEqual(["990.00", "0.00"]);
    expect(await attemptInFlight(scene.db, attempt.sourceAccount)).toBeNull();
  });

  test("and Horizon's longer history does not hold is proven dead, since the number is unused at the node", async () => {
    const { userId, txId } = await prepared();
    await outage();
    expect(await bench.confirm(txId)).toMatchObject({
      kind: "expired",
      proof: {
        reason: "EXPIRED",
        witnesses: [
          { source: "127.0.0.2", by: "unused-number" },
          { source: "127.0.0.3 (Horizon)", by: "history" },
        ],
      },
    });
    expect(await books(userId)).toEqual(["990.00", "10.00"]);
  });

  test("and nobody remembers, is dead when both show its number unused", async () => {
    const { txId, attempt } = await prepared();
    await outage();
    horizonForgets(attempt.hash);
    expect(await bench.confirm(txId)).toMatchObject({
      kind: "expired",
      proof: { witnesses: [{ by: "unused-number" }, { by: "unused-number" }] },
    });
  });

  test("and nobody remembers, whose number is used, is HISTORY_LOST until a source is given that goes back far enough", async () => {
    const { userId, step, txId, attempt } = await applied();
    await outage();
    horizonForgets(attempt.hash);
    expect(await problemOf(bench.confirm(txId))).toBe("HISTORY_LOST");
    expect(await bench.outcomeOf(txId)).toBeNull();
    const archive = await nodeProxy(scene.settings.rpcUrl, "127.0.0.4");
    const otherRpcUrls = [archive.url];
    const stellar = createStellarClient({ ...scene.settings, rpcUrl: node.url, otherRpcUrls, horizonUrl: horizon.url });
    const withArchive = chainStepBench(scene, { stellar });
    expect(await withArchive.confirm(txId)).toMatchObject({ kind: "succeeded", receipt: { txHash: attempt.hash } });
    expect(await withArchive.prepare(step)).toMatchObject({ kind: "prepared", txId });
    expect(await books(userId)).toEqual(["990.00", "0.00"]);
    await archive.close();
  });

  test("holds up nobody else with its own reason: who waits for the account is told which transaction, and why", async () => {
    const { userId, txId, attempt } = await applied();
    await outage();
    horizonForgets(attempt.hash);
    const next = await bench.withdrawal(userId, destination);
    const told = await messageOf(bench.prepare(next));
    expect(told).toContain(attempt.hash);
    expect(told).toContain("HISTORY_LOST");
    expect(await problemOf(bench.prepare(next))).toBe("LANE_BUSY");
    remembers(horizon);
    await bench.confirm(txId);
    expect(await bench.prepare(next)).toMatchObject({ kind: "prepared" });
  }, 60_000);
});

describe("one source that lies", () => {
  test("about an absence, kills nothing: the other one's word is missing", async () => {
    const { userId, txId, attempt } = await applied();
    await scene.control("POST", "/clock", { advanceSeconds: scene.settings.transactionSeconds + 1 });
    horizon.lies.set(`/transactions/${attempt.hash}`, () => ({ status: 404, title: "Resource Missing" }));
    forgets(node);
    expect(await problemOf(bench.confirm(txId))).toBe("HISTORY_LOST");
    remembers(node);
    expect(await bench.confirm(txId)).toMatchObject({ kind: "succeeded" });
    expect(await books(userId)).toEqual(["990.00", "0.00"]);
  });

  test("about a success, books nothing while the account stands before it", async () => {
    const { userId, txId, attempt } = await prepared();
    const other = await applied();
    await outage();
    const shown = await fetch(`${scene.settings.horizonUrl}/transactions/${other.attempt.hash}`);
    const record = (await shown.json()) as Record<string, unknown>;
    const { signedXdr } = attempt;
    horizon.lies.set(`/transactions/${attempt.hash}`, () => ({
      ...record,
      status: 200,
      hash: attempt.hash,
      envelope_xdr: signedXdr,
    }));
    expect(await problemOf(bench.confirm(txId))).toBe("CHAIN_UNREACHABLE");
    horizon.lies.set(`/transactions/${attempt.hash}`, () => ({ ...record, status: 200 }));
    expect(await problemOf(bench.confirm(txId))).toBe("CHAIN_UNREACHABLE");
    expect(await books(userId)).toEqual(["990.00", "10.00"]);
  });

  test("that is silent or behind is waited for, and never counted", async () => {
    const { txId } = await prepared();
    await outage();
    horizon.isDown = true;
    expect(await problemOf(bench.confirm(txId))).toBe("CHAIN_UNREACHABLE");
    horizon.isDown = false;
    horizon.lies.set("/", (root) => ({ ...root, history_latest_ledger_closed_at: "2020-01-01T00:00:00Z" }));
    expect(await problemOf(bench.confirm(txId))).toBe("NETWORK_BEHIND");
    remembers(horizon);
    expect(await bench.confirm(txId)).toMatchObject({ kind: "expired" });
  });
});
