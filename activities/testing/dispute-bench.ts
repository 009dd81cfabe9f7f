import { randomBytes } from "node:crypto";
import type { ChainReceipt, OrderTerms } from "../../domain/chain/intent.ts";
import type { DisputeTerms } from "../../domain/dispute/dispute-facts.ts";
import type { Ruling } from "../../domain/dispute/ruling.ts";
import { mintId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { balanceOf } from "../../prisma/testing/ledger.ts";
import { anOrder } from "./chain-scene.ts";
import { type ChainStepBench, chainStepBench, type StepToPrepare } from "./chain-step-bench.ts";
import type { EscrowScene } from "./escrow-scene.ts";

/** An order whose money is in its contract, in our books and on the chain. */
export interface FundedOrder {
  readonly order: OrderTerms;
  readonly contractId: string;
}

/** Orders up to their disputes, every step of them prepared, sent, confirmed and booked as a worker would do it. */
export interface DisputeBench extends ChainStepBench {
  funded(changes?: Partial<OrderTerms>): Promise<FundedOrder>;
  /** A dispute that is written down and taken by support; the contract is not frozen yet. */
  disputed(changes?: Partial<OrderTerms>): Promise<DisputeTerms>;
  freezing(dispute: DisputeTerms): StepToPrepare;
  /** The order's contract is frozen too. */
  frozen(changes?: Partial<OrderTerms>): Promise<DisputeTerms>;
  /** Writes the decision and gives the step that carries it out. */
  decided(dispute: DisputeTerms, ruling: Ruling): Promise<StepToPrepare>;
  /** Prepares, sends and confirms. @throws Error unless the step succeeded */
  carriedOut(step: StepToPrepare): Promise<ChainReceipt>;
  /** Our books of an order, in stroops. */
  books(order: OrderTerms): Promise<Readonly<Record<BookOfOrder, bigint>>>;
  statuses(dispute: DisputeTerms): Promise<Readonly<Record<"order" | "escrow" | "dispute", string>>>;
}

type BookOfOrder = "escrow" | "buyer" | "seller" | "trustlessWork" | "platform" | "unexplained" | "stellar";

const at = "2026-01-01T00:00:00.000Z";

export function disputeBench({ chain, buyer, seller }: EscrowScene): DisputeBench {
  const bench = chainStepBench(chain);
  const { sql } = chain.db;
  const statusOf = async (table: string, id: string): Promise<string> =>
    (await sql.query<{ status: string }>(`SELECT status FROM ${table} WHERE id = $1`, [id])).rows[0]?.status ?? "";
  const disputes: DisputeBench = {
    ...bench,
    async funded(changes = {}) {
      const order = anOrder(buyer.userId, seller.userId, changes);
      const workflowId = `order/${order.orderId}`;
      const { contractId } = await disputes.carriedOut(await bench.deployment(order));
      if (!contractId) throw new Error("the deployment created no contract");
      await bench.record(`${workflowId}#funding`, { kind: "fundingStarted", order, contractId });
      await disputes.carriedOut({
        stepKey: `${workflowId}#fund`,
        intent: { kind: "fundEscrow", order, contractId },
        fact: { kind: "escrowFunded", order, contractId },
      });
      return { order, contractId };
    },
    async disputed(changes) {
      const disputeId = mintId("dispute", randomBytes(24));
      const funded = await disputes.funded(changes);
      const dispute: DisputeTerms = { disputeId, ...funded, openedBy: "BUYER", reason: "OTHER" };
      await bench.record(`dispute/${disputeId}#opened`, { kind: "disputeOpened", dispute, evidence: [], openedAt: at });
      const taken = { dispute, assignedTo: "agent 7", notes: null, assignedAt: at };
      await bench.record(`dispute/${disputeId}#assigned`, { kind: "disputeAssigned", ...taken });
      return dispute;
    },
    freezing: ({ order, contractId, openedBy }) => ({
      stepKey: `order/${order.orderId}#freeze`,
      intent: { kind: "freezeEscrow", order, contractId, by: openedBy },
      fact: { kind: "escrowFrozen", order },
    }),
    async frozen(changes) {
      const dispute = await disputes.disputed(changes);
      await disputes.carriedOut(disputes.freezing(dispute));
      return dispute;
    },
    async decided(dispute, ruling) {
      const { disputeId, order, contractId } = dispute;
      const decision = { dispute, ruling, note: null, decidedBy: "key_test" };
      await bench.record(`dispute/${disputeId}#decided`, { kind: "rulingStarted", ...decision, decidedAt: at });
      return {
        stepKey: `dispute/${disputeId}#resolve`,
        intent: { kind: "resolveEscrow", order, contractId, ruling },
        fact: { kind: "disputeResolved", ...decision },
      };
    },
    async carriedOut(step) {
      const txId = await bench.prepared(step);
      await bench.submit(txId);
      const verdict = await bench.confirm(txId);
      if (verdict.kind !== "succeeded") throw new Error(`${step.stepKey} ended as ${JSON.stringify(verdict)}`);
      return verdict.receipt;
    },
    books: async ({ orderId, buyerId, sellerId }) => ({
      escrow: await balanceOf(sql, ledgerAccounts.escrow(orderId)),
      buyer: await balanceOf(sql, ledgerAccounts.available(buyerId)),
      seller: await balanceOf(sql, ledgerAccounts.available(sellerId)),
      trustlessWork: await balanceOf(sql, ledgerAccounts.trustlessWorkFees),
      platform: await balanceOf(sql, ledgerAccounts.platformFees),
      unexplained: await balanceOf(sql, ledgerAccounts.unexplained),
      stellar: await balanceOf(sql, ledgerAccounts.stellar),
    }),
    statuses: async ({ disputeId, order }) => ({
      order: await statusOf("orders", order.orderId),
      escrow: await statusOf("escrow", order.escrowId),
      dispute: await statusOf("dispute", disputeId),
    }),
  };
  return disputes;
}
