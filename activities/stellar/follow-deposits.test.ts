import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { Account, Address, Asset, Claimant, MuxedAccount, nativeToScVal, Operation, xdr } from "@stellar/stellar-sdk";
import { type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { chainStepBench } from "../testing/chain-step-bench.ts";
import {
  creditedTo,
  type DepositFollower,
  followDeposits,
  STREAM,
  untilCaughtUp,
} from "../testing/deposit-follower.ts";
import { anOutsider, type Outsider } from "../testing/outsider.ts";
import { buildTransaction } from "./build-transaction.ts";
import { beginDeposits } from "./follow-deposits.ts";
import { usdcAsset, usdcContractId } from "./settings.ts";

type Person = Awaited<ReturnType<ChainScene["user"]>>;

let scene: ChainScene;
let outsider: Outsider;
let follower: DepositFollower;
let alice: Person;
let bob: Person;

beforeAll(async () => {
  scene = await chainScene();
  outsider = await anOutsider(scene, "1000.00");
});
afterAll(() => scene.close());
beforeEach(async () => {
  [alice, bob] = [await scene.user(), await scene.user()];
  follower = followDeposits(scene);
  await untilCaughtUp(scene);
});
afterEach(async () => {
  await follower.stop();
});

const usdc = () => usdcAsset(scene.settings);
const pay = (destination: string, amount: string) => Operation.payment({ destination, asset: usdc(), amount });
const muxed = (address: string, id: string) => new MuxedAccount(new Account(address, "0"), id).accountId();
const mint = (address: string, amount: string) => scene.control("POST", "/stellar/mint", { address, amount });

async function credited(person: Person) {
  await untilCaughtUp(scene);
  return creditedTo(scene, person.userId);
}

describe("USDC that arrives at a user's address is credited as it came:", () => {
  test("a payment, to the last of seven decimals", async () => {
    await outsider.send([pay(alice.address, "0.0000001")]);
    await outsider.send([pay(alice.address, "12.3456789")]);
    expect(await credited(alice)).toMatchObject({ deposits: [1n, 123_456_789n], available: 123_456_790n });
  });

  test("new money from the issuer itself", async () => {
    await mint(alice.address, "250.00");
    expect((await credited(alice)).deposits).toEqual([2_500_000_000n]);
  });

  test("a payment to an M… address, with its id", async () => {
    await outsider.send([pay(muxed(alice.address, "18446744073709551615"), "1.00")]);
    expect((await credited(alice)).rows).toEqual([
      { stroops: "10000000", muxed_id: "18446744073709551615", from_address: outsider.address },
    ]);
  });

  test("a payment with a memo", async () => {
    await outsider.send([pay(alice.address, "1.00")], "invoice 7");
    expect((await credited(alice)).rows).toMatchObject([{ stroops: "10000000", muxed_id: "invoice 7" }]);
  });

  test("several in one transaction, each for its owner, two equal ones as two", async () => {
    await outsider.send([pay(alice.address, "1.00"), pay(bob.address, "3.00"), pay(alice.address, "1.00")]);
    expect((await credited(alice)).deposits).toEqual([10_000_000n, 10_000_000n]);
    expect((await credited(bob)).deposits).toEqual([30_000_000n]);
  });

  test("a path payment, with what arrived and not with what was sent", async () => {
    const path = { sendAsset: usdc(), destAsset: usdc(), destination: alice.address };
    await outsider.send([
      Operation.pathPaymentStrictReceive({ ...path, sendMax: "9.00", destAmount: "2.5000001" }),
      Operation.pathPaymentStrictSend({ ...path, sendAmount: "4.00", destMin: "1.00" }),
    ]);
    expect((await credited(alice)).deposits).toEqual([25_000_001n, 40_000_000n]);
  });

  test("a transfer that the token's contract makes", async () => {
    const args = [outsider.address, alice.address].map((one) => new Address(one).toScVal());
    const transfer = new xdr.InvokeContractArgs({
      contractAddress: new Address(usdcContractId(scene.settings)).toScAddress(),
      functionName: "transfer",
      args: [...args, nativeToScVal(77n, { type: "i128" })],
    });
    await outsider.call(transfer);
    expect((await credited(alice)).deposits).toEqual([77n]);
  });

  test("a claimable balance, once its owner's key claims it", async () => {
    const claimants = [new Claimant(bob.address)];
    const create = Operation.createClaimableBalance({ asset: usdc(), amount: "5.00", claimants });
    const promise = await buildTransaction(scene, { source: outsider.address, operations: [create] });
    await outsider.sign(promise);
    expect((await credited(bob)).deposits).toEqual([]);

    const claim = Operation.claimClaimableBalance({ balanceId: promise.getClaimableBalanceId(0) });
    const claiming = await buildTransaction(scene, { source: bob.address, operations: [claim] });
    await scene.signer.sign([bob.address], claiming);
    await scene.stellar.send(claiming.toXDR());
    expect((await credited(bob)).deposits).toEqual([50_000_000n]);
  });
});

describe("nothing else is credited:", () => {
  test("another asset, or money that goes to nobody of ours", async () => {
    const other = await anOutsider(scene);
    await outsider.send([
      Operation.payment({ destination: alice.address, asset: Asset.native(), amount: "5" }),
      pay(other.address, "7.00"),
    ]);
    expect(await credited(alice)).toMatchObject({ deposits: [], available: 0n });
  });

  test("a transfer of our own workflow, which books it by itself, to another user too", async () => {
    await mint(alice.address, "100.00");
    expect((await credited(alice)).deposits).toHaveLength(1);
    const bench = chainStepBench(scene);
    const step = await bench.withdrawal(alice.userId, bob.address, "10.00");
    const txId = await bench.prepared(step);
    await bench.submit(txId);
    await untilCaughtUp(scene); // it is seen before its workflow has confirmed it
    expect((await credited(bob)).available).toBe(0n);
    expect(await bench.confirm(txId)).toMatchObject({ kind: "succeeded" });
    expect(await credited(bob)).toMatchObject({ deposits: [], available: 100_000_000n });
  });

  test("a payment that failed", async () => {
    await scene.control("POST", "/stellar/freeze", { address: alice.address, frozen: true });
    await expect(outsider.send([pay(alice.address, "1.00")])).rejects.toThrow("op_not_authorized");
    expect((await credited(alice)).deposits).toEqual([]);
  });
});

describe("whatever happens to the follower,", () => {
  /** Pages of two events, as if two were a thousand. */
  const smallPages = {
    transferEvents: (position: Parameters<ChainScene["stellar"]["transferEvents"]>[0]) =>
      scene.stellar.transferEvents(position, 2),
  };
  const arriveWhileAway = async () => {
    for (const amount of ["1.00", "2.00", "3.00", "4.00", "5.00"]) await outsider.send([pay(alice.address, amount)]);
  };
  const ALL = [1n, 2n, 3n, 4n, 5n].map((amount) => amount * 10_000_000n);

  test("after a time away it catches up over as many pages as it takes", async () => {
    expect(await follower.stop()).toBe("CancelledFailure");
    await arriveWhileAway();
    follower = followDeposits(scene, smallPages);
    expect((await credited(alice)).deposits).toEqual(ALL);
  });

  test("it never claims to have read a ledger of which something is left", async () => {
    await follower.stop();
    await outsider.send([pay(alice.address, "1.00"), pay(alice.address, "2.00"), pay(alice.address, "3.00")]);
    const { sequence } = await scene.stellar.latestLedger();
    let pages = 0;
    const slow = followDeposits(scene, {
      async transferEvents(position) {
        pages += 1;
        if (pages === 2) throw new Error("killed");
        return smallPages.transferEvents(position);
      },
    });
    await slow.ended;
    const { rows } = await scene.db.sql.query("SELECT ledger FROM stream_cursor WHERE name = $1", [STREAM]);
    expect(rows[0]?.ledger).toBeLessThan(sequence);
    follower = followDeposits(scene);
    expect((await credited(alice)).deposits).toEqual(ALL.slice(0, 3));
  });

  test("dying between two pages, or in the middle of one, it goes on where the last whole page ended", async () => {
    await follower.stop();
    await arriveWhileAway();
    let pages = 0;
    const dying = followDeposits(scene, {
      async transferEvents(position) {
        pages += 1;
        if (pages === 2) throw new Error("killed");
        return smallPages.transferEvents(position);
      },
    });
    expect(await dying.ended).toBe("killed");
    expect((await creditedTo(scene, alice.userId)).deposits).toEqual(ALL.slice(0, 2));
    follower = followDeposits(scene);
    expect((await credited(alice)).deposits).toEqual(ALL);
  });

  test("what arrives between the start of an installation and its first look is credited", async () => {
    await follower.stop();
    await scene.db.sql.query("DELETE FROM stream_cursor WHERE name = $1", [STREAM]);
    await beginDeposits(scene, STREAM);
    await outsider.send([pay(alice.address, "8.00")]);
    follower = followDeposits(scene);
    expect((await credited(alice)).deposits).toEqual([80_000_000n]);
  });

  test("after an absence longer than the node's history it goes on behind the gap, and tells it", async () => {
    await follower.stop();
    await scene.db.sql.query("UPDATE stream_cursor SET cursor = 'long gone', ledger = 1 WHERE name = $1", [STREAM]);
    const { sequence } = await scene.stellar.latestLedger();
    const shortMemory = {
      latestLedger: async () => ({ ...(await scene.stellar.latestLedger()), oldestLedger: sequence }),
    };
    follower = followDeposits(scene, shortMemory);
    await outsider.send([pay(alice.address, "6.00")]);
    expect((await credited(alice)).deposits).toEqual([60_000_000n]);
    const { rows } = await scene.db.sql.query("SELECT from_ledger, to_ledger FROM stream_gap WHERE stream = $1", [
      STREAM,
    ]);
    expect(rows).toEqual([{ from_ledger: 2, to_ledger: sequence - 1 }]);
  });

  test("two of it credit once", async () => {
    const twin = followDeposits(scene, smallPages);
    await arriveWhileAway();
    expect((await credited(alice)).deposits).toEqual(ALL);
    await twin.stop();
  });

  test("a node that fails for a while costs nothing but time", async () => {
    await follower.stop();
    await arriveWhileAway();
    await scene.control("POST", "/faults", {
      party: "rpc",
      match: { rpcMethod: "getEvents" },
      kind: "status",
      status: 503,
    });
    expect(await followDeposits(scene).ended).toMatch(/^transfer events: /);
    follower = followDeposits(scene);
    expect((await credited(alice)).deposits).toEqual(ALL);
  });
});
