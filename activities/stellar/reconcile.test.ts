import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { Address, nativeToScVal, Operation, xdr } from "@stellar/stellar-sdk";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { post } from "../../prisma/testing/ledger.ts";
import type { BookReport } from "../../workflows/contracts/reconcile.ts";
import { StepFailure } from "../failures.ts";
import { storageCompareLedger } from "../storage/compare-ledger.ts";
import { ledgerReadThrough } from "../storage/deposits.ts";
import { anOrder, type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { activityEnvironment, type ChainStepBench, chainStepBench } from "../testing/chain-step-bench.ts";
import { creditedTo, followDeposits, STREAM, untilCaughtUp } from "../testing/deposit-follower.ts";
import { anOutsider, type Outsider } from "../testing/outsider.ts";
import { problemOf } from "../testing/problem-of.ts";
import { stellarCompareEscrows } from "./compare-escrows.ts";
import { stellarCompareWallets } from "./compare-wallets.ts";
import { usdcAsset, usdcContractId } from "./settings.ts";

type Person = Awaited<ReturnType<ChainScene["user"]>>;

let scene: ChainScene;
let bench: ChainStepBench;
let outsider: Outsider;
let alice: Person;
beforeAll(async () => {
  scene = await chainScene();
  bench = chainStepBench(scene);
  outsider = await anOutsider(scene, "1000.00");
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.db.sql.query("UPDATE reconciliation_difference SET resolved_at = now() WHERE resolved_at IS NULL");
  alice = await scene.user();
});

const input = { runId: "run-1", stream: STREAM, patienceMs: 0 };
const compareWallets = (deps = bench.deps): Promise<BookReport> =>
  activityEnvironment().run(stellarCompareWallets(deps), input);
const pay = (destination: string, amount: string) =>
  outsider.send([Operation.payment({ destination, asset: usdcAsset(scene.settings), amount })]);
/** USDC on the chain and in our ledger alike. */
async function hold(person: Person, amount: string, stroops: bigint) {
  await scene.control("POST", "/stellar/mint", { address: person.address, amount });
  await book(person, stroops);
}
let entries = 0;
function book({ userId }: Person, stroops: bigint, against = "world/stellar") {
  entries += 1;
  return post(scene.db.sql, `test/${entries}`, { [against]: -stroops, [ledgerAccounts.available(userId)]: stroops });
}
const open = async (subject?: string) =>
  (
    await scene.db.sql.query(
      `SELECT kind, subject, cause, expected_stroops::text AS expected, found_stroops::text AS found, details
       FROM reconciliation_difference WHERE resolved_at IS NULL AND ($1::text IS NULL OR subject = $1)`,
      [subject ?? null],
    )
  ).rows;
const told = async (type: string, subject: string) =>
  (await scene.db.sql.query("SELECT 1 FROM event WHERE type = $1 AND payload->>'subject' = $2", [type, subject])).rows
    .length;

describe("a wallet", () => {
  test("that holds what our ledger says is no difference", async () => {
    await hold(alice, "12.3456789", 123_456_789n);
    const report = await compareWallets();
    expect(report.checked).toBeGreaterThanOrEqual(4); // the platform's three too
    expect(await open(alice.userId)).toEqual([]);
  });

  test("whose payments cannot be looked up keeps no other from being compared, and is told", async () => {
    const bob = await scene.user();
    for (const { address } of [alice, bob]) await scene.control("POST", "/stellar/mint", { address, amount: "1.00" });
    const stellar = {
      ...scene.stellar,
      payments(address: string) {
        if (address === alice.address) throw new StepFailure("NETWORK_NEWER", "payments: unexpected form");
        return scene.stellar.payments(address);
      },
    };
    await compareWallets({ ...bench.deps, stellar });
    expect(await open(alice.userId)).toMatchObject([{ cause: "not_readable", expected: "0", found: "10000000" }]);
    expect((await creditedTo(scene, bob.userId)).available).toBe(10_000_000n);
    await compareWallets();
    expect([await open(alice.userId), (await creditedTo(scene, alice.userId)).available]).toEqual([[], 10_000_000n]);
  });

  test("that holds one stroop less is found, told once while it lasts, and told again when it is gone", async () => {
    await hold(alice, "5.0000000", 50_000_001n);
    await compareWallets();
    await compareWallets();
    expect(await open(alice.userId)).toMatchObject([
      { kind: "wallet_balance", cause: "unexplained", expected: "50000001", found: "50000000" },
    ]);
    expect(await told("reconciliation.difference_found", alice.userId)).toBe(1);
    await scene.control("POST", "/stellar/mint", { address: alice.address, amount: "0.0000001" });
    await compareWallets();
    expect(await open(alice.userId)).toEqual([]);
    expect(await told("reconciliation.resolved", alice.userId)).toBe(1);
  });

  test("keeps the age of its difference when the amount changes", async () => {
    await book(alice, 10n);
    await compareWallets();
    const ages = () =>
      scene.db.sql.query("SELECT id, first_seen_at FROM reconciliation_difference WHERE subject = $1", [alice.userId]);
    const before = (await ages()).rows;
    await book(alice, 10n);
    await compareWallets();
    expect((await ages()).rows).toEqual(before);
    expect(await open(alice.userId)).toMatchObject([{ expected: "20" }]);
  });

  test("that was credited by hand differs, and says so", async () => {
    await book(alice, 70_000_000n, "world/manual");
    await compareWallets();
    expect(await open(alice.userId)).toMatchObject([{ cause: "manual_adjustment", expected: "70000000", found: "0" }]);
  });

  test("of the platform with a stranger's money in it says where that came from", async () => {
    const { publicKey } = await scene.wallet("platform/dispute-resolver");
    await pay(publicKey, "0.0000001");
    await compareWallets();
    expect(await open("platform/dispute-resolver")).toMatchObject([{ cause: "transfer_from_outside", found: "1" }]);
  });
});

describe("money in flight is no difference:", () => {
  test("a payout that is applied and not booked", async () => {
    await scene.control("POST", "/stellar/mint", { address: alice.address, amount: "1000.00" });
    const step = await bench.withdrawal(alice.userId, outsider.address, "10.00");
    const txId = await bench.prepared(step);
    await bench.submit(txId);
    await bench.appliedOnChain(txId);
    await compareWallets();
    expect(await open(alice.userId)).toEqual([]);
  });

  test("a payout that is booked between the two looks", async () => {
    const step = await bench.withdrawal(alice.userId, outsider.address, "10.00");
    await scene.control("POST", "/stellar/mint", { address: alice.address, amount: "1000.00" });
    await compareWallets();
    expect(await open(alice.userId)).toEqual([]);
    let looks = 0;
    const stellar: typeof scene.stellar = {
      ...scene.stellar,
      async walletsUsdc(addresses) {
        looks += 1;
        if (looks > 1) return scene.stellar.walletsUsdc(addresses);
        const txId = await bench.prepared(step);
        await bench.submit(txId);
        await bench.appliedOnChain(txId);
        const seen = await scene.stellar.walletsUsdc(addresses);
        await bench.confirm(txId);
        return seen;
      },
    };
    await compareWallets({ ...bench.deps, stellar });
    expect(looks).toBeGreaterThan(1);
    expect(await open(alice.userId)).toEqual([]);
  });

  test("whatever a node shows that is behind what was credited already", async () => {
    const follower = followDeposits(scene);
    await pay(alice.address, "5.00");
    await untilCaughtUp(scene);
    await follower.stop();
    const creditedThrough = await ledgerReadThrough(scene.db, STREAM);
    const behind: typeof scene.stellar = {
      ...scene.stellar,
      walletsUsdc: async () => ({ ledger: creditedThrough - 1, stroopsOf: () => 0n }),
    };
    await compareWallets({ ...bench.deps, stellar: behind });
    expect(await open(alice.userId)).toEqual([]);
  });

  test("but what is in flight long after its time is told, with its hash", async () => {
    await scene.control("POST", "/stellar/mint", { address: alice.address, amount: "1000.00" });
    const step = await bench.withdrawal(alice.userId, outsider.address, "10.00");
    const txId = await bench.prepared(step);
    await bench.submit(txId);
    await bench.appliedOnChain(txId);
    await scene.db.sql.query("UPDATE chain_transaction SET prepared_at = now() - interval '1 hour' WHERE id = $1", [
      txId,
    ]);
    await compareWallets();
    expect(await open(alice.userId)).toMatchObject([
      { cause: "transaction_in_flight", details: { txHashes: [expect.any(String)] } },
    ]);
    await activityEnvironment().run(storageCompareLedger(bench.deps), { runId: "run-1" });
    expect(await open(txId)).toMatchObject([{ kind: "transaction_without_outcome" }]);
    await bench.confirm(txId);
    await compareWallets();
    expect(await open(alice.userId)).toEqual([]);
  });
});

describe("a deposit that the follower missed", () => {
  test("is credited once, under the id that the follower gives it", async () => {
    await pay(alice.address, "3.00");
    const report = await compareWallets();
    expect(report.credited).toBeGreaterThanOrEqual(1);
    expect((await creditedTo(scene, alice.userId)).deposits).toEqual([30_000_000n]);
    await scene.db.sql.query("DELETE FROM stream_cursor WHERE name = $1", [STREAM]);
    const { oldestLedger } = await scene.stellar.latestLedger();
    await scene.db.sql.query("INSERT INTO stream_cursor (name, cursor, ledger) VALUES ($1, '', $2)", [
      STREAM,
      oldestLedger,
    ]);
    const follower = followDeposits(scene); // from the beginning of all history
    await untilCaughtUp(scene);
    await follower.stop();
    expect(await creditedTo(scene, alice.userId)).toMatchObject({ deposits: [30_000_000n], available: 30_000_000n });
    expect(await open(alice.userId)).toEqual([]);
  });

  test("is credited once when two runs and the follower see it at once, two payments in one transaction as two", async () => {
    const payment = Operation.payment({ destination: alice.address, asset: usdcAsset(scene.settings), amount: "2.00" });
    const follower = followDeposits(scene);
    await outsider.send([payment, payment]);
    await Promise.all([compareWallets(), compareWallets()]);
    await untilCaughtUp(scene);
    await follower.stop();
    expect(await creditedTo(scene, alice.userId)).toMatchObject({ deposits: [20_000_000n, 20_000_000n] });
  });

  /** Every node has forgotten what was before now; how much Horizon keeps of it is `archived`. */
  async function forgetful(archived: Partial<typeof scene.stellar> = {}) {
    const { sequence } = await scene.stellar.latestLedger();
    await scene.db.sql.query(
      `INSERT INTO stream_cursor (name, cursor, ledger, furthest_ledger) VALUES ($1, '', $2, $2)
       ON CONFLICT (name) DO UPDATE SET ledger = $2, furthest_ledger = $2`,
      [STREAM, sequence],
    );
    const latestLedger = async () => ({ ...(await scene.stellar.latestLedger()), oldestLedger: sequence + 1 });
    return { ...bench.deps, stellar: { ...scene.stellar, latestLedger, ...archived } };
  }

  test("and that no node can show any more is credited from the second source's copy, once, within the wallet's surplus", async () => {
    await pay(alice.address, "4.00");
    await book(alice, 15_000_000n, "world/manual"); // a part of it support has given already
    await pay(alice.address, "1.00");
    const deps = await forgetful();
    await Promise.all([compareWallets(deps), compareWallets(deps)]);
    await compareWallets(deps);
    expect(await creditedTo(scene, alice.userId)).toMatchObject({
      available: 50_000_000n,
      deposits: [10_000_000n, 40_000_000n], // the newest first
    });
    await compareWallets(); // the node remembers again
    expect([(await creditedTo(scene, alice.userId)).available, await open(alice.userId)]).toEqual([50_000_000n, []]);
  });

  test("and that nobody can show any more is told with its transaction, and not credited", async () => {
    const hash = await pay(alice.address, "4.00");
    await compareWallets(await forgetful({ archivedTransaction: async () => null }));
    expect((await creditedTo(scene, alice.userId)).deposits).toEqual([]);
    expect(await open(alice.userId)).toMatchObject([
      { cause: "deposit_not_credited", expected: "0", found: "40000000", details: { txHashes: [hash] } },
    ]);
  });
});

describe("a node that leaves events out", () => {
  const withoutEventsTo = (address: string): typeof scene.stellar => ({
    ...scene.stellar,
    async transferEvents(...args) {
      const page = await scene.stellar.transferEvents(...args);
      return { ...page, events: page.events.filter(({ to }) => to !== address) };
    },
  });
  const notShown = (hash: string) => [{ cause: "deposit_not_shown", details: { txHashes: [hash] } }];

  test("is told of with the transaction that the second source shows, until another node shows it", async () => {
    const hash = await pay(alice.address, "5.00");
    await compareWallets({ ...bench.deps, stellar: withoutEventsTo(alice.address) });
    expect(await open(alice.userId)).toMatchObject(notShown(hash));
    await compareWallets();
    expect(await open(alice.userId)).toEqual([]);
    expect((await creditedTo(scene, alice.userId)).deposits).toEqual([50_000_000n]);
  });

  test("hides nobody behind another who was paid in the same transaction", async () => {
    const bob = await scene.user();
    const payment = (destination: string, amount: string) =>
      Operation.payment({ destination, asset: usdcAsset(scene.settings), amount });
    const hash = await outsider.send([payment(alice.address, "2.00"), payment(bob.address, "3.00")]);
    await compareWallets({ ...bench.deps, stellar: withoutEventsTo(bob.address) });
    expect((await creditedTo(scene, alice.userId)).deposits).toEqual([20_000_000n]);
    expect(await open(bob.userId)).toMatchObject(notShown(hash));
    await compareWallets();
    expect((await creditedTo(scene, bob.userId)).deposits).toEqual([30_000_000n]);
    expect((await creditedTo(scene, alice.userId)).deposits).toEqual([20_000_000n]);
  });
});

describe("a contract", () => {
  const compareEscrows = () => activityEnvironment().run(stellarCompareEscrows(bench.deps), input);

  async function fundedOrder() {
    const [buyer, seller] = [await scene.user("200.00"), await scene.user()];
    const order = anOrder(buyer.userId, seller.userId);
    await bench.deployment(order);
    const { contractId } = await scene.apply({ kind: "deployEscrow", order });
    if (!contractId) throw new Error("the deployment created no contract");
    await scene.db.sql.query("UPDATE escrow SET contract_id = $2, status = 'FUNDED' WHERE order_id = $1", [
      order.orderId,
      contractId,
    ]);
    await scene.apply({ kind: "fundEscrow", order, contractId });
    await post(scene.db.sql, `fund/${order.orderId}`, {
      [ledgerAccounts.reserved(order.buyerId)]: -1_200_000_000n,
      [ledgerAccounts.escrow(order.orderId)]: 1_200_000_000n,
    });
    return { orderId: order.orderId, contractId };
  }

  test("that holds the order's money is no difference; one stroop more by a stranger is, and says where it came from", async () => {
    const { orderId, contractId } = await fundedOrder();
    expect(await compareEscrows()).toMatchObject({ checked: 1, differing: 0 });
    await outsider.call(
      new xdr.InvokeContractArgs({
        contractAddress: new Address(usdcContractId(scene.settings)).toScAddress(),
        functionName: "transfer",
        args: [
          new Address(outsider.address).toScVal(),
          new Address(contractId).toScVal(),
          nativeToScVal(1n, { type: "i128" }),
        ],
      }),
    );
    await compareEscrows();
    expect(await open(orderId)).toMatchObject([
      { kind: "escrow_balance", cause: "transfer_from_outside", expected: "1200000000", found: "1200000001" },
    ]);
  });

  test("that cannot be read keeps no other from being compared, and is told; when none can be read nothing is said of any", async () => {
    const [broken, lost] = [await fundedOrder(), await fundedOrder()];
    await post(scene.db.sql, `lost/${lost.orderId}`, {
      [ledgerAccounts.escrow(lost.orderId)]: -1n,
      "world/stellar": 1n,
    });
    const failing = (isBroken: (contractId: string) => boolean) => ({
      ...bench.deps,
      stellar: {
        ...scene.stellar,
        contractUsdc: async (contractId: string) => {
          if (isBroken(contractId)) throw new StepFailure("STATE_UNEXPECTED", "its balance cannot be read");
          return scene.stellar.contractUsdc(contractId);
        },
      },
    });
    const compare = (deps: ChainStepBench["deps"]) =>
      activityEnvironment().run(stellarCompareEscrows(deps), { runId: "run-1", stream: STREAM, patienceMs: 0 });
    await compare(failing((contractId) => contractId === broken.contractId));
    expect(await open(broken.orderId)).toMatchObject([
      { cause: "not_readable", found: null, details: { reason: "STATE_UNEXPECTED: its balance cannot be read" } },
    ]);
    expect(await open(lost.orderId)).toMatchObject([{ expected: "1199999999", found: "1200000000" }]);
    expect(await problemOf(compare(failing(() => true)))).toBe("STATE_UNEXPECTED");
    await compare(bench.deps);
    expect([await open(broken.orderId), await open(lost.orderId)]).toMatchObject([[], [{ found: "1200000000" }]]);
  });

  test("of a closed order is looked at as long as our ledger holds something of it", async () => {
    const { orderId } = await fundedOrder();
    await scene.db.sql.query("UPDATE escrow SET status = 'RELEASED' WHERE order_id = $1", [orderId]);
    await post(scene.db.sql, `lost/${orderId}`, { [ledgerAccounts.escrow(orderId)]: -1n, "world/stellar": 1n });
    await compareEscrows();
    expect(await open(orderId)).toMatchObject([{ expected: "1199999999", found: "1200000000" }]);
  });
});

describe("our ledger", () => {
  const compareLedger = () => activityEnvironment().run(storageCompareLedger(bench.deps), { runId: "run-1" });

  test("that keeps its laws shows no difference", async () => {
    await hold(alice, "1.00", 10_000_000n);
    await compareLedger();
    expect((await open()).filter(({ kind }) => ["ledger_entry", "ledger_balance"].includes(kind))).toEqual([]);
  });

  test("with a balance that was changed by one stroop behind its back is found", async () => {
    await hold(alice, "1.00", 10_000_000n);
    const account = ledgerAccounts.available(alice.userId);
    const shift = async (stroops: number) => {
      const sql = await scene.db.sql.connect();
      await sql.query("SET session_replication_role = replica");
      await sql.query("UPDATE ledger_account SET balance = balance + $2 WHERE name = $1", [account, stroops]);
      await sql.query("SET session_replication_role = DEFAULT");
      sql.release();
    };
    await shift(1);
    await compareLedger();
    expect(await open(account)).toMatchObject([{ kind: "ledger_balance", expected: "10000001", found: "10000000" }]);
    await shift(-1);
    await compareLedger();
    expect(await open(account)).toEqual([]);
  });

  test("with money that nobody expected shows it", async () => {
    await post(scene.db.sql, "unexpected", { "world/stellar": -5n, [ledgerAccounts.unexplained]: 5n });
    await compareLedger();
    expect(await open(ledgerAccounts.unexplained)).toMatchObject([{ kind: "suspense", found: "5" }]);
  });
});
