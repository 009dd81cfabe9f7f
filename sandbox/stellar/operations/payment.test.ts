import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Account, Asset, Keypair, Memo, MuxedAccount, Operation, scValToNative } from "@stellar/stellar-sdk";
import { type SandboxClient, startClient, usdcAsset } from "../testing/sandbox-client.ts";

let client: SandboxClient;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

const pay = (destination: string, amount: string, asset = usdcAsset) =>
  Operation.payment({ destination, asset, amount });

test("moves exactly the amount from one trustline to the other", async () => {
  const [from, to] = [await client.holder("25"), await client.holder()];
  const { code } = await client.submit(from, [pay(to.publicKey(), "10.0000001")]);
  expect(code).toBe("txSuccess");
  expect(await client.usdcOf(from.publicKey())).toBe("14.9999999");
  expect(await client.usdcOf(to.publicKey())).toBe("10.0000001");
});

describe("refuses with the network's own code", () => {
  test("an unknown destination", async () => {
    const from = await client.holder("5");
    const { operations } = await client.submit(from, [pay(Keypair.random().publicKey(), "1")]);
    expect(operations).toEqual(["paymentNoDestination"]);
  });

  test("a destination without the trustline", async () => {
    const [from, to] = [await client.holder("5"), await client.funded()];
    const { operations } = await client.submit(from, [pay(to.publicKey(), "1")]);
    expect(operations).toEqual(["paymentNoTrust"]);
  });

  test("a trustline without room", async () => {
    const [from, to] = [await client.holder("5"), await client.funded()];
    await client.submit(to, [Operation.changeTrust({ asset: usdcAsset, limit: "1" })]);
    const { operations } = await client.submit(from, [pay(to.publicKey(), "1.0000001")]);
    expect(operations).toEqual(["paymentLineFull"]);
  });

  test("more than the sender has, or a sender without the trustline", async () => {
    const [from, to, bare] = [await client.holder("5"), await client.holder(), await client.funded()];
    expect((await client.submit(from, [pay(to.publicKey(), "5.0000001")])).operations).toEqual(["paymentUnderfunded"]);
    expect((await client.submit(bare, [pay(to.publicKey(), "1")])).operations).toEqual(["paymentSrcNoTrust"]);
  });

  test("lumens that are needed for the reserve", async () => {
    const [from, to] = [await client.funded(), await client.funded()];
    const { operations } = await client.submit(from, [pay(to.publicKey(), "9999", Asset.native())]);
    expect(operations).toEqual(["paymentUnderfunded"]);
  });

  test("a frozen trustline, on either side, until it is authorised again", async () => {
    const [from, to] = [await client.holder("5"), await client.holder("5")];
    await client.control.post("/stellar/freeze", { address: to.publicKey(), frozen: true });
    expect((await client.submit(from, [pay(to.publicKey(), "1")])).operations).toEqual(["paymentNotAuthorized"]);
    expect((await client.submit(to, [pay(from.publicKey(), "1")])).operations).toEqual(["paymentSrcNotAuthorized"]);
    await client.control.post("/stellar/freeze", { address: to.publicKey(), frozen: false });
    expect((await client.submit(from, [pay(to.publicKey(), "1")])).code).toBe("txSuccess");
  });
});

test("a failed transaction moves nothing, yet its fee and sequence number are gone", async () => {
  const [from, to] = [await client.holder("5"), await client.holder()];
  const before = await client.horizon.loadAccount(from.publicKey());
  const failed = await client.submit(from, [pay(to.publicKey(), "1"), pay(to.publicKey(), "9")]);
  const after = await client.horizon.loadAccount(from.publicKey());
  expect(failed.operations).toEqual(["paymentSuccess", "paymentUnderfunded"]);
  expect(await client.usdcOf(to.publicKey())).toBe("0.0000000");
  expect(BigInt(after.sequence)).toBe(BigInt(before.sequence) + 1n);
  expect(lumens(before) - lumens(after)).toBeCloseTo(0.00002, 7);
});

describe("tells in its event", () => {
  const lastEvent = async (address: string) => {
    const { events } = await client.node.getEvents({
      startLedger: 1,
      filters: [{ contractIds: [usdcContract()] }],
      limit: 10_000,
    });
    const mine = events.filter(({ topic }) => topic.some((value) => scValToNative(value) === address));
    const event = mine.at(-1);
    if (event === undefined) throw new Error("no event");
    return { name: scValToNative(event.topic[0] ?? event.value), value: scValToNative(event.value) };
  };
  const usdcContract = () => client.sandbox.world.ledger.usdc.contractId;

  test("the id of a muxed destination, and credits the account under it", async () => {
    const [from, to] = [await client.holder("5"), await client.holder()];
    const muxed = new MuxedAccount(new Account(to.publicKey(), "0"), "18446744073709551615").accountId();
    await client.submit(from, [pay(muxed, "2")], { memo: Memo.text("the id wins") });
    const { name, value } = await lastEvent(to.publicKey());
    expect({ name, value }).toEqual({
      name: "transfer",
      value: { amount: 20_000_000n, to_muxed_id: 18446744073709551615n },
    });
    expect(await client.usdcOf(to.publicKey())).toBe("2.0000000");
  });

  test("the memo when the destination is not muxed", async () => {
    const [from, to] = [await client.holder("5"), await client.holder()];
    await client.submit(from, [pay(to.publicKey(), "2")], { memo: Memo.id("42") });
    expect((await lastEvent(to.publicKey())).value).toEqual({ amount: 20_000_000n, to_muxed_id: 42n });
    await client.submit(from, [pay(to.publicKey(), "1")]);
    expect((await lastEvent(to.publicKey())).value).toBe(10_000_000n);
  });

  test("a mint from the issuer and a burn to it", async () => {
    const holder = await client.holder("5");
    expect((await lastEvent(holder.publicKey())).name).toBe("mint");
    await client.submit(holder, [pay(usdcAsset.getIssuer() ?? "", "1")]);
    expect((await lastEvent(holder.publicKey())).name).toBe("burn");
  });
});

test("path payments pay the same asset and find no other path", async () => {
  const [from, to] = [await client.holder("5"), await client.holder()];
  const destination = to.publicKey();
  const receive = (sendMax: string, sendAsset = usdcAsset) =>
    Operation.pathPaymentStrictReceive({ sendAsset, sendMax, destination, destAsset: usdcAsset, destAmount: "2" });
  expect((await client.submit(from, [receive("2")])).code).toBe("txSuccess");
  expect((await client.submit(from, [receive("1")])).operations).toEqual(["pathPaymentStrictReceiveOverSendmax"]);
  expect((await client.submit(from, [receive("2", Asset.native())])).operations).toEqual([
    "pathPaymentStrictReceiveTooFewOffers",
  ]);
  const send = Operation.pathPaymentStrictSend({
    sendAsset: usdcAsset,
    sendAmount: "1",
    destination,
    destAsset: usdcAsset,
    destMin: "1",
  });
  expect((await client.submit(from, [send])).code).toBe("txSuccess");
  expect(await client.usdcOf(destination)).toBe("3.0000000");
});

const lumens = (account: { balances: readonly { asset_type: string; balance: string }[] }): number =>
  Number(account.balances.find(({ asset_type }) => asset_type === "native")?.balance);
