import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { loadAttempt } from "../../storage/chain-transactions.ts";
import { type ChainScene, chainScene } from "../../testing/chain-scene.ts";
import { chainStepBench } from "../../testing/chain-step-bench.ts";
import { type NodeProxy, nodeProxy, remembers } from "../../testing/node-proxy.ts";
import { anOutsider } from "../../testing/outsider.ts";
import { problemOf } from "../../testing/problem-of.ts";
import { createStellarClient, type StellarClient } from "../client.ts";
import { i128 } from "../soroban-values.ts";

let scene: ChainScene;
let one: NodeProxy;
let two: NodeProxy;
let stellar: StellarClient;
beforeAll(async () => {
  scene = await chainScene();
  one = await nodeProxy(scene.settings.rpcUrl, "127.0.0.2");
  two = await nodeProxy(scene.settings.rpcUrl, "127.0.0.3");
});
afterEach(() => {
  for (const node of [one, two]) {
    node.isDown = false;
    remembers(node);
    node.asked.clear();
  }
});
afterAll(async () => {
  await one.close();
  await two.close();
  await scene.close();
});

const ZERO = i128(0n).toXdr("base64");
type Result = Record<string, unknown>;
type Answer = { readonly result: Result };
const changed = (change: (result: Result) => Result) => (answer: Record<string, unknown>) => ({
  ...answer,
  result: change((answer as unknown as Answer).result),
});
/** A client that has looked at no node yet. No Horizon anywhere. */
const fresh = () => {
  const settings = { ...scene.settings, rpcUrl: one.url, otherRpcUrls: [two.url], horizonUrl: null };
  stellar = createStellarClient(settings, 2_000);
  return stellar;
};
const BEHIND = { code: -32603, message: "latency (37s) since last known ledger closed is too high (>30s)" };

const tooHigh = (answer: Record<string, unknown>) => {
  const { result: _none, ...rest } = answer;
  return { ...rest, error: BEHIND };
};

describe("of two nodes", () => {
  test.each([
    ["is down", () => Object.assign(one, { isDown: true })],
    ["says that it is behind", () => void one.lies.set("getHealth", tooHigh)],
    [
      "answers nothing that can be read",
      () =>
        void one.lies.set(
          "getHealth",
          changed(() => ({ ledger: "?" })),
        ),
    ],
    [
      "lags by ledgers, and would tell an old sequence number",
      () =>
        void one.lies.set(
          "getHealth",
          changed((health) => ({ ...health, latestLedger: 2 })),
        ),
    ],
  ])("one that %s is not asked, and the other answers", async (_what, harm) => {
    harm();
    const { address } = await scene.user("5.00");
    expect(await fresh().account(address)).toEqual(await scene.stellar.account(address));
    expect(one.asked.get("getLedgerEntries")).toBeUndefined();
    expect((await stellar.latestLedger()).sequence).toBeGreaterThan(2);
  });

  test("one that fails at the question itself is followed by the other", async () => {
    const { address } = await scene.user();
    one.lies.set("getLedgerEntries", () => undefined);
    expect(await fresh().account(address)).not.toBeNull();
    expect(two.asked.get("getLedgerEntries")).toBe(1);
  });

  test("the one that is left must have seen what the lost one had shown", async () => {
    const { address } = await scene.user();
    await fresh().account(address);
    one.isDown = true;
    two.lies.set(
      "getHealth",
      changed((health) => ({ ...health, latestLedger: 2 })),
    );
    await new Promise((passed) => setTimeout(passed, 1_100)); // a look is good for a second
    expect(await problemOf(stellar.account(address))).toBe("CHAIN_UNREACHABLE");
    two.lies.clear();
    await new Promise((passed) => setTimeout(passed, 1_100));
    expect(await stellar.account(address)).not.toBeNull();
  });

  test("none that answers is CHAIN_UNREACHABLE, all behind NETWORK_BEHIND", async () => {
    for (const node of [one, two]) node.lies.set("getHealth", tooHigh);
    expect(await problemOf(fresh().latestLedger())).toBe("NETWORK_BEHIND");
    for (const node of [one, two]) node.isDown = true;
    expect(await problemOf(fresh().latestLedger())).toBe("CHAIN_UNREACHABLE");
  });

  test("each is told with its state", async () => {
    one.lies.set(
      "getNetwork",
      changed((network) => ({ ...network, protocolVersion: 31 })),
    );
    two.lies.set("getHealth", tooHigh);
    expect(await fresh().sources()).toMatchObject([
      { source: "127.0.0.2", state: "newer", look: { protocol: 31 } },
      { source: "127.0.0.3", state: "behind", look: null },
    ]);
    two.isDown = true;
    one.lies.clear();
    expect(await stellar.sources()).toMatchObject([{ state: "up" }, { state: "down" }]);
  });

  test("on different networks nothing is done", async () => {
    two.lies.set(
      "getNetwork",
      changed((network) => ({ ...network, passphrase: "another" })),
    );
    await expect(fresh().passphrase()).rejects.toThrow("and on");
  });
});

describe("with two nodes and no Horizon", () => {
  const withdrawal = async () => {
    const { userId } = await scene.user("500.00");
    const bench = chainStepBench(scene, { stellar: fresh() });
    const txId = await bench.prepared(await bench.withdrawal(userId, (await anOutsider(scene)).address));
    return { userId, bench, txId, attempt: await loadAttempt(scene.db, txId) };
  };
  const timePasses = () => scene.control("POST", "/clock", { advanceSeconds: scene.settings.transactionSeconds + 1 });
  test("bytes that one does not take go to the other", async () => {
    const { bench, txId, attempt } = await withdrawal();
    one.isDown = true;
    expect(await bench.submit(txId)).toBe("accepted");
    one.isDown = false;
    expect(await bench.confirm(txId)).toMatchObject({ kind: "succeeded", receipt: { txHash: attempt.hash } });
    const next = await withdrawal();
    const { hash } = next.attempt;
    one.instead.set("sendTransaction", {
      status: "TRY_AGAIN_LATER",
      hash,
      latestLedger: 1,
      latestLedgerCloseTime: "1",
    });
    expect(await next.bench.submit(next.txId)).toBe("accepted");
    expect(await next.bench.confirm(next.txId)).toMatchObject({ kind: "succeeded" });
  });

  test("a death is proven by both", async () => {
    const { bench, txId } = await withdrawal();
    await timePasses();
    two.isDown = true;
    expect(await problemOf(bench.confirm(txId))).toBe("CHAIN_UNREACHABLE");
    two.isDown = false;
    expect(await bench.confirm(txId)).toMatchObject({
      kind: "expired",
      proof: { witnesses: [{ source: "127.0.0.2" }, { source: "127.0.0.3" }] },
    });
  });

  test("one that answers without a transaction that exists neither kills it nor hides it", async () => {
    const { userId, bench, txId } = await withdrawal();
    await bench.submit(txId);
    await bench.appliedOnChain(txId);
    one.lies.set(
      "getTransaction",
      changed(({ latestLedger, latestLedgerCloseTime, oldestLedger, oldestLedgerCloseTime }) => ({
        status: "NOT_FOUND",
        latestLedger,
        latestLedgerCloseTime,
        oldestLedger,
        oldestLedgerCloseTime,
      })),
    );
    await timePasses();
    expect(await bench.confirm(txId)).toMatchObject({ kind: "succeeded" });
    expect([await bench.available(userId), await bench.withdrawing(userId)]).toEqual(["990.00", "0.00"]);
  });

  test("payments to a wallet are found by the events of either, whichever leaves them out or is down", async () => {
    const { address } = await scene.user("5.00");
    const all = async (client: StellarClient) => {
      const found = [];
      for await (const page of client.payments(address)) found.push(...page);
      return found;
    };
    const found = await all(fresh());
    expect(found).toEqual(await all(scene.stellar));
    expect(found).toHaveLength(1);
    for (const node of [one, two]) {
      node.lies.set(
        "getEvents",
        changed((result) => ({ ...result, events: [] })),
      );
      expect(await all(fresh())).toEqual(found);
      remembers(node);
      node.isDown = true;
      expect(await all(fresh())).toEqual(found);
      node.isDown = false;
    }
    Object.assign(one, { isDown: true });
    Object.assign(two, { isDown: true });
    expect(await problemOf(all(fresh()))).toBe("CHAIN_UNREACHABLE");
  });
});

describe("the end of a transaction, by two nodes,", () => {
  const ends = async () => {
    const bench = chainStepBench(scene, { stellar: fresh() });
    const { userId } = await scene.user("500.00");
    const { address } = await anOutsider(scene);
    const txId = await bench.prepared(await bench.withdrawal(userId, address));
    return { bench, userId, txId };
  };
  const applied = async () => {
    const all = await ends();
    await all.bench.submit(all.txId);
    await all.bench.appliedOnChain(all.txId);
    return all;
  };
  const failed = changed((result) => (result.status === "SUCCESS" ? { ...result, status: "FAILED" } : result));

  test("is not believed of the one that says it failed: nothing else is signed, and it is booked once they agree", async () => {
    const { bench, txId, userId } = await applied();
    one.lies.set("getTransaction", failed);
    two.lies.set(
      "getHealth",
      changed((result) => ({ ...result, latestLedger: Number(result.latestLedger) - 1 })),
    );
    expect(await problemOf(bench.confirm(txId))).toBe("CHAIN_UNREACHABLE");
    expect(await bench.outcomeOf(txId)).toBeNull();
    remembers(one);
    remembers(two);
    expect(await bench.confirm(txId)).toMatchObject({ kind: "succeeded" });
    expect(await bench.withdrawing(userId)).toBe("0.00");
  });

  test("is not believed when what is shown hashes to something else", async () => {
    const [mine, other] = [await ends(), await applied()];
    const { hash } = await loadAttempt(scene.db, other.txId);
    const shown = await fetch(scene.settings.rpcUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "getTransaction", params: { hash } }),
    });
    const { result } = (await shown.json()) as { result: Record<string, unknown> };
    for (const node of [one, two])
      node.lies.set(
        "getTransaction",
        changed(() => result),
      );
    expect(await problemOf(mine.bench.confirm(mine.txId))).toBe("CHAIN_UNREACHABLE");
    expect(await mine.bench.outcomeOf(mine.txId)).toBeNull();
  });

  test("is believed of one while the other is down, when it succeeded; a failure waits for the other", async () => {
    const [paid, refused] = [await applied(), await applied()];
    two.isDown = true;
    expect(await paid.bench.confirm(paid.txId)).toMatchObject({ kind: "succeeded" });
    one.lies.set("getTransaction", failed);
    expect(await problemOf(refused.bench.confirm(refused.txId))).toBe("CHAIN_UNREACHABLE");
    expect(await refused.bench.outcomeOf(refused.txId)).toBeNull();
  });
});

describe("a source of another network", () => {
  const elsewhere = changed((result) => ({ ...result, passphrase: "Some other network" }));

  test("is not asked for anything, whenever it joins; the others answer, and it is told", async () => {
    const client = fresh();
    const { address } = await scene.user();
    expect(await client.account(address)).not.toBeNull();
    one.isDown = true;
    await client.sources();
    one.isDown = false;
    one.lies.set("getNetwork", elsewhere); // what answers under its name now is not what went away
    const [seen] = await client.sources();
    expect(seen).toMatchObject({
      source: "127.0.0.2",
      state: "down",
      reason: expect.stringContaining("another network"),
    });
    one.asked.clear();
    expect(await client.account(address)).not.toBeNull();
    expect([...one.asked.keys()].filter((method) => method !== "getNetwork")).toEqual([]);
    const heard = await client.testimonies({ hash: "ab".repeat(32), sourceAccount: address });
    expect(heard.map((word) => "failure" in word)).toEqual([true, false]);
  });

  test("is refused when it is the only one", async () => {
    one.lies.set("getNetwork", elsewhere);
    const only = createStellarClient({ ...scene.settings, rpcUrl: one.url, otherRpcUrls: [], horizonUrl: null }, 2_000);
    expect(await problemOf(only.latestLedger())).toBe("CHAIN_UNREACHABLE");
    remembers(one);
    expect(await problemOf(only.latestLedger())).toBe("none");
  });

  test("is not heard as a Horizon either", async () => {
    const horizon = await nodeProxy(scene.settings.horizonUrl ?? "", "127.0.0.4");
    const client = createStellarClient({ ...scene.settings, rpcUrl: one.url, horizonUrl: horizon.url }, 2_000);
    const asked = { hash: "ab".repeat(32), sourceAccount: (await scene.user()).address };
    horizon.lies.set("/", (root) => ({ ...root, network_passphrase: "Some other network" }));
    expect((await client.testimonies(asked)).map((word) => "failure" in word)).toEqual([false, true]);
    horizon.lies.clear();
    expect((await client.testimonies(asked)).map((word) => "failure" in word)).toEqual([false, false]);
    await horizon.close();
  });
});

describe("what no node may decide alone", () => {
  test("is the most that any of them shows: numbers that are used, money in a contract", async () => {
    const client = fresh();
    const { address } = await scene.user();
    const contractId = scene.settings.trustless.factoryContractId;
    const outsider = await anOutsider(scene, "5.00");
    await outsider.give(contractId, 7n);
    const known = await client.accountsSequence([address]);
    one.lies.set(
      "getLedgerEntries",
      changed((result) => ({ ...result, entries: [] })),
    );
    one.lies.set(
      "simulateTransaction",
      changed((result) => ({ ...result, results: [{ auth: [], xdr: ZERO }] })),
    );
    expect(await client.accountsSequence([address])).toEqual(known);
    expect(await client.mostContractUsdc(contractId)).toBe(7n);
    two.isDown = true; // whoever is left is believed
    expect(await client.mostContractUsdc(contractId)).toBe(0n);
    one.isDown = true;
    expect(await problemOf(client.mostContractUsdc(contractId))).toBe("CHAIN_UNREACHABLE");
  });
});
