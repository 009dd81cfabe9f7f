import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  AccountRequiresMemoError,
  Keypair,
  NotFoundError,
  Operation,
  TransactionFailedError,
} from "@stellar/stellar-sdk";
import { type SandboxClient, startClient, usdcAsset } from "../testing/sandbox-client.ts";

let client: SandboxClient;
beforeAll(async () => {
  client = await startClient({ horizonWaitMs: 300 });
});
afterAll(() => client.close());

const payment = (to: Keypair, amount = "1") =>
  Operation.payment({ destination: to.publicKey(), asset: usdcAsset, amount });

async function signedPayment(from: Keypair, to: Keypair, amount = "1") {
  const transaction = await client.build(from, [payment(to, amount)]);
  transaction.sign(from);
  return transaction;
}

describe("POST /transactions", () => {
  test("answers when the transaction is in a ledger", async () => {
    const [from, to] = [await client.holder("5"), await client.holder()];
    const answer = await client.horizon.submitTransaction(await signedPayment(from, to));
    expect(answer.successful).toBe(true);
    const stored = await client.horizon.transactions().transaction(answer.hash).call();
    expect(stored).toMatchObject({ ledger_attr: answer.ledger, fee_charged: "100", source_account: from.publicKey() });
  });

  test("a failure carries the codes of the transaction and of each operation", async () => {
    const [from, to] = [await client.holder("5"), await client.holder()];
    const failure = await client.horizon.submitTransaction(await signedPayment(from, to, "6")).catch((error) => error);
    expect(failure).toBeInstanceOf(TransactionFailedError);
    expect(failure.getResultCodes()).toEqual({ transaction: "tx_failed", operations: ["op_underfunded"] });
  });

  test("without a ledger it answers 504: the outcome is not known, and may still be success", async () => {
    const [from, to] = [await client.holder("5"), await client.holder()];
    await client.control.post("/stellar/ledgers", { ledgerMs: "manual" });
    const transaction = await signedPayment(from, to);
    const failure = await client.horizon
      .submitTransaction(transaction, { skipMemoRequiredCheck: true })
      .catch((error) => error);
    const hash = Buffer.from(transaction.hash()).toString("hex");
    expect(failure.details ?? failure.response).toMatchObject({ status: 504, data: { extras: { hash } } });
    await client.control.post("/stellar/ledgers", { ledgerMs: 0 });
    await client.control.post("/stellar/close-ledger");
    expect(await client.usdcOf(to.publicKey())).toBe("1.0000000");
  });

  test("the SDK refuses a payment without memo to an account that requires one", async () => {
    const [from, exchange] = [await client.holder("5"), await client.holder()];
    await client.submit(exchange, [Operation.manageData({ name: "config.memo_required", value: "1" })]);
    await expect(client.horizon.submitTransaction(await signedPayment(from, exchange))).rejects.toBeInstanceOf(
      AccountRequiresMemoError,
    );
  });

  test("asynchronously it answers PENDING at once", async () => {
    const [from, to] = [await client.holder("5"), await client.holder()];
    const answer = await client.horizon.submitAsyncTransaction(await signedPayment(from, to));
    expect(answer).toMatchObject({ tx_status: "PENDING" });
  });
});

test("payments page forwards and backwards, and are streamed as they come", async () => {
  const holder = await client.holder();
  const address = holder.publicKey();
  const received: string[] = [];
  const arrived = new Promise<void>((resolve) => {
    const stop = client.horizon
      .payments()
      .forAccount(address)
      .cursor("now")
      .stream({
        onmessage: (record) => {
          received.push(amountOf(record));
          if (received.length < 3) return;
          stop();
          resolve();
        },
      });
  });
  await streamOpened(address);
  for (const amount of ["1", "2", "3"]) await client.control.post("/stellar/mint", { address, amount });
  await arrived;
  expect(received).toEqual(["1.0000000", "2.0000000", "3.0000000"]);
  const page = await client.horizon.payments().forAccount(address).order("desc").limit(2).call();
  expect(page.records.map(amountOf)).toEqual(["3.0000000", "2.0000000"]);
  expect((await page.next()).records.map(amountOf)).toEqual(["1.0000000", "none"]);
});

test("an account that does not exist is a 404", async () => {
  await expect(client.horizon.loadAccount(Keypair.random().publicKey())).rejects.toBeInstanceOf(NotFoundError);
});

/** Waits until the server has seen the stream's request. */
async function streamOpened(address: string): Promise<void> {
  const deadlineMs = Date.now() + 5_000;
  while (Date.now() < deadlineMs) {
    const seen = client.sandbox.world.requests.of("horizon");
    if (seen.some(({ path, status }) => path.includes(`${address}/payments`) && status === 200)) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("the stream was never opened");
}

const amountOf = (record: object): string => ("amount" in record ? String(record.amount) : "none");
