import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { Keypair } from "@stellar/stellar-sdk";
import type { PlatformPayoutTerms } from "../../domain/chain/intent.ts";
import { ID_ENTROPY_BYTES, mintId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatAmount } from "../../domain/money.ts";
import { balanceOf, post } from "../../prisma/testing/ledger.ts";
import { type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { type ChainStepBench, chainStepBench } from "../testing/chain-step-bench.ts";
import { anOutsider, type Outsider } from "../testing/outsider.ts";
import { problemOf } from "../testing/problem-of.ts";
import { stellarCheckPlatformPayout } from "./check-platform-payout.ts";

const NOBODY = Keypair.random().publicKey();

let scene: ChainScene;
let bench: ChainStepBench;
let outsider: Outsider;
const platform: Record<string, string> = {};
beforeAll(async () => {
  scene = await chainScene();
  bench = chainStepBench(scene);
  outsider = await anOutsider(scene);
  const { rows } = await scene.db.sql.query(
    "SELECT 'platform/' || platform_role AS owner, public_key AS address FROM wallet WHERE platform_role IS NOT NULL",
  );
  for (const { owner, address } of rows) platform[owner] = address;
});
afterAll(() => scene.close());

const addressOf = (owner: string): string => platform[owner] ?? "";
const mint = (address: string, amount: string) => scene.control("POST", "/stellar/mint", { address, amount });
const book = async (account: string) => formatAmount(await balanceOf(scene.db.sql, account));
const usdcOf = async (address: string) => (await scene.stellar.account(address))?.usdc?.stroops ?? 0n;
const xlmOf = async (address: string) => (await scene.stellar.account(address))?.xlmStroops ?? 0n;

/** Asked for and approved: what is left is the one transaction. */
async function aPayout(terms: Partial<PlatformPayoutTerms>) {
  const platformPayout: PlatformPayoutTerms = {
    platformPayoutId: mintId("platformPayout", randomBytes(ID_ENTROPY_BYTES)),
    source: "platform/fee-receiver",
    asset: "USDC",
    amount: "10.00",
    destination: outsider.address,
    memo: null,
    reason: "fees of November",
    ...terms,
  };
  const workflowId = `platform-payout/${platformPayout.platformPayoutId}`;
  await bench.record(`${workflowId}#requested`, { kind: "platformPayoutRequested", platformPayout, by: "key_ann" });
  await bench.record(`${workflowId}#approved`, { kind: "platformPayoutApproved", platformPayout, by: "key_bob" });
  const fact = { kind: "platformPayoutCompleted", platformPayout } as const;
  return { stepKey: `${workflowId}#pay-out`, intent: { kind: "payOutPlatform", platformPayout } as const, fact };
}

async function paid(step: Awaited<ReturnType<typeof aPayout>>) {
  const txId = await bench.prepared(step);
  expect(await bench.prepared(step)).toBe(txId); // the worker died before it was sent
  await bench.submit(txId);
  await bench.submit(txId);
  const verdict = await bench.confirm(txId);
  expect(await bench.confirm(txId)).toEqual(verdict);
  return verdict;
}

const check = (step: Awaited<ReturnType<typeof aPayout>>) =>
  stellarCheckPlatformPayout(bench.deps)(step.intent.platformPayout).then(
    () => "none",
    (error) => `${error.code ?? error.type} ${error.details?.available ?? error.details?.reason ?? ""}`.trim(),
  );

/** Fees that the chain has paid and our books have. */
async function earn(amount: string, stroops: bigint) {
  await mint(addressOf("platform/fee-receiver"), amount);
  await post(scene.db.sql, `fees/${randomBytes(6).toString("hex")}`, {
    [ledgerAccounts.platformFees]: stroops,
    [ledgerAccounts.stellar]: -stroops,
  });
}

describe("the platform's fees", () => {
  beforeEach(async () => {
    const step = await aPayout({ amount: "0.01" });
    const held = await usdcOf(addressOf("platform/fee-receiver"));
    if (held > 0n) await paid({ ...step, ...(await aPayout({ amount: formatAmount(held) })) });
    expect(await book(ledgerAccounts.platformFees)).toBe("0.00");
  });

  test("leave once, wherever the payout is interrupted, and our books say so", async () => {
    await earn("25.00", 250_000_000n);
    const [before, taken] = [await usdcOf(outsider.address), await balanceOf(scene.db.sql, ledgerAccounts.operator)];
    expect(await paid(await aPayout({ amount: "10.0000001" }))).toMatchObject({
      kind: "succeeded",
      receipt: { booked: { "fees/platform": "-10.0000001", "world/operator": "10.0000001" } },
    });
    expect(await usdcOf(outsider.address)).toBe(before + 100_000_001n);
    expect(await book(ledgerAccounts.platformFees)).toBe("14.9999999");
    expect(await balanceOf(scene.db.sql, ledgerAccounts.operator)).toBe(taken + 100_000_001n);
  });

  test("leave together with what strangers sent, and no fee is taken for that which is not booked yet", async () => {
    await earn("20.00", 200_000_000n);
    await mint(addressOf("platform/fee-receiver"), "5.00");
    const { step } = await aRelease(addressOf("platform/fee-receiver"));
    expect(await problemOf(bench.prepare(await aPayout({ amount: "22.00" })))).toBe("LANE_BUSY");
    await step.settle();
    await paid(await aPayout({ amount: "22.00" }));
    expect(await book(ledgerAccounts.platformFees)).toBe("0.00");
    expect(await usdcOf(addressOf("platform/fee-receiver"))).toBe(30_000_000n);
  });

  test("are refused beyond what the wallet holds, before anything is asked of anybody and again before it is signed", async () => {
    await earn("10.00", 100_000_000n);
    const step = await aPayout({ amount: "10.01" });
    expect(await check(step)).toBe("INSUFFICIENT_FUNDS 10.0000000");
    expect(await problemOf(bench.prepare(step))).toBe("FUNDS_NOT_FREE");
  });

  test("are paid to a user of ours as a deposit of theirs, and told to them", async () => {
    await earn("10.00", 100_000_000n);
    const user = await scene.user();
    const step = await aPayout({ destination: user.address });
    await paid(step);
    expect(await bench.available(user.userId)).toBe("10.00");
    const { rows } = await scene.db.sql.query(
      "SELECT payload FROM event WHERE type = 'balance.credited' AND user_id = $1",
      [user.userId],
    );
    expect(rows.map(({ payload }) => payload.sourceId)).toEqual([step.intent.platformPayout.platformPayoutId]);
  });
});

/** A transaction that is to pay the address by our books, and whose end nobody knows yet. */
async function aRelease(address: string) {
  const payer = await scene.user("50.00");
  const withdrawal = await bench.withdrawal(payer.userId, outsider.address);
  const txId = await bench.prepared(withdrawal);
  await scene.db.sql.query("ALTER TABLE chain_transaction DISABLE TRIGGER fixed_columns");
  await scene.db.sql.query(
    "UPDATE chain_transaction SET booking = jsonb_set(booking, ARRAY['accounts', $2], to_jsonb('fees/platform'::text)) WHERE id = $1",
    [txId, address],
  );
  await scene.db.sql.query("ALTER TABLE chain_transaction ENABLE TRIGGER fixed_columns");
  const settle = async () => {
    await bench.submit(txId);
    await bench.confirm(txId);
  };
  return { step: { settle } };
}

describe("what is stranded", () => {
  test("as USDC in a wallet of which our books hold nothing leaves, and is booked", async () => {
    const source = "platform/dispute-resolver";
    await mint(addressOf(source), "7.00");
    const taken = await balanceOf(scene.db.sql, ledgerAccounts.operator);
    await paid(await aPayout({ source, amount: "7.00" }));
    expect(await usdcOf(addressOf(source))).toBe(0n);
    expect(await balanceOf(scene.db.sql, ledgerAccounts.operator)).toBe(taken + 70_000_000n);
  });

  test("as XLM leaves, down to what the wallet needs, also to another wallet of ours", async () => {
    const [from, to] = [addressOf("platform/dispute-resolver"), addressOf("platform/sponsor")];
    const before = await xlmOf(to);
    const terms = { source: "platform/dispute-resolver", asset: "XLM", destination: to } as const;
    await paid(await aPayout({ ...terms, amount: "1.50" }));
    expect((await xlmOf(to)) - before).toBe(15_000_000n);
    const spendable = (await scene.stellar.spendableXlm([from])).get(from) ?? 0n;
    const tooMuch = await aPayout({ ...terms, amount: formatAmount(spendable) });
    expect(await check(tooMuch)).toContain("INSUFFICIENT_FUNDS");
    expect(await problemOf(bench.prepare(tooMuch))).toBe("FUNDS_NOT_FREE");
    const free = spendable - scene.settings.feeStroopsMax;
    expect(await paid(await aPayout({ ...terms, amount: formatAmount(free) }))).toMatchObject({ kind: "succeeded" });
  });

  test.each([
    ["USDC", "platform/sponsor", "PLATFORM_WALLET"],
    ["XLM", "contract", "XLM_TO_CONTRACT_UNSUPPORTED"],
    ["XLM", "nobody", "ACCOUNT_MISSING"],
    ["XLM", "platform/fee-receiver", "SELF"],
  ] as const)("as %s does not go to %s", async (asset, to, reason) => {
    const others: Record<string, string> = { contract: scene.settings.trustless.factoryContractId, nobody: NOBODY };
    const destination = others[to] ?? addressOf(to);
    expect(await check(await aPayout({ asset, destination, amount: "0.01" }))).toBe(
      `WITHDRAWAL_DESTINATION_INVALID ${reason}`,
    );
  });
});

describe("a suspended user's money", () => {
  const suspend = (userId: string, status = "SUSPENDED") =>
    scene.db.sql.query("UPDATE users SET status = $2 WHERE id = $1", [userId, status]);

  async function aSuspendedUser(amount: string, stroops: bigint) {
    const user = await scene.user(amount);
    await post(scene.db.sql, `deposit/${user.userId}`, {
      [ledgerAccounts.available(user.userId)]: stroops,
      [ledgerAccounts.stellar]: -stroops,
    });
    await suspend(user.userId);
    return user;
  }

  test("is held when it is approved, and leaves to where two people said", async () => {
    const { userId, address } = await aSuspendedUser("50.00", 500_000_000n);
    const step = await aPayout({ source: userId, amount: "30.00" });
    expect([await bench.available(userId), await bench.withdrawing(userId)]).toEqual(["20.00", "30.00"]);
    await paid(step);
    expect([await bench.available(userId), await bench.withdrawing(userId)]).toEqual(["20.00", "0.00"]);
    expect(await usdcOf(address)).toBe(200_000_000n);
  });

  test("comes back when the payout fails", async () => {
    const { userId } = await aSuspendedUser("50.00", 500_000_000n);
    const { intent, stepKey } = await aPayout({ source: userId, amount: "30.00" });
    const { platformPayout } = intent;
    const failed = {
      kind: "platformPayoutFailed",
      platformPayout,
      reason: "no",
      errorCode: "DESTINATION_INVALID",
    } as const;
    await bench.record(`${stepKey}#failed`, failed);
    expect([await bench.available(userId), await bench.withdrawing(userId)]).toEqual(["50.00", "0.00"]);
  });

  test("is not taken while they may use it themselves, nor more of it than is available", async () => {
    const { userId } = await aSuspendedUser("50.00", 500_000_000n);
    await expect(aPayout({ source: userId, amount: "50.01" })).rejects.toMatchObject({ code: "INSUFFICIENT_FUNDS" });
    await suspend(userId, "ACTIVE");
    await expect(aPayout({ source: userId })).rejects.toMatchObject({ code: "INVALID_STATE" });
    expect([await bench.available(userId), await bench.withdrawing(userId)]).toEqual(["50.00", "0.00"]);
  });
});

test("nobody approves what they asked for, whoever asks the database, and nothing of a request changes", async () => {
  const { intent } = await aPayout({});
  const { platformPayoutId: id } = intent.platformPayout;
  const other = { ...intent.platformPayout, platformPayoutId: mintId("platformPayout", randomBytes(ID_ENTROPY_BYTES)) };
  await bench.record(`${other.platformPayoutId}#1`, {
    kind: "platformPayoutRequested",
    platformPayout: other,
    by: "key_ann",
  });
  const approved = { kind: "platformPayoutApproved", platformPayout: other, by: "key_ann" } as const;
  await expect(bench.record(`${other.platformPayoutId}#2`, approved)).rejects.toMatchObject({
    code: "SECOND_KEY_REQUIRED",
  });
  const change = (set: string) => scene.db.sql.query(`UPDATE platform_payout SET ${set} WHERE id = $1`, [id]);
  for (const set of [
    "amount_stroops = 1",
    "destination = 'G'",
    "source = 'platform/sponsor'",
    "approved_by = 'key_eve'",
  ]) {
    await expect(change(set)).rejects.toMatchObject({ code: "OH003" });
  }
  await expect(scene.db.sql.query("DELETE FROM platform_payout")).rejects.toThrow();
});
