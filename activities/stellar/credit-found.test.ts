import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { Operation } from "@stellar/stellar-sdk";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { balanceOf, post } from "../../prisma/testing/ledger.ts";
import type { BookReport } from "../../workflows/contracts/reconcile.ts";
import type { RescanReport } from "../../workflows/contracts/rescan-deposits.ts";
import { eventKey, wantsRescan } from "../storage/deposits.ts";
import { type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { activityEnvironment, type ChainStepBench, chainStepBench } from "../testing/chain-step-bench.ts";
import { creditedTo, followDeposits, STREAM, untilCaughtUp } from "../testing/deposit-follower.ts";
import { anOutsider, type Outsider } from "../testing/outsider.ts";
import { stellarCompareDeposits } from "./compare-deposits.ts";
import { stellarCompareWallets } from "./compare-wallets.ts";
import { stellarRescanDeposits } from "./rescan-deposits.ts";
import { usdcAsset } from "./settings.ts";
import type { RawEvent } from "./wire.ts";

// A deposit that was lost is found again, by whoever looks first. The user has it once, whatever support did meanwhile.

type Person = Awaited<ReturnType<ChainScene["user"]>>;

let scene: ChainScene;
let bench: ChainStepBench;
let outsider: Outsider;
let alice: Person;
beforeAll(async () => {
  scene = await chainScene();
  bench = chainStepBench(scene);
  outsider = await anOutsider(scene, "10000.00");
});
afterAll(() => scene.close());
beforeEach(async () => {
  alice = await scene.user();
});

const deposit = (amount: string) =>
  outsider.send([Operation.payment({ destination: alice.address, asset: usdcAsset(scene.settings), amount })]);

let credits = 0;
/** Support corrects a balance; a negative amount takes. */
function byHand(stroops: bigint) {
  credits += 1;
  const user = ledgerAccounts.available(alice.userId);
  return post(scene.db.sql, `by-hand/${credits}`, { [ledgerAccounts.manual]: -stroops, [user]: stroops });
}
const rescan = (): Promise<RescanReport> =>
  activityEnvironment().run(stellarRescanDeposits(bench.deps), { stream: STREAM, fromLedger: null });
const compareWallets = () =>
  activityEnvironment().run(stellarCompareWallets(bench.deps), { runId: "run-1", stream: STREAM, patienceMs: 0 });
const compareDeposits = (): Promise<BookReport> =>
  activityEnvironment().run(stellarCompareDeposits(bench.deps), { runId: "run-1" });
const available = () => balanceOf(scene.db.sql, ledgerAccounts.available(alice.userId));
const open = async () =>
  (
    await scene.db.sql.query(
      "SELECT kind, cause FROM reconciliation_difference WHERE resolved_at IS NULL AND subject = $1",
      [alice.userId],
    )
  ).rows;

/** As if the stream had been read to its end by a release that dropped what it read. */
async function dropEverything(): Promise<void> {
  const { sequence } = await scene.stellar.latestLedger();
  await scene.db.sql.query(
    `INSERT INTO stream_cursor (name, cursor, ledger, furthest_ledger) VALUES ($1, '', $2, $2)
     ON CONFLICT (name) DO UPDATE SET cursor = '', ledger = $2, furthest_ledger = $2`,
    [STREAM, sequence],
  );
}
async function readAgainFromTheBeginning(): Promise<void> {
  const { oldestLedger } = await scene.stellar.latestLedger();
  await scene.db.sql.query("UPDATE stream_cursor SET cursor = '', ledger = $2 WHERE name = $1", [STREAM, oldestLedger]);
  const follower = followDeposits(scene);
  await untilCaughtUp(scene);
  await follower.stop();
}

describe("what support credited by hand before the lost deposit was found is matched with it", () => {
  test.each([
    ["reconciliation finds it", compareWallets],
    ["the stream is read again from an older cursor", readAgainFromTheBeginning],
    ["an operator has the history read again", rescan],
  ])("when %s: 151.00 on the chain are 151.00 in the books", async (_, find) => {
    await deposit("111.00");
    await deposit("40.00");
    await dropEverything();
    await byHand(1_110_000_000n);
    await find();
    expect([await available(), await open()]).toEqual([1_510_000_000n, []]);
    await compareWallets();
    await readAgainFromTheBeginning();
    expect(await available()).toBe(1_510_000_000n);
    expect(await open()).toEqual([]);
  });

  test("also in part, and when the whole was credited by hand and nothing is left to credit", async () => {
    await deposit("10.00");
    await deposit("5.00");
    await dropEverything();
    await byHand(150_000_000n);
    await readAgainFromTheBeginning();
    expect(await creditedTo(scene, alice.userId)).toMatchObject({
      available: 150_000_000n,
      deposits: [100_000_000n, 50_000_000n],
    });
    const { rows } = await scene.db.sql.query(
      "SELECT sum(matched_stroops)::text AS matched FROM deposit WHERE user_id = $1",
      [alice.userId],
    );
    expect(rows).toEqual([{ matched: "150000000" }]);
  });

  test.each([
    ["reconciliation finds it", compareWallets],
    ["the stream is read again from an older cursor", readAgainFromTheBeginning],
    ["an operator has the history read again", rescan],
  ])("when %s: a penalty beside it stays a penalty", async (_, find) => {
    await deposit("111.00");
    await dropEverything();
    await byHand(1_110_000_000n);
    await byHand(-500_000_000n);
    await find();
    expect(await available()).toBe(610_000_000n);
    expect((await creditedTo(scene, alice.userId)).deposits).toEqual([1_110_000_000n]);
    await compareWallets();
    expect([await available(), await open()]).toEqual([
      610_000_000n,
      [{ kind: "wallet_balance", cause: "manual_adjustment" }],
    ]);
  });

  test("a penalty alone takes nothing of the deposit, and a credit that was undone matches nothing of it", async () => {
    await deposit("20.00");
    const follower = followDeposits(scene);
    await untilCaughtUp(scene);
    await follower.stop();
    await byHand(-70_000_000n);
    await byHand(1_110_000_000n);
    await byHand(-1_110_000_000n);
    await deposit("111.00");
    await dropEverything();
    await rescan();
    expect(await available()).toBe(1_240_000_000n);
  });

  test("while a deposit that nobody has read yet is on its way: that one explains nothing", async () => {
    await deposit("100.00");
    await dropEverything();
    await byHand(1_000_000_000n);
    await deposit("100.00"); // behind what the follower has read
    await rescan();
    expect(await available()).toBe(1_000_000_000n);
    const follower = followDeposits(scene);
    await untilCaughtUp(scene);
    await follower.stop();
    expect([await available(), await open()]).toEqual([2_000_000_000n, []]);
  });

  test("and a correction that stays, with nothing on the chain behind it, goes on being told", async () => {
    await deposit("10.00");
    await dropEverything();
    await byHand(250_000_000n);
    await readAgainFromTheBeginning();
    await compareWallets();
    expect([await available(), await open()]).toEqual([
      250_000_000n,
      [{ kind: "wallet_balance", cause: "manual_adjustment" }],
    ]);
  });
});

test("a rescan says what it found, and that a newer reading has read all that the node has", async () => {
  await deposit("3.00");
  await dropEverything();
  await scene.db.sql.query("UPDATE stream_cursor SET reader = 1 WHERE name = $1", [STREAM]);
  expect(await wantsRescan(scene.db, STREAM)).toBe(true);
  expect((await rescan()).creditedCount).toBeGreaterThanOrEqual(1);
  expect((await rescan()).creditedCount).toBe(0);
  expect([await wantsRescan(scene.db, STREAM), await available()]).toEqual([false, 30_000_000n]);
});

test("nothing is credited beyond what the wallet holds: the rest is told with its transaction", async () => {
  await deposit("10.00");
  await dropEverything();
  const user = ledgerAccounts.available(alice.userId);
  await post(scene.db.sql, `elsewhere/${alice.userId}`, {
    [ledgerAccounts.stellar]: -100_000_000n,
    [user]: 100_000_000n,
  });
  await readAgainFromTheBeginning();
  expect([await available(), await creditedTo(scene, alice.userId)]).toMatchObject([100_000_000n, { deposits: [] }]);
});

describe("an event that could not be read", () => {
  test("is kept in the transaction that moves the cursor, told while it lasts, and credited once by who can read it", async () => {
    await dropEverything();
    await deposit("7.00");
    const follower = followDeposits(scene, {
      async transferEvents(position, limit) {
        const page = await scene.stellar.transferEvents(position, limit);
        const unread = page.events.map(({ id, ledger, txHash }) => ({
          id,
          ledger,
          txHash,
          reason: "new",
          raw: rawOf(id),
        }));
        return { ...page, events: [], unread };
      },
    });
    const raws = await rawEvents();
    const rawOf = (id: string): RawEvent =>
      raws.find((one) => one.id === id) ?? { id, ledger: 0, ledgerClosedAt: "", txHash: "" };
    await untilCaughtUp(scene);
    await follower.stop();
    expect(await available()).toBe(0n);
    await scene.db.sql.query("UPDATE unread_event SET raw = jsonb_set(raw, '{value}', '\"AAAAZA==\"')");
    expect((await compareDeposits()).differing).toBeGreaterThanOrEqual(1);
    for (const { value, ...event } of raws) {
      await scene.db.sql.query("UPDATE unread_event SET raw = jsonb_set(raw, '{value}', $2::jsonb) WHERE id = $1", [
        eventKey(event),
        JSON.stringify(value),
      ]);
    }
    await compareDeposits();
    await compareDeposits();
    expect(await available()).toBe(70_000_000n);
    const { rows } = await scene.db.sql.query("SELECT 1 FROM unread_event WHERE read_at IS NULL");
    expect(rows).toEqual([]);
  });
});

/** What the node itself says of every event that it has. */
async function rawEvents() {
  const { oldestLedger } = await scene.stellar.latestLedger();
  const body = {
    jsonrpc: "2.0",
    id: 1,
    method: "getEvents",
    params: { startLedger: oldestLedger, pagination: { limit: 1_000 } },
  };
  const response = await fetch(scene.settings.rpcUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { result } = (await response.json()) as { result: { events: Raw[] } };
  return result.events;
}
type Raw = RawEvent & { readonly value: string };
