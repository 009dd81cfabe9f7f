import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { NotFoundError, Operation } from "@stellar/stellar-sdk";
import { type SandboxClient, startClient } from "./stellar/testing/sandbox-client.ts";

let client: SandboxClient;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());
afterEach(() => client.control.delete("/faults"));

const order = (fault: object) =>
  client.control.post("/faults", { party: "rpc", match: { rpcMethod: "sendTransaction" }, ...fault });

/** Sends one transaction; tells what the caller saw and whether it happened. */
async function sendOnce() {
  const source = await client.funded();
  const transaction = await client.build(source, [Operation.manageData({ name: "a", value: "1" })]);
  transaction.sign(source);
  const seen = await client.node.sendTransaction(transaction).then(
    ({ status }) => status,
    (error) => error.response?.status ?? "connection lost",
  );
  const hash = Buffer.from(transaction.hash()).toString("hex");
  return { seen, happened: client.sandbox.world.ledger.transaction(hash) !== null, transaction, hash };
}

describe("each kind of fault", () => {
  test.each([
    ["refuse", {}, { seen: "connection lost", happened: false }],
    ["status", { status: 429 }, { seen: 429, happened: false }],
    ["status-after", {}, { seen: 504, happened: true }],
    ["lost", {}, { seen: "connection lost", happened: true }],
    ["duplicate", {}, { seen: "ERROR", happened: true }],
  ])("%s", async (kind, more, expected) => {
    await order({ kind, ...more });
    expect(await sendOnce()).toMatchObject(expected);
    expect(await sendOnce()).toMatchObject({ seen: "PENDING", happened: true });
  });

  test("delay answers late, but truly", async () => {
    await order({ kind: "delay", delayMs: 120 });
    const startedMs = performance.now();
    expect(await sendOnce()).toMatchObject({ seen: "PENDING", happened: true });
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(115);
  });

  test("stale hides an applied transaction, at both parties, and the ledgers shown are those of before", async () => {
    const { hash } = await sendOnce();
    const ledger = client.sandbox.world.ledger.transaction(hash)?.ledger ?? 0;
    await order({ kind: "stale", match: { rpcMethod: "getTransaction" } });
    const stale = await client.node.getTransaction(hash);
    expect(stale.status).toBe("NOT_FOUND");
    expect(stale.latestLedger).toBeLessThan(ledger);
    await client.control.post("/faults", { party: "horizon", kind: "stale", match: { path: "*/transactions/*" } });
    await expect(client.horizon.transactions().transaction(hash).call()).rejects.toBeInstanceOf(NotFoundError);
    expect((await client.node.getTransaction(hash)).status).toBe("SUCCESS");
  });

  test("a stale node shows accounts as they were", async () => {
    const source = await client.funded();
    await client.control.post("/clock", { advanceSeconds: 60 });
    await client.control.post("/stellar/close-ledger");
    const before = (await client.node.getAccount(source.publicKey())).sequenceNumber();
    await client.submit(source, [Operation.manageData({ name: "a", value: "1" })]);
    await order({ kind: "stale", match: { rpcMethod: "getLedgerEntries" }, delayMs: 30_000 });
    expect((await client.node.getAccount(source.publicKey())).sequenceNumber()).toBe(before);
    expect((await client.node.getAccount(source.publicKey())).sequenceNumber()).not.toBe(before);
  });
});

test("skip lets requests pass first, times strikes that often, hits are counted", async () => {
  await order({ kind: "status", status: 500, skip: 1, times: 2 });
  const seen = [];
  for (let sent = 0; sent < 4; sent += 1) seen.push((await sendOnce()).seen);
  expect(seen).toEqual(["PENDING", 500, 500, "PENDING"]);
  expect((await client.control.get("/faults")).faults).toMatchObject([{ hits: 2, times: 0, skip: 0 }]);
});

test("faults strike the party, method and path they were ordered for, and nothing else", async () => {
  await client.control.post("/faults", {
    party: "horizon",
    match: { method: "POST", path: "/transactions" },
    kind: "status",
  });
  expect((await sendOnce()).seen).toBe("PENDING");
  await expect(client.horizon.feeStats()).resolves.toBeDefined();
  const post = await fetch(`${client.url}/horizon/transactions`, {
    method: "POST",
    body: new URLSearchParams({ tx: "" }),
  });
  expect(post.status).toBe(500);
});

test("what was asked, and which fault struck it, can be read", async () => {
  await order({ kind: "lost" });
  await sendOnce();
  const { requests } = await client.control.get("/requests?party=rpc");
  expect(requests).toContainEqual(expect.objectContaining({ rpcMethod: "sendTransaction", fault: "lost" }));
});
