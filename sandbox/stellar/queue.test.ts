import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type Keypair, Operation, TransactionBuilder } from "@stellar/stellar-sdk";
import { NETWORK_PASSPHRASE } from "./network.ts";
import { type SandboxClient, startClient } from "./testing/sandbox-client.ts";

let client: SandboxClient;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());
beforeEach(() => client.control.post("/stellar/ledgers", { ledgerMs: 0 }));

const close = (count = 1) => client.control.post("/stellar/close-ledger", { count });
const byHand = () => client.control.post("/stellar/ledgers", { ledgerMs: "manual" });
const touch = (name: string) => [Operation.manageData({ name, value: "1" })];

async function signed(
  source: Keypair,
  name: string,
  more: { fee?: string; sequence?: bigint; timeoutSeconds?: number } = {},
) {
  const transaction = await client.build(source, touch(name), more);
  transaction.sign(source);
  return transaction;
}

function bumped(payer: Keypair, inner: Awaited<ReturnType<typeof signed>>, fee: string) {
  const transaction = TransactionBuilder.buildFeeBumpTransaction(payer, fee, inner, NETWORK_PASSPHRASE);
  transaction.sign(payer);
  return transaction;
}

describe("while a transaction is pending", () => {
  test("nothing is applied until a ledger closes", async () => {
    const source = await client.funded();
    await byHand();
    const transaction = await signed(source, "a");
    const { status, hash } = await client.node.sendTransaction(transaction);
    expect([status, (await client.node.getTransaction(hash)).status]).toEqual(["PENDING", "NOT_FOUND"]);
    await close();
    expect((await client.node.getTransaction(hash)).status).toBe("SUCCESS");
  });

  test("the same bytes are a duplicate, another one of the account has to come later", async () => {
    const source = await client.funded();
    await byHand();
    const first = await signed(source, "a");
    const second = await signed(source, "b");
    const next = await signed(source, "c", { sequence: BigInt(first.sequence) + 1n });
    const statuses = [];
    for (const transaction of [first, first, second, next]) {
      statuses.push((await client.node.sendTransaction(transaction)).status);
    }
    expect(statuses).toEqual(["PENDING", "DUPLICATE", "TRY_AGAIN_LATER", "TRY_AGAIN_LATER"]);
  });

  test("an earlier sequence number is bad", async () => {
    const source = await client.funded();
    await byHand();
    const pending = await signed(source, "a");
    await client.node.sendTransaction(pending);
    const stale = await signed(source, "b", { sequence: BigInt(pending.sequence) - 1n });
    const sent = await client.node.sendTransaction(stale);
    expect([sent.status, sent.errorResult?.result.type]).toEqual(["ERROR", "txBadSeq"]);
  });

  test("only a fee bump of ten times the fee takes its place, and it is applied once", async () => {
    const [source, payer] = [await client.funded(), await client.funded()];
    await byHand();
    const inner = await signed(source, "a");
    await client.node.sendTransaction(inner);
    const cheap = await client.node.sendTransaction(bumped(payer, inner, "200"));
    expect(cheap.errorResult?.result.type).toBe("txInsufficientFee");
    const dear = await client.node.sendTransaction(bumped(payer, inner, "1000"));
    expect(dear.status).toBe("PENDING");
    await close();
    expect((await client.node.getTransaction(dear.hash)).status).toBe("SUCCESS");
    expect((await client.sandbox.world.ledger.account(source.publicKey()))?.xlmStroops).toBe(100_000_000_000n);
  });
});

test("an applied transaction sent again has a bad sequence number, and is not applied again", async () => {
  const source = await client.funded();
  const transaction = await signed(source, "a");
  expect((await client.send(transaction)).status).toBe("SUCCESS");
  expect(await client.send(transaction)).toMatchObject({ status: "ERROR", code: "txBadSeq" });
});

test("a transaction that expires while no ledger closes is never applied, and is refused for ten ledgers", async () => {
  const source = await client.funded();
  await byHand();
  const transaction = await signed(source, "a", { timeoutSeconds: 30 });
  const { hash } = await client.node.sendTransaction(transaction);
  await client.control.post("/clock", { advanceSeconds: 31 });
  await close();
  expect((await client.node.getTransaction(hash)).status).toBe("NOT_FOUND");
  expect((await client.node.sendTransaction(transaction)).status).toBe("TRY_AGAIN_LATER");
  await close(10);
  const again = await client.node.sendTransaction(transaction);
  expect(again.errorResult?.result.type).toBe("txTooLate");
});

test("close times follow the sandbox's clock and never go back", async () => {
  const newest = () => client.sandbox.world.ledger.latest();
  const before = newest();
  await client.control.post("/clock", { advanceSeconds: 3600 });
  await close();
  const after = newest();
  expect(after.closeTimeSeconds - before.closeTimeSeconds).toBeGreaterThanOrEqual(3600);
});
