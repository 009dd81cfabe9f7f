import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { ChainIntent, OrderTerms } from "../domain/chain/intent.ts";
import { mintId } from "../domain/ids.ts";
import { ledgerAccounts } from "../domain/ledger/accounts.ts";
import { formatAmount } from "../domain/money.ts";
import { balanceOf, post } from "../prisma/testing/ledger.ts";
import { airtmProvider } from "./airtm/airtm-provider.ts";
import type { PaymentProvider } from "./payment-provider.ts";
import { creditFound } from "./stellar/credit-found.ts";
import { cryptoProvider } from "./stellar/crypto-provider.ts";
import { arrivedTransfers } from "./stellar/follow-deposits.ts";
import { type DisputeBench, disputeBench } from "./testing/dispute-bench.ts";
import { type EscrowScene, escrowScene } from "./testing/escrow-scene.ts";
import { anOutsider } from "./testing/outsider.ts";
import { problemOf } from "./testing/problem-of.ts";

// One order, one refund, one split, one withdrawal: whoever keeps users' money, they get the same, and the books agree.

const TREASURY_USDC = "500.00";
const TREASURY_STROOPS = 5_000_000_000n;

describe.each([
  { provider: cryptoProvider, payer: "their own wallet" },
  { provider: airtmProvider, payer: "the treasury" },
])("paid by $payer,", ({ provider }) => {
  let scene: EscrowScene;
  let bench: DisputeBench;
  beforeAll(async () => {
    scene = await escrowScene({ provider });
    bench = disputeBench(scene);
    for (const owner of provider.platformWallets) {
      const { walletId, publicKey } = await scene.chain.wallet(owner);
      await scene.chain.activate(walletId);
      await scene.chain.control("POST", "/stellar/mint", { address: publicKey, amount: TREASURY_USDC });
      const opening = {
        [ledgerAccounts.stellar]: -TREASURY_STROOPS,
        [ledgerAccounts.backingStellar]: TREASURY_STROOPS,
      };
      await post(scene.chain.db.sql, "treasury/opening", opening);
    }
  }, 60_000);
  afterAll(() => scene.chain.close());

  const amountIn = async (account: string) => formatAmount(await balanceOf(scene.chain.db.sql, account));

  test("a released order pays the seller net, and nobody else", async () => {
    const { order, contractId } = await bench.funded();
    expect(await amountIn(ledgerAccounts.escrow(order.orderId))).toBe("120.00");
    await expectBooksAgree(scene, provider, order);
    for (const intent of releaseSteps(order, contractId)) await scene.chain.apply(intent);
    const before = await amountIn(ledgerAccounts.available(order.sellerId));
    await bench.record(`order/${order.orderId}#requested`, requested(order));
    await bench.carriedOut({
      stepKey: `order/${order.orderId}#release`,
      intent: { kind: "releaseEscrow", order, contractId },
      fact: { kind: "orderReleased", order },
    });
    const gained = Number(await amountIn(ledgerAccounts.available(order.sellerId))) - Number(before);
    expect(gained.toFixed(2)).toBe("116.64"); // 120.00 less 2.5 % of the platform and 0.3 % of Trustless Work
    expect(await amountIn(ledgerAccounts.escrow(order.orderId))).toBe("0.00");
    await expectBooksAgree(scene, provider, order);
  });

  test.each([
    [{ decision: "FULL_REFUND" }, "0.00", "116.64"],
    [{ decision: "FULL_RELEASE" }, "116.64", "0.00"],
    [{ decision: "SPLIT", sellerAmount: "70.00", buyerAmount: "50.00" }, "68.04", "48.60"],
  ] as const)("a dispute decided as %j pays seller and buyer their nets", async (ruling, sellers, buyers) => {
    const dispute = await bench.frozen();
    const before = await bench.books(dispute.order);
    await bench.carriedOut(await bench.decided(dispute, ruling));
    const after = await bench.books(dispute.order);
    expect(formatAmount(after.seller - before.seller)).toBe(sellers);
    expect(formatAmount(after.buyer - before.buyer)).toBe(buyers);
    expect(after.unexplained).toBe(0n);
    await expectBooksAgree(scene, provider, dispute.order);
  });

  test("what a stranger adds to a frozen contract is paid out with it, and booked", async () => {
    const dispute = await bench.frozen();
    await scene.chain.control("POST", "/stellar/mint", { address: dispute.contractId, amount: "0.0000001" });
    await bench.carriedOut(
      await bench.decided(dispute, { decision: "SPLIT", sellerAmount: "70.00", buyerAmount: "50.00" }),
    );
    expect((await bench.books(dispute.order)).escrow).toBe(0n);
    await expectBooksAgree(scene, provider, dispute.order);
  });

  test("a withdrawal to an address arrives, and costs its user what was asked", async () => {
    const { userId } = await scene.chain.user("100.00");
    const { address } = await anOutsider(scene.chain);
    const step = await bench.withdrawal(userId, address, "10.00");
    await bench.carriedOut(step);
    expect(await bench.withdrawing(userId)).toBe("0.00");
    await expectTreasuryAgrees(scene, provider);
  });

  test("a wallet that lacks what it should pay is told by its right name, and nothing is signed", async () => {
    const order = { amount: "4999.99" };
    const { order: terms, contractId } = await scene.before("fundEscrow", order);
    const poor = { ...terms, amount: "49999.00" };
    expect(await problemOf(scene.chain.intents.fundEscrow.build({ kind: "fundEscrow", order: poor, contractId }))).toBe(
      "ESCROW_NOT_AS_AGREED",
    );
    const { publicKey } = await payerOf(scene, provider);
    const usdc = (await scene.chain.stellar.account(publicKey))?.usdc?.stroops ?? 0n;
    const dear = await scene.before("fundEscrow", { amount: formatAmount(usdc + 10_000_000n).replace(/\..*/, ".00") });
    expect(await problemOf(scene.chain.build(dear.intent))).toBe(provider.shortOfUsdc);
  });

  test("what arrives from outside is credited to whose money the wallet holds, and to nobody else", async () => {
    const { publicKey } = await payerOf(scene, provider);
    const { sequence } = await scene.chain.stellar.latestLedger();
    const user = await scene.chain.user("3.00"); // a transfer to a user's own wallet
    await scene.chain.control("POST", "/stellar/mint", { address: publicKey, amount: "5.00" });
    const { events } = await scene.chain.stellar.transferEvents({ startLedger: sequence }, 100);
    const arrived = await arrivedTransfers({ db: scene.chain.db, provider }, events);
    const accounts = arrived.map(({ account }) => account);
    const payer = provider.depositAccount(provider.payerOf(scene.buyer.userId));
    expect(accounts).toContain(payer);
    expect(accounts.includes(ledgerAccounts.available(user.userId))).toBe(provider.name === "crypto");
    const deps = { ...scene.chain, provider };
    await creditFound(deps, arrived);
    await creditFound(deps, arrived); // told twice, it counts once
    await expectTreasuryAgrees(scene, provider);
  });

  test("what a treasury holds and the ledger has not heard of is not spent: it could not be booked", async () => {
    if (provider.payingAccount === null) return;
    const { userId } = await scene.chain.user("100.00");
    const { address } = await anOutsider(scene.chain);
    const { publicKey } = await payerOf(scene, provider);
    const booked = await balanceOf(scene.chain.db.sql, provider.payingAccount);
    await scene.chain.control("POST", "/stellar/mint", { address: publicKey, amount: "20.00" });
    const withdrawalOf = (stroops: bigint) => ({
      kind: "payOut" as const,
      payout: {
        withdrawalId: mintId("withdrawal", randomBytes(24)),
        userId,
        amount: `${stroops / 10_000_000n}.00`,
        currency: "USDC" as const,
        destination: address,
        memo: null,
      },
    });
    const build = (stroops: bigint) => problemOf(scene.chain.intents.payOut.build(withdrawalOf(stroops)));
    expect(await build(booked)).toBe("none");
    expect(await build(booked + 10_000_000n)).toBe("TREASURY_LOW");
    await post(scene.chain.db.sql, "treasury/followed", {
      [ledgerAccounts.stellar]: -200_000_000,
      [ledgerAccounts.backingStellar]: 200_000_000,
    });
    expect(await build(booked + 10_000_000n)).toBe("none");
  });
});

const at = "2026-01-01T00:00:00.000Z";
const requested = (order: OrderTerms) =>
  ({ kind: "releaseRequested", order, requestedBy: "key_test", reason: null, requestedAt: at }) as const;

const releaseSteps = (order: OrderTerms, contractId: string): readonly ChainIntent[] => [
  { kind: "completeMilestone", order, contractId, milestoneIndex: 0 },
  { kind: "approveMilestone", order, contractId, milestoneIndex: 0 },
];

async function payerOf(scene: EscrowScene, provider: PaymentProvider): Promise<{ readonly publicKey: string }> {
  return scene.chain.wallet(provider.payerOf(scene.buyer.userId));
}

/** The contract holds what the ledger says, and with a treasury so does that, and users' money is all at the provider. */
async function expectBooksAgree(scene: EscrowScene, provider: PaymentProvider, order: OrderTerms): Promise<void> {
  const { sql } = scene.chain.db;
  const { rows } = await sql.query<{ contract_id: string }>("SELECT contract_id FROM escrow WHERE id = $1", [
    order.escrowId,
  ]);
  const held = await scene.chain.stellar.contractUsdc(rows[0]?.contract_id ?? "");
  expect(held).toBe(await balanceOf(sql, ledgerAccounts.escrow(order.orderId)));
  await expectTreasuryAgrees(scene, provider);
}

async function expectTreasuryAgrees(scene: EscrowScene, provider: PaymentProvider): Promise<void> {
  const { sql } = scene.chain.db;
  const { rows } = await sql.query<{ sum: string }>(
    "SELECT coalesce(sum(balance), 0)::text AS sum FROM ledger_account",
  );
  expect(rows[0]?.sum).toBe("0");
  if (provider.name === "crypto") return;
  const { publicKey } = await payerOf(scene, provider);
  const usdc = (await scene.chain.stellar.account(publicKey))?.usdc?.stroops;
  expect(usdc).toBe(await balanceOf(sql, ledgerAccounts.backingStellar));
  const users = await sql.query<{ sum: string }>(
    "SELECT coalesce(sum(balance), 0)::text AS sum FROM ledger_account WHERE name LIKE 'user/%'",
  );
  const atProvider = -(await balanceOf(sql, ledgerAccounts.airtm));
  expect(BigInt(users.rows[0]?.sum ?? "0") + (await balanceOf(sql, ledgerAccounts.backingAirtm))).toBe(atProvider);
}
