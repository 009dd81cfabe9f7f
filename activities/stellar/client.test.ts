import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { Account, Asset, Keypair, Operation, TransactionBuilder } from "@stellar/stellar-sdk";
import { type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { problemOf } from "../testing/problem-of.ts";
import { buildTransaction } from "./build-transaction.ts";
import { createStellarClient, type StellarClient } from "./client.ts";
import { usdcAsset } from "./settings.ts";

let scene: ChainScene;
let stellar: StellarClient;
let holder: Awaited<ReturnType<ChainScene["user"]>>;
beforeAll(async () => {
  scene = await chainScene();
  stellar = scene.stellar;
  holder = await scene.user("100.00");
});
afterEach(() => scene.control("DELETE", "/faults"));
afterAll(() => scene.close());

const UNKNOWN_HASH = "ab".repeat(32);
const fault = (party: string, order: object) => scene.control("POST", "/faults", { party, ...order });

async function funded(): Promise<Keypair> {
  const key = Keypair.random();
  await stellar.friendbot(key.publicKey());
  return key;
}

async function signed(key: Keypair, ...operations: Parameters<typeof buildTransaction>[1]["operations"]) {
  const transaction = await buildTransaction(scene, { source: key.publicKey(), operations });
  transaction.sign(key);
  return { signedXdr: transaction.toXDR(), hash: Buffer.from(transaction.hash()).toString("hex") };
}

const payment = (to: string, amount: string) =>
  Operation.payment({ destination: to, asset: usdcAsset(scene.settings), amount });

describe("a transaction", () => {
  test("that succeeded tells its ledger, time, fee and every movement of the token", async () => {
    const key = await funded();
    const { signedXdr } = await signed(key, Operation.changeTrust({ asset: usdcAsset(scene.settings) }));
    expect(await stellar.send(signedXdr)).toEqual({ kind: "accepted" });
    await scene.control("POST", "/stellar/mint", { address: key.publicKey(), amount: "30" });
    const several = await signed(key, payment(holder.address, "1"), payment(holder.address, "2.5"));
    await stellar.send(several.signedXdr);
    const found = await stellar.transaction(several.hash);
    expect(found).toMatchObject({
      status: "SUCCEEDED",
      resultCode: "tx_success",
      contractId: null,
      transfers: [
        { from: key.publicKey(), to: holder.address, stroops: 10_000_000n },
        { from: key.publicKey(), to: holder.address, stroops: 25_000_000n },
      ],
    });
    if (found.status === "NOT_FOUND") throw new Error("not found");
    expect(found.feeStroops).toBeGreaterThanOrEqual(200n);
    expect(found.ledger).toBeGreaterThan(1);
    expect(Number.isNaN(Date.parse(found.closedAt))).toBe(false);
  });

  test("that failed tells why in Horizon's words, and moved nothing", async () => {
    const key = await funded();
    const { signedXdr, hash } = await signed(key, payment(holder.address, "1"));
    expect(await stellar.send(signedXdr)).toEqual({ kind: "accepted" });
    expect(await stellar.transaction(hash)).toMatchObject({
      status: "FAILED",
      resultCode: "op_src_no_trust",
      transfers: [],
    });
  });

  test("that nobody knows comes with what the node can see", async () => {
    const { latest } = await stellar.transaction(UNKNOWN_HASH);
    const ledger = await stellar.latestLedger();
    expect(latest.latestLedger).toBeLessThanOrEqual(ledger.sequence);
    expect(latest.oldestLedger).toBe(ledger.oldestLedger);
    expect(Math.abs(latest.latestCloseTimeSeconds - Date.now() / 1000)).toBeLessThan(60);
  });

  test("is told by every source alike, each by itself", async () => {
    const key = await funded();
    const { signedXdr, hash } = await signed(key, Operation.changeTrust({ asset: usdcAsset(scene.settings) }));
    await stellar.send(signedXdr);
    await stellar.transaction(hash);
    await scene.control("POST", "/stellar/mint", { address: key.publicKey(), amount: "30" });
    const moving = await signed(key, payment(holder.address, "1"));
    await stellar.send(moving.signedXdr);
    await stellar.transaction(moving.hash);
    const heard = await stellar.testimonies({ hash: moving.hash, sourceAccount: key.publicKey() });
    const [ofNode, ofHorizon] = heard.map((one) => {
      if (!("answer" in one)) throw one.failure;
      const { latest, ...answer } = one.answer;
      return { answer, accountSequence: one.accountSequence };
    });
    expect(ofNode).toMatchObject({ answer: { status: "SUCCEEDED", transfers: [{ stroops: 10_000_000n }] } });
    expect(ofHorizon).toEqual(ofNode);
  });
});

describe("sending", () => {
  test("the same bytes again is a duplicate or too late, and pays once", async () => {
    const key = await funded();
    const outcome = await signed(
      key,
      Operation.payment({ destination: holder.address, asset: Asset.native(), amount: "1" }),
    );
    const before = (await stellar.account(holder.address))?.xlmStroops ?? 0n;
    expect(await stellar.send(outcome.signedXdr)).toEqual({ kind: "accepted" });
    const again = await stellar.send(outcome.signedXdr);
    expect(again.kind === "duplicate" || (again.kind === "refused" && again.resultCode === "tx_bad_seq")).toBe(true);
    expect((await stellar.account(holder.address))?.xlmStroops).toBe(before + 10_000_000n);
  });

  test("what no ledger would take is refused with its code", async () => {
    const key = await funded();
    const account = await stellar.account(key.publicKey());
    const late = new TransactionBuilder(new Account(key.publicKey(), `${account?.sequence}`), {
      fee: "100",
      networkPassphrase: scene.settings.networkPassphrase,
      timebounds: { minTime: 0, maxTime: 1_000_000 },
    })
      .addOperation(Operation.bumpSequence({ bumpTo: "0" }))
      .build();
    late.sign(key);
    expect(await stellar.send(late.toXDR())).toEqual({ kind: "refused", resultCode: "tx_too_late" });
  });

  test("what is not signed by its account is refused", async () => {
    const transaction = await buildTransaction(scene, {
      source: (await funded()).publicKey(),
      operations: [Operation.bumpSequence({ bumpTo: "0" })],
    });
    transaction.sign(Keypair.random());
    expect(await stellar.send(transaction.toXDR())).toEqual({ kind: "refused", resultCode: "tx_bad_auth" });
  });
});

describe("an account", () => {
  test("that does not exist is null", async () => {
    expect(await stellar.account(Keypair.random().publicKey())).toBeNull();
  });

  test("tells what it may spend, what it can receive and whether it wants a memo", async () => {
    const key = await funded();
    const send = async (operation: Parameters<typeof signed>[1]) =>
      stellar.send((await signed(key, operation)).signedXdr);
    expect(await stellar.account(key.publicKey())).toMatchObject({
      minimumXlmStroops: 10_000_000n,
      usdc: null,
      memoRequired: false,
    });
    await send(Operation.changeTrust({ asset: usdcAsset(scene.settings), limit: "75" }));
    await send(Operation.manageData({ name: "config.memo_required", value: "1" }));
    expect(await stellar.account(key.publicKey())).toMatchObject({
      minimumXlmStroops: 20_000_000n,
      usdc: { stroops: 0n, limitStroops: 750_000_000n, buyingLiabilities: 0n, authorized: true },
      memoRequired: true,
    });
    await scene.control("POST", "/stellar/freeze", { address: key.publicKey(), frozen: true });
    expect((await stellar.account(key.publicKey()))?.usdc?.authorized).toBe(false);
  });
});

describe("incoming money", () => {
  const arrivals = async (startLedger: number, limit = 100) => {
    const page = await stellar.transferEvents({ startLedger }, limit);
    return { ...page, mine: page.events.filter(({ to }) => to === holder.address) };
  };

  test("is told with what the sender said: nothing, a memo, a muxed id", async () => {
    const { sequence } = await stellar.latestLedger();
    const mint = (more: object) =>
      scene.control("POST", "/stellar/mint", { address: holder.address, amount: "1.25", ...more });
    const { hash } = await mint({});
    await mint({ memo: "order 9" });
    await mint({ muxedId: "18446744073709551615" });
    const { mine } = await arrivals(sequence);
    expect(mine.map(({ from, stroops, toMuxedId }) => [from, stroops, toMuxedId])).toEqual([
      [scene.settings.usdc.issuer, 12_500_000n, null],
      [scene.settings.usdc.issuer, 12_500_000n, "order 9"],
      [scene.settings.usdc.issuer, 12_500_000n, "18446744073709551615"],
    ]);
    expect(mine[0]?.txHash).toBe(hash);
    expect(mine.map(({ id }) => id)).toEqual([...mine.map(({ id }) => id)].sort());
  });

  test("is found once each, page by page, and only what is new after the cursor", async () => {
    const { sequence } = await stellar.latestLedger();
    for (const amount of ["1", "2", "3"])
      await scene.control("POST", "/stellar/mint", { address: holder.address, amount });
    const seen: string[] = [];
    let page = await stellar.transferEvents({ startLedger: sequence }, 2);
    for (; page.events.length > 0; page = await stellar.transferEvents({ cursor: page.cursor }, 2)) {
      seen.push(...page.events.map(({ id }) => id));
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    await scene.control("POST", "/stellar/mint", { address: holder.address, amount: "4" });
    const later = await stellar.transferEvents({ cursor: page.cursor }, 10);
    expect(later.events.map(({ stroops }) => stroops)).toEqual([40_000_000n]);
  });

  test("of a transfer that failed is not told", async () => {
    const { sequence } = await stellar.latestLedger();
    const { signedXdr } = await signed(await funded(), payment(holder.address, "5"));
    await stellar.send(signedXdr);
    expect((await arrivals(sequence)).mine.filter(({ stroops }) => stroops === 50_000_000n)).toEqual([]);
  });
});

test("a start-up can see which network it is on", async () => {
  expect(await stellar.passphrase()).toBe(scene.settings.networkPassphrase);
});

test("a faucet that refuses is no error when the account exists", async () => {
  const key = await funded();
  await stellar.friendbot(key.publicKey());
});

test("a contract that does not exist has no escrow and no code", async () => {
  const contractId = "CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM";
  expect(await stellar.escrow(contractId)).toBeNull();
  expect(await stellar.contractWasmHash(contractId)).toBeNull();
  expect(await stellar.contractUsdc(contractId)).toBe(0n);
  expect(await problemOf(stellar.escrow(scene.settings.trustless.factoryContractId))).toBe("STATE_UNEXPECTED");
});

describe("a node that fails is unreachable, never an answer", () => {
  const CALLS: readonly [string, (client: StellarClient) => Promise<unknown>][] = [
    ["latestLedger", (client) => client.latestLedger()],
    ["transaction", (client) => client.transaction(UNKNOWN_HASH)],
    ["account", (client) => client.account(holder.address)],
    ["transferEvents", (client) => client.transferEvents({ startLedger: 2 }, 1)],
    ["passphrase", (client) => client.passphrase()],
    ["contractUsdc", (client) => client.contractUsdc("CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM")],
    [
      "contractWasmHash",
      (client) => client.contractWasmHash("CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM"),
    ],
  ];

  test.each(CALLS)("%s", async (_, call) => {
    for (const order of [
      { kind: "refuse" },
      { kind: "status", status: 500 },
      { kind: "status", status: 429 },
      { kind: "lost" },
    ]) {
      await fault("rpc", { ...order, times: 2 });
      expect([order, await problemOf(call(stellar))]).toEqual([order, "CHAIN_UNREACHABLE"]);
      await scene.control("DELETE", "/faults");
    }
  });

  test("history, where only a 404 means that it is not there", async () => {
    const asked = { hash: UNKNOWN_HASH, sourceAccount: holder.address };
    for (const order of [{ kind: "refuse" }, { kind: "status", status: 503 }, { kind: "status", status: 429 }]) {
      await fault("horizon", order);
      const [ofNode, ofHorizon] = await stellar.testimonies(asked);
      expect(ofNode).toMatchObject({ answer: { status: "NOT_FOUND" } });
      expect(ofHorizon).toMatchObject({ failure: { problem: "CHAIN_UNREACHABLE" } });
    }
  });

  test("a send whose answer is lost throws, although it happened", async () => {
    const { signedXdr, hash } = await signed(await funded(), Operation.bumpSequence({ bumpTo: "0" }));
    await fault("rpc", { kind: "lost", match: { rpcMethod: "sendTransaction" } });
    expect(await problemOf(stellar.send(signedXdr))).toBe("CHAIN_UNREACHABLE");
    expect(await stellar.transaction(hash)).toMatchObject({ status: "SUCCEEDED" });
  });
});

describe("the deadline", () => {
  test.each([
    ["no answer begins", false],
    ["the answer begins and never ends", true],
  ])("ends a call when %s", async (_, begins) => {
    const server = createServer((_request, response) => {
      if (begins) response.writeHead(200, { "content-type": "application/json" }).write('{"jsonrpc":"2.0",');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const slow = createStellarClient({ ...scene.settings, rpcUrl: url, horizonUrl: url, friendbotUrl: url }, 200);
    const startedMs = Date.now();
    expect(await problemOf(slow.passphrase())).toBe("CHAIN_UNREACHABLE");
    for (const heard of await slow.testimonies({ hash: UNKNOWN_HASH, sourceAccount: holder.address }))
      expect(heard).toMatchObject({ failure: { problem: "CHAIN_UNREACHABLE" } });
    expect(Date.now() - startedMs).toBeLessThan(2_000);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});

test("no error tells the bytes that were sent", async () => {
  const { signedXdr } = await signed(await funded(), Operation.bumpSequence({ bumpTo: "0" }));
  await fault("rpc", { kind: "status", status: 500, match: { rpcMethod: "sendTransaction" } });
  const error = await stellar.send(signedXdr).catch((thrown: Error) => thrown);
  expect(`${JSON.stringify(error)}${(error as Error).message}${String((error as Error).cause)}`).not.toContain(
    signedXdr,
  );
});
