import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { Operation, rpc } from "@stellar/stellar-sdk";
import { usdcContractId } from "./identities.ts";
import { type SandboxClient, startClient, usdcAsset } from "./testing/sandbox-client.ts";

let client: SandboxClient;
let second: rpc.Server;
beforeAll(async () => {
  client = await startClient();
  second = new rpc.Server(`${client.url}/rpc2`, { allowHttp: true });
});
afterEach(() => client.control.post("/reset"));
afterAll(() => client.close());

const nodes = (settings: object) => client.control.post("/stellar/nodes", settings);
const filters: rpc.Api.EventFilter[] = [{ type: "contract", contractIds: [usdcContractId] }];

describe("history", () => {
  test("getEvents looks through so many ledgers a call, and its cursor says how far", async () => {
    await nodes({ eventScanLedgers: 5 });
    await client.control.post("/stellar/close-ledger", { count: 20 });
    await client.holder("1");
    let page = await client.node.getEvents({ startLedger: 1, filters });
    expect(page.events).toEqual([]);
    expect(Number(BigInt(page.cursor.split("-")[0] ?? 0) >> 32n)).toBe(5);
    while (page.events.length === 0) page = await client.node.getEvents({ cursor: page.cursor, filters });
    expect(page.events).toHaveLength(1);
  });

  test.each([
    ["the node", { rpcRetentionLedgers: 3 }, "NOT_FOUND", 200],
    ["Horizon", { horizonRetentionLedgers: 3 }, "SUCCESS", 404],
  ])("forgotten by %s alone, a transaction is known to the other", async (_name, retention, status, httpStatus) => {
    const holder = await client.holder();
    const { hash } = await client.submit(holder, [Operation.bumpSequence({ bumpTo: "0" })]);
    await client.control.post("/stellar/close-ledger", { count: 10 });
    await nodes(retention);
    expect((await client.node.getTransaction(hash)).status).toBe(status);
    expect((await fetch(`${client.url}/horizon/transactions/${hash}`)).status).toBe(httpStatus);
  });

  test("a network that begins anew keeps its passphrase and nothing else", async () => {
    const holder = await client.holder("5");
    const before = await client.node.getNetwork();
    await client.control.post("/stellar/begin-anew");
    expect((await client.node.getHealth()).latestLedger).toBe(1);
    expect(await client.node.getNetwork()).toEqual(before);
    await expect(client.node.getAccount(holder.publicKey())).rejects.toThrow();
  });
});

describe("a second node", () => {
  test("is struck by faults of its own alone", async () => {
    await client.control.post("/faults", { party: "rpc", kind: "status", times: 1 });
    expect((await second.getHealth()).status).toBe("healthy");
    await expect(client.node.getHealth()).rejects.toThrow();
    await client.control.post("/faults", { party: "horizon2", kind: "status", times: 1 });
    expect((await fetch(`${client.url}/horizon2`)).status).toBe(500);
  });

  test("denies a transaction that exists", async () => {
    const holder = await client.holder();
    const { hash } = await client.submit(holder, [Operation.bumpSequence({ bumpTo: "0" })]);
    await client.control.post("/faults", { party: "rpc2", kind: "forgets-transaction" });
    const denied = await second.getTransaction(hash);
    expect(denied.status).toBe("NOT_FOUND");
    expect(denied.oldestLedger).toBe(1);
    expect((await client.node.getTransaction(hash)).status).toBe("SUCCESS");
  });

  test("shows an account as before its last transaction", async () => {
    const holder = await client.holder();
    const accountId = holder.publicKey();
    await client.control.post("/faults", { party: "rpc2", kind: "old-sequence" });
    const old = BigInt((await second.getAccount(accountId)).sequenceNumber());
    expect(BigInt((await client.node.getAccount(accountId)).sequenceNumber())).toBe(old + 1n);
  });

  test("leaves one event out", async () => {
    const holder = await client.holder("1");
    await client.control.post("/stellar/mint", { address: holder.publicKey(), amount: "2" });
    await client.control.post("/faults", { party: "rpc2", kind: "drops-event" });
    expect((await second.getEvents({ startLedger: 1, filters })).events).toHaveLength(1);
    expect((await second.getEvents({ startLedger: 1, filters })).events).toHaveLength(2);
  });

  test("only nodes lie like that", async () => {
    const order = { party: "airtm", kind: "drops-event" };
    await expect(client.control.post("/faults", order)).rejects.toThrow(/400/);
  });
});

test("in a surge a bid below the price is refused, one at the price is taken, and the statistics tell the price", async () => {
  const holder = await client.holder();
  await nodes({ inclusionFeeStroops: 5_000 });
  expect((await client.node.getFeeStats()).sorobanInclusionFee.p50).toBe("5000");
  const bid = (fee: string) => client.submit(holder, [Operation.bumpSequence({ bumpTo: "0" })], { fee });
  expect(await bid("4999")).toMatchObject({ status: "ERROR", code: "txInsufficientFee" });
  expect(await bid("5000")).toMatchObject({ status: "SUCCESS" });
});

describe("what no transaction of the owner did", () => {
  test("a wallet runs dry of lumens", async () => {
    const holder = await client.holder();
    expect(await client.control.post("/stellar/xlm", { address: holder.publicKey(), xlm: "1.5" })).toMatchObject({
      xlm: "1.5000000",
    });
    const pay = Operation.payment({ destination: holder.publicKey(), asset: usdcAsset, amount: "1" });
    expect(await client.submit(holder, [pay])).toMatchObject({ code: "txInsufficientBalance" });
  });

  test("the issuer takes tokens back, and never more than there are", async () => {
    const holder = await client.holder("5");
    const clawback = (amount: string) =>
      client.control.post("/stellar/clawback", { address: holder.publicKey(), amount });
    expect(await clawback("2")).toMatchObject({ usdc: "3.0000000" });
    await expect(clawback("3.0000001")).rejects.toThrow(/409/);
  });
});
