import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { OrderTerms } from "../../domain/chain/intent.ts";
import { mintId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatAmount } from "../../domain/money.ts";
import { balanceOf, post } from "../../prisma/testing/ledger.ts";
import { airtmProvider } from "../airtm/airtm-provider.ts";
import type { PaymentProvider } from "../payment-provider.ts";
import { cryptoProvider } from "../stellar/crypto-provider.ts";
import { anOrder } from "../testing/chain-scene.ts";
import { type DisputeBench, disputeBench } from "../testing/dispute-bench.ts";
import { type EscrowScene, escrowScene } from "../testing/escrow-scene.ts";
import { anOutsider } from "../testing/outsider.ts";
import { messageOf, problemOf } from "../testing/problem-of.ts";

// A contract that pays what our ledger cannot book leaves money that moved and that nobody can account for. So the ledger is
// asked before anything is signed.

interface Place {
  readonly scene: EscrowScene;
  readonly bench: DisputeBench;
  book(lines: Record<string, bigint>): Promise<unknown>;
  amountIn(account: string): Promise<string>;
  signed(stepKey: string): Promise<number>;
  /** A step that releases an order whose contract is ready for it. */
  releasable(changes?: Partial<OrderTerms>): Promise<ReturnType<typeof releaseOf>>;
}

const { backingAirtm, airtm, escrow, losses, stellar } = ledgerAccounts;

async function placeWith(provider: PaymentProvider): Promise<Place> {
  const scene = await escrowScene({ provider });
  const bench = disputeBench(scene);
  const { sql } = scene.chain.db;
  return {
    scene,
    bench,
    book: (lines) => post(sql, randomUUID(), lines),
    amountIn: async (account) => formatAmount(await balanceOf(sql, account)),
    signed: async (stepKey) =>
      (await sql.query("SELECT 1 FROM chain_transaction WHERE step_key = $1", [stepKey])).rows.length,
    async releasable(changes) {
      const { order, contractId } = await bench.funded(changes);
      const approving = { order, contractId, milestoneIndex: 0 };
      for (const kind of ["completeMilestone", "approveMilestone"] as const)
        await scene.chain.apply({ kind, ...approving });
      const requested = {
        kind: "releaseRequested",
        order,
        requestedBy: "key_test",
        reason: null,
        requestedAt: AT,
      } as const;
      await bench.record(`order/${order.orderId}#requested`, requested);
      return releaseOf(order, contractId);
    },
  };
}

const AT = "2026-01-01T00:00:00.000Z";
const releaseOf = (order: OrderTerms, contractId: string) => ({
  stepKey: `order/${order.orderId}#release`,
  intent: { kind: "releaseEscrow", order, contractId } as const,
  fact: { kind: "orderReleased", order } as const,
});

describe("behind a treasury", () => {
  let place: Place;
  beforeAll(async () => {
    place = await placeWith(airtmProvider);
    const { walletId, publicKey } = await place.scene.chain.wallet("platform/treasury");
    await place.scene.chain.activate(walletId);
    await place.scene.chain.control("POST", "/stellar/mint", { address: publicKey, amount: "5000.00" });
    await place.book({ [stellar]: -50_000_000_000n, [ledgerAccounts.backingStellar]: 50_000_000_000n });
  }, 60_000);
  afterAll(() => place.scene.chain.close());

  /** Leaves the operator so much at Airtm. */
  async function leave(stroops: bigint) {
    const rest = (await balanceOf(place.scene.chain.db.sql, backingAirtm)) - stroops;
    if (rest !== 0n) await place.book({ [backingAirtm]: -rest, [airtm]: rest });
  }

  test("a release waits, unsigned, until the operator's part covers what the contract pays, and is booked then", async () => {
    const step = await place.releasable();
    await leave(1_199_999_999n);
    expect(await problemOf(place.bench.prepare(step))).toBe("BOOKS_SHORT");
    expect(await messageOf(place.bench.prepare(step))).toContain("119.9999999");
    expect(await place.signed(step.stepKey)).toBe(0);
    await leave(1_200_000_000n);
    await place.bench.carriedOut(step);
    expect(await place.amountIn(escrow(step.intent.order.orderId))).toBe("0.00");
  });

  test("a ruling waits when a stranger has sent the contract more than the operator's part covers", async () => {
    const dispute = await place.bench.frozen();
    await leave(1_200_000_000n);
    await place.scene.chain.control("POST", "/stellar/mint", { address: dispute.contractId, amount: "0.01" });
    const step = await place.bench.decided(dispute, { decision: "FULL_REFUND" });
    expect(await problemOf(place.bench.prepare(step))).toBe("BOOKS_SHORT");
    await leave(1_200_100_000n);
    await place.bench.carriedOut(step);
  });

  test("of two that are covered together by the part of one, one is signed", async () => {
    const steps = [
      await place.releasable(),
      await place.releasable({ buyerId: (await place.scene.chain.user()).userId }),
    ];
    await leave(1_500_000_000n);
    const [first, second] = steps as [(typeof steps)[0], (typeof steps)[0]];
    await place.bench.prepared(first);
    expect(await problemOf(place.bench.prepare(second))).toBe("BOOKS_SHORT");
    await place.bench.carriedOut(first);
    await leave(1_200_000_000n);
    await place.bench.carriedOut(second);
  });

  test("the operator takes out of the treasury what is promised to nobody, and no more", async () => {
    const { sql } = place.scene.chain.db;
    const order = anOrder(place.scene.buyer.userId, place.scene.seller.userId);
    await place.bench.deployment(order); // its money is reserved, and not in its escrow yet
    const { address: destination } = await anOutsider(place.scene.chain);
    const { rows } = await sql.query("SELECT free_in_treasury()::text AS free");
    const free = BigInt(rows[0].free);
    expect(free).toBe((await balanceOf(sql, ledgerAccounts.backingStellar)) - 1_200_000_000n);
    const payout = async (stroops: bigint) => {
      const platformPayout = {
        platformPayoutId: mintId("platformPayout", randomBytes(24)),
        source: "platform/treasury",
        asset: "USDC",
        amount: formatAmount(stroops),
        destination,
        memo: null,
        reason: "no longer needed",
      } as const;
      const workflowId = `platform-payout/${platformPayout.platformPayoutId}`;
      await place.bench.record(`${workflowId}#1`, { kind: "platformPayoutRequested", platformPayout, by: "key_ann" });
      await place.bench.record(`${workflowId}#2`, { kind: "platformPayoutApproved", platformPayout, by: "key_bob" });
      const fact = { kind: "platformPayoutCompleted", platformPayout } as const;
      return { stepKey: `${workflowId}#pay-out`, intent: { kind: "payOutPlatform", platformPayout } as const, fact };
    };
    expect(await problemOf(place.bench.prepare(await payout(free + 1n)))).toBe("FUNDS_NOT_FREE");
    const { booked } = await place.bench.carriedOut(await payout(free));
    expect(booked).toEqual({ "backing/stellar": `-${formatAmount(free)}`, "world/operator": formatAmount(free) });
    expect(await place.amountIn(ledgerAccounts.backingStellar)).toBe("120.00");
  });
});

describe("paid by users' own wallets", () => {
  let place: Place;
  beforeAll(async () => {
    place = await placeWith(cryptoProvider);
  }, 60_000);
  afterAll(() => place.scene.chain.close());

  test("a contract that was written off in part and filled up again pays, and the books say where it came from", async () => {
    const step = await place.releasable();
    const account = escrow(step.intent.order.orderId);
    await place.book({ [account]: -200_000_000n, [losses]: 200_000_000n });
    const { booked } = await place.bench.carriedOut(step);
    expect(booked).toMatchObject({ [account]: "-100.00", [stellar]: "-20.00" });
    expect(await place.amountIn(account)).toBe("0.00");
  });

  test("a milestone waits while the ledger holds less of its order than it pays", async () => {
    const milestones = ["70.00", "50.00"].map((amount, index) => ({
      milestoneId: `mil_${randomUUID()}`,
      ref: `part-${index}`,
      title: `Part ${index}`,
      amount,
    }));
    const { order, contractId } = await place.bench.funded({ escrowType: "multi-release", milestones });
    for (const kind of ["completeMilestone", "approveMilestone"] as const)
      await place.scene.chain.apply({ kind, order, contractId, milestoneIndex: 0 });
    const release = { kind: "releaseEscrow", order, contractId, milestoneIndex: 0 } as const;
    await place.book({ [escrow(order.orderId)]: -500_000_001n, [losses]: 500_000_001n });
    expect(await problemOf(place.scene.chain.build(release))).toBe("BOOKS_SHORT");
    await place.book({ [escrow(order.orderId)]: 1n, [losses]: -1n });
    expect(await problemOf(place.scene.chain.build(release))).toBe("none");
  });
});
