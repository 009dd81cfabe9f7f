import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Keypair, Operation, TransactionBuilder } from "@stellar/stellar-sdk";
import { NETWORK_PASSPHRASE } from "../network.ts";
import { type SandboxClient, startClient } from "../testing/sandbox-client.ts";

let client: SandboxClient;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

const touch = (source?: string) =>
  Operation.manageData({ name: "a", value: "1", ...(source !== undefined && { source }) });

async function codeOf(source: Keypair, signers: readonly Keypair[], more: Parameters<typeof client.build>[2] = {}) {
  const transaction = await client.build(source, [touch()], more);
  transaction.sign(...signers);
  return (await client.send(transaction)).code;
}

describe("signatures", () => {
  test("none, or only somebody else's, is tx_bad_auth", async () => {
    const source = await client.funded();
    expect(await codeOf(source, [])).toBe("txBadAuth");
    expect(await codeOf(source, [Keypair.random()])).toBe("txBadAuth");
  });

  test("one too many is tx_bad_auth_extra", async () => {
    const source = await client.funded();
    expect(await codeOf(source, [source, Keypair.random()])).toBe("txBadAuthExtra");
  });

  test("another network's signature does not count", async () => {
    const source = await client.funded();
    const account = await client.node.getAccount(source.publicKey());
    const transaction = new TransactionBuilder(account, { fee: "100", networkPassphrase: "Other Network" })
      .addOperation(touch())
      .setTimeout(60)
      .build();
    transaction.sign(source);
    expect((await client.send(transaction)).code).toBe("txBadAuth");
  });

  test("an operation for another account needs that account's signature", async () => {
    const [source, other] = [await client.funded(), await client.funded()];
    const build = () => client.build(source, [touch(other.publicKey())]);
    const unsigned = await build();
    unsigned.sign(source);
    expect(await client.send(unsigned)).toMatchObject({ status: "ERROR", code: "txFailed" });
    const signed = await build();
    signed.sign(source, other);
    expect((await client.send(signed)).code).toBe("txSuccess");
  });

  test("thresholds: one of two equal signers is not enough for a medium operation, both are", async () => {
    const [source, second] = [await client.funded(), Keypair.random()];
    const signer = { ed25519PublicKey: second.publicKey(), weight: 1 };
    await client.submit(source, [Operation.setOptions({ signer, medThreshold: 2, highThreshold: 2 })]);
    const alone = await client.build(source, [touch()]);
    alone.sign(source);
    expect((await client.send(alone)).code).toBe("txFailed");
    expect(await codeOf(source, [source, second])).toBe("txSuccess");
  });
});

describe("sequence, time and fee", () => {
  test("a gap in the sequence is tx_bad_seq", async () => {
    const source = await client.funded();
    const { sequence } = await client.build(source, [touch()]);
    expect(await codeOf(source, [source], { sequence: BigInt(sequence) + 1n })).toBe("txBadSeq");
  });

  test("after maxTime it is tx_too_late", async () => {
    const source = await client.funded();
    const transaction = await client.build(source, [touch()], { timeoutSeconds: 10 });
    transaction.sign(source);
    await client.control.post("/clock", { advanceSeconds: 11 });
    expect((await client.send(transaction)).code).toBe("txTooLate");
  });

  test("less than the base fee per operation is tx_insufficient_fee", async () => {
    const source = await client.funded();
    expect(await codeOf(source, [source], { fee: "99" })).toBe("txInsufficientFee");
  });

  test("a fee beyond the spendable balance is tx_insufficient_balance", async () => {
    const source = await client.funded();
    const poor = Keypair.random();
    await client.submit(source, [
      Operation.createAccount({ destination: poor.publicKey(), startingBalance: "1.00001" }),
    ]);
    expect(await codeOf(poor, [poor], { fee: "101" })).toBe("txInsufficientBalance");
  });

  test("an account that does not exist is tx_no_source_account", async () => {
    const [source, missing] = [await client.funded(), Keypair.random()];
    const account = await client.node.getAccount(source.publicKey());
    const foreign = new TransactionBuilder(Object.assign(account, { accountId: () => missing.publicKey() }), {
      fee: "100",
      networkPassphrase: NETWORK_PASSPHRASE,
    })
      .addOperation(touch())
      .setTimeout(60)
      .build();
    foreign.sign(missing);
    expect((await client.send(foreign)).code).toBe("txNoAccount");
  });
});

describe("a fee bump", () => {
  const bump = async (source: Keypair, payer: Keypair, fee: string, signer = payer) => {
    const inner = await client.build(source, [touch()]);
    inner.sign(source);
    const outer = TransactionBuilder.buildFeeBumpTransaction(payer, fee, inner, NETWORK_PASSPHRASE);
    outer.sign(signer);
    return outer;
  };

  test("is paid by the other account, and found by both hashes", async () => {
    const [source, payer] = [await client.funded(), await client.funded()];
    const outer = await bump(source, payer, "400");
    const { hash } = await client.node.sendTransaction(outer);
    const applied = await client.node.getTransaction(hash);
    expect(applied.status).toBe("SUCCESS");
    const inner = Buffer.from(outer.innerTransaction.hash()).toString("hex");
    expect((await client.node.getTransaction(inner)).status).toBe("SUCCESS");
    const { ledger } = client.sandbox.world;
    expect(ledger.account(source.publicKey())?.xlmStroops).toBe(100_000_000_000n);
    expect(ledger.account(payer.publicKey())?.xlmStroops).toBe(99_999_999_800n);
  });

  test("needs its payer's signature", async () => {
    const [source, payer] = [await client.funded(), await client.funded()];
    const sent = await client.node.sendTransaction(await bump(source, payer, "400", source));
    expect(sent.errorResult?.result.type).toBe("txBadAuth");
  });
});
