import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Address, Contract, type Keypair, nativeToScVal, rpc, scValToNative, type xdr } from "@stellar/stellar-sdk";
import { usdcContractId } from "../identities.ts";
import { NETWORK_PASSPHRASE } from "../network.ts";
import { type SandboxClient, startClient, usdcAsset } from "../testing/sandbox-client.ts";

let client: SandboxClient;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

const address = (text: string): xdr.ScVal => new Address(text).toScVal();
const transferCall = (from: string, to: string, amount: bigint): xdr.Operation =>
  new Contract(usdcContractId).call("transfer", address(from), address(to), nativeToScVal(amount, { type: "i128" }));

async function transfer(signer: Keypair, from: string, to: string, amount: bigint) {
  const prepared = await client.node.prepareTransaction(await client.build(signer, [transferCall(from, to, amount)]));
  prepared.sign(signer);
  return client.node.sendTransaction(prepared).then(({ hash }) => client.node.getTransaction(hash));
}

test("simulate, assemble, sign, send: tokens move and the transfer event says so", async () => {
  const [from, to] = [await client.holder("5"), await client.holder()];
  const applied = await transfer(from, from.publicKey(), to.publicKey(), 20_000_000n);
  if (applied.status !== "SUCCESS") throw new Error(applied.status);
  expect(await client.usdcOf(to.publicKey())).toBe("2.0000000");
  const [event] = applied.events.contractEventsXdr[0] ?? [];
  expect(event?.body.v0.topics.map(scValToNative)).toEqual([
    "transfer",
    from.publicKey(),
    to.publicKey(),
    `USDC:${usdcAsset.getIssuer()}`,
  ]);
  expect(applied.returnValue?.type).toBe("scvVoid");
});

test("a contract address holds tokens without a trustline, and the SDK reads its balance", async () => {
  const [from, contract] = [await client.holder("5"), client.sandbox.world.ledger.usdc.contractId];
  await transfer(from, from.publicKey(), contract, 30_000_000n);
  const { balanceEntry } = await client.node.getAssetBalance(contract, usdcAsset, NETWORK_PASSPHRASE);
  expect(balanceEntry?.amount).toBe("30000000");
  expect(await client.usdcOf(contract)).toBe("3.0000000");
});

describe("authorisation", () => {
  test("somebody else's tokens don't move without their agreement", async () => {
    const [thief, owner] = [await client.holder("1"), await client.holder("5")];
    const applied = await transfer(thief, owner.publicKey(), thief.publicKey(), 10_000_000n);
    expect(applied.status).toBe("FAILED");
    expect(await client.usdcOf(owner.publicKey())).toBe("5.0000000");
  });

  test("a call without its authorisation entry traps, and tells whose error it was", async () => {
    const from = await client.holder("5");
    const bare = await client.build(from, [transferCall(from.publicKey(), (await client.holder()).publicKey(), 1n)]);
    const simulated = await client.node.simulateTransaction(bare);
    if (!rpc.Api.isSimulationSuccess(simulated)) throw new Error("simulation failed");
    const assembled = rpc
      .assembleTransaction(bare, { ...simulated, result: { auth: [], retval: nativeToScVal(null) } })
      .build();
    assembled.sign(from);
    const { hash } = await client.node.sendTransaction(assembled);
    const applied = client.sandbox.world.ledger.transaction(hash);
    expect(applied).toMatchObject({
      successful: false,
      operationCodes: ["invoke_host_function_trapped"],
      contractError: { contractId: usdcContractId, code: null, name: "Error(Auth, InvalidAction)" },
    });
  });
});

describe("simulation answers the token's own error", () => {
  const errorOf = async (call: xdr.Operation, source: Keypair) => {
    const simulated = await client.node.simulateTransaction(await client.build(source, [call]));
    return rpc.Api.isSimulationError(simulated) ? simulated.error : "no error";
  };

  test("too little balance, no trustline, a frozen line", async () => {
    const [from, bare, frozen] = [await client.holder("1"), await client.funded(), await client.holder("1")];
    await client.control.post("/stellar/freeze", { address: frozen.publicKey(), frozen: true });
    const to = from.publicKey();
    expect(await errorOf(transferCall(to, frozen.publicKey(), 1n), from)).toContain("Error(Contract, #11)");
    expect(await errorOf(transferCall(to, bare.publicKey(), 1n), from)).toContain("Error(Contract, #13)");
    expect(await errorOf(transferCall(to, (await client.holder()).publicKey(), 10_000_001n), from)).toContain(
      "Error(Contract, #10)",
    );
    expect(await errorOf(transferCall(to, to, -1n), from)).toContain("Error(Contract, #8)");
  });
});
