import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Keypair, StrKey } from "@stellar/stellar-sdk";
import { type SandboxClient, startClient } from "./stellar/testing/sandbox-client.ts";

let client: SandboxClient;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

test("describes all that a stack needs to configure itself", async () => {
  expect(await client.control.get("")).toMatchObject({
    networkPassphrase: "Standalone Network ; February 2017",
    horizonUrl: `${client.url}/horizon`,
    rpcUrl: `${client.url}/rpc`,
    trustlessWorkUrl: `${client.url}/trustless-work`,
    usdc: { code: "USDC", issuer: expect.stringMatching(/^G/), contractId: expect.stringMatching(/^C/) },
    escrowFactory: expect.stringMatching(/^C/),
    wasmHashesByType: {
      "single-release": [expect.any(String), expect.any(String)],
      "multi-release": [expect.any(String), expect.any(String)],
    },
    generation: "G1",
    ledgerMs: 0,
  });
});

test("mints to a muxed id, answers the hash, and lists the movement once", async () => {
  const holder = await client.holder();
  const { hash } = await client.control.post("/stellar/mint", {
    address: holder.publicKey(),
    amount: "12.5",
    muxedId: "7",
  });
  const { transactions } = await client.control.get(`/stellar/transactions?account=${holder.publicKey()}`);
  expect(transactions).toHaveLength(3);
  expect(transactions).toContainEqual(
    expect.objectContaining({
      hash,
      successful: true,
      transfers: [expect.objectContaining({ kind: "mint", to: holder.publicKey(), amount: "12.5000000" })],
    }),
  );
});

test("many mints at once all arrive, in as few ledgers as the timer makes", async () => {
  const holder = await client.holder();
  await client.control.post("/stellar/ledgers", { ledgerMs: 50 });
  const mint = () => client.control.post("/stellar/mint", { address: holder.publicKey(), amount: "1" });
  await Promise.all(Array.from({ length: 20 }, mint));
  await client.control.post("/stellar/ledgers", { ledgerMs: 0 });
  expect(await client.usdcOf(holder.publicKey())).toBe("20.0000000");
});

test("a mint that can't arrive says why", async () => {
  const address = (await client.funded()).publicKey();
  await expect(client.control.post("/stellar/mint", { address, amount: "1" })).rejects.toThrow(/409.*op_no_trust/);
});

test("mints straight into a contract, down to one stroop, as one movement without memo or muxed id", async () => {
  const contract = StrKey.encodeContract(Keypair.random().rawPublicKey());
  const { hash, ledger } = await client.control.post("/stellar/mint", { address: contract, amount: "0.0000001" });
  expect(ledger).toEqual(expect.any(Number));
  expect(await client.usdcOf(contract)).toBe("0.0000001");
  const { transactions } = await client.control.get(`/stellar/transactions?account=${contract}`);
  expect(transactions).toEqual([
    expect.objectContaining({
      hash,
      operations: ["invokeHostFunction:transfer"],
      transfers: [expect.objectContaining({ to: contract, amount: "0.0000001" })],
    }),
  ]);
  const withMemo = { address: contract, amount: "1", memo: "hello" };
  await expect(client.control.post("/stellar/mint", withMemo)).rejects.toThrow(/400/);
  await expect(client.control.post("/stellar/freeze", { address: contract, frozen: true })).rejects.toThrow(/400/);
});

test("with ledgers closed by hand nothing is applied before the command", async () => {
  const holder = await client.holder();
  await client.control.post("/stellar/ledgers", { ledgerMs: "manual" });
  await client.control.post("/stellar/mint", { address: holder.publicKey(), amount: "1" });
  expect(await client.usdcOf(holder.publicKey())).toBe("0.0000000");
  await client.control.post("/stellar/close-ledger");
  expect(await client.usdcOf(holder.publicKey())).toBe("1.0000000");
  await client.control.post("/stellar/ledgers", { ledgerMs: 0 });
});

test("refuses nonsense with a 400 and unknown accounts with a 404", async () => {
  const mintTo = (amount: string) =>
    client.control.post("/stellar/mint", { address: Keypair.random().publicKey(), amount });
  await expect(client.control.post("/stellar/mint", { address: "x", amount: "1" })).rejects.toThrow(/400/);
  await expect(mintTo("-1")).rejects.toThrow(/400/);
  await expect(mintTo("0.00000001")).rejects.toThrow(/400/);
  await expect(client.control.post("/faults", { party: "rpc", kind: "explode" })).rejects.toThrow(/400/);
  await expect(client.control.post("/clock", { advanceSeconds: -5 })).rejects.toThrow(/400/);
  await expect(client.control.get(`/stellar/accounts/${Keypair.random().publicKey()}`)).rejects.toThrow(/404/);
  await expect(client.control.get(`/escrows/${client.sandbox.world.ledger.usdc.contractId}`)).rejects.toThrow(/404/);
});
