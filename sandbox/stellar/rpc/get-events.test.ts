import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Address, nativeToScVal, Operation, type rpc, scValToNative, xdr } from "@stellar/stellar-sdk";
import { usdcContractId } from "../identities.ts";
import { type SandboxClient, startClient, usdcAsset } from "../testing/sandbox-client.ts";

let client: SandboxClient;
beforeAll(async () => {
  client = await startClient({ retentionLedgers: 40 });
});
afterAll(() => client.close());

const filters: rpc.Api.EventFilter[] = [{ type: "contract", contractIds: [usdcContractId] }];
const recentLedger = async () => (await client.node.getHealth()).latestLedger;
const amounts = (events: readonly rpc.Api.EventResponse[]) => events.map(({ value }) => scValToNative(value));

test("pages by cursor through every event once, in order, and an empty page moves the cursor on", async () => {
  const holder = await client.holder();
  const startLedger = (await recentLedger()) + 1;
  for (const amount of ["1", "2", "3", "4", "5"]) {
    await client.control.post("/stellar/mint", { address: holder.publicKey(), amount });
  }
  const seen: unknown[] = [];
  let page = await client.node.getEvents({ startLedger, filters, limit: 2 });
  while (page.events.length > 0) {
    seen.push(...amounts(page.events));
    page = await client.node.getEvents({ cursor: page.cursor, filters, limit: 2 });
  }
  expect(seen).toEqual([10_000_000n, 20_000_000n, 30_000_000n, 40_000_000n, 50_000_000n]);
  await client.control.post("/stellar/mint", { address: holder.publicKey(), amount: "6" });
  const later = await client.node.getEvents({ cursor: page.cursor, filters });
  expect(amounts(later.events)).toEqual([60_000_000n]);
});

test("several transfers in one transaction are separate events with separate ids", async () => {
  const [from, to] = [await client.holder("5"), await client.holder()];
  const pay = Operation.payment({ destination: to.publicKey(), asset: usdcAsset, amount: "1" });
  const startLedger = await recentLedger();
  const { hash } = await client.submit(from, [pay, pay]);
  const { events } = await client.node.getEvents({ startLedger, filters });
  const mine = events.filter(({ txHash }) => txHash === hash);
  expect(new Set(mine.map(({ id }) => id)).size).toBe(2);
});

describe("filters", () => {
  test("by topics with wildcards: only what reached one address", async () => {
    const [first, second] = [await client.holder(), await client.holder()];
    const startLedger = (await recentLedger()) + 1;
    for (const { publicKey } of [first, second].map((pair) => ({ publicKey: pair.publicKey() }))) {
      await client.control.post("/stellar/mint", { address: publicKey, amount: "1" });
    }
    const mint = xdr.ScVal.scvSymbol("mint").toXdr("base64");
    const to = new Address(second.publicKey()).toScVal().toXdr("base64");
    const find = async (topics: string[]) =>
      (await client.node.getEvents({ startLedger, filters: [{ contractIds: [usdcContractId], topics: [topics] }] }))
        .events;
    expect(await find([mint, to, "*"])).toHaveLength(1);
    expect(await find([mint, "**"])).toHaveLength(2);
    expect(await find([mint, "*"])).toHaveLength(0);
    expect(await find([nativeToScVal("burn", { type: "symbol" }).toXdr("base64"), "**"])).toHaveLength(0);
  });
});

test("a ledger older than the retention is out of range, not empty", async () => {
  await client.control.post("/stellar/ledgers", { ledgerMs: "manual" });
  await client.control.post("/stellar/close-ledger", { count: 50 });
  const { oldestLedger } = await client.node.getEvents({ startLedger: await recentLedger(), filters });
  expect(await recentLedger()).toBe(oldestLedger + 39);
  await expect(client.node.getEvents({ startLedger: oldestLedger - 1, filters })).rejects.toMatchObject({
    code: -32602,
  });
  await expect(client.node.getEvents({ startLedger: oldestLedger, filters })).resolves.toMatchObject({ events: [] });
  await client.control.post("/stellar/ledgers", { ledgerMs: 0 });
});

test("a transaction older than the retention is NOT_FOUND, and the answer shows that the node can't know", async () => {
  const holder = await client.holder();
  const { hash } = await client.submit(holder, [Operation.bumpSequence({ bumpTo: "0" })]);
  const ledger = await recentLedger();
  await client.control.post("/stellar/close-ledger", { count: 60 });
  const answer = await client.node.getTransaction(hash);
  expect(answer.status).toBe("NOT_FOUND");
  expect(answer.oldestLedger).toBeGreaterThan(ledger);
});
