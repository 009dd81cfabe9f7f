import { randomUUID } from "node:crypto";
import { MockActivityEnvironment } from "@temporalio/testing";
import { DefaultLogger } from "@temporalio/worker";
import pino from "pino";
import type { ChainIntent, OrderTerms, PayoutTerms } from "../../domain/chain/intent.ts";
import type { Fact } from "../../domain/facts.ts";
import { ID_ENTROPY_BYTES, mintId, type UserId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatAmount } from "../../domain/money.ts";
import { balanceOf, post } from "../../prisma/testing/ledger.ts";
import { until } from "../../tests/support/until.ts";
import type { ActivityDeps } from "../deps.ts";
import { stellarConfirmTx } from "../stellar/confirm-tx.ts";
import { type Prepared, type PrepareTx, stellarPrepareTx } from "../stellar/prepare-tx.ts";
import type { Verdict } from "../stellar/settle-attempt.ts";
import { type SubmitAnswer, stellarSubmitTx } from "../stellar/submit-tx.ts";
import { loadAttempt } from "../storage/chain-transactions.ts";
import { storageRecordFact } from "../storage/record-fact.ts";
import { createSendThroughTrustlessWork } from "../trustless-work/send.ts";
import type { ChainScene } from "./chain-scene.ts";

/** Overdrawn by nobody: every user of the bench is given more than any test moves. */
const OPENING_STROOPS = 10_000_000_000n;

export interface Withdrawal {
  readonly payout: PayoutTerms;
  readonly stepKey: string;
  readonly intent: Extract<ChainIntent, { kind: "payOut" }>;
  readonly fact: Extract<Fact, { kind: "withdrawalCompleted" }>;
}

export interface StepToPrepare extends Pick<PrepareTx, "isDeclaredSettled" | "settledBy" | "remembered"> {
  readonly stepKey: string;
  readonly intent: ChainIntent;
  readonly fact: Fact;
}

/** The three activities of a chain step, as a worker would run them, on a scene. */
export interface ChainStepBench {
  readonly deps: ActivityDeps;
  /** A withdrawal that is held and committed in the ledger, and not prepared yet. */
  withdrawal(userId: UserId, destination: string, amount?: string): Promise<Withdrawal>;
  /** An order whose money is held and whose contract is to be deployed. */
  deployment(order: OrderTerms): Promise<StepToPrepare>;
  record(key: string, fact: Fact): Promise<void>;
  /** Waits until a sent transaction is in a ledger. */
  appliedOnChain(txId: string): Promise<void>;
  prepare(step: StepToPrepare): Promise<Prepared>;
  prepared(step: StepToPrepare): Promise<string>;
  submit(txId: string, attempt?: number): Promise<SubmitAnswer>;
  confirm(txId: string): Promise<Verdict>;
  outcomeOf(txId: string): Promise<string | null>;
  available(userId: UserId): Promise<string>;
  withdrawing(userId: UserId): Promise<string>;
}

/** A failed activity is part of most tests here, and no news. */
const logger = new DefaultLogger("ERROR");

export const activityEnvironment = (attempt = 1) => new MockActivityEnvironment({ attempt }, { logger });

const caller = { keyId: "key_test", correlationId: "test" };

export function chainStepBench(scene: ChainScene, changes: Partial<ActivityDeps> = {}): ChainStepBench {
  const sendThroughTrustlessWork = createSendThroughTrustlessWork(scene.trustless);
  const deps: ActivityDeps = {
    ...scene,
    sendThroughTrustlessWork,
    log: pino({ level: "silent" }),
    fiat: null,
    webhooks: NO_WEBHOOKS,
    deploymentId: null,
    ...changes,
  };
  const { sql } = scene.db;
  /** Where users' money is. */
  const outside = scene.provider.name === "airtm" ? ledgerAccounts.airtm : ledgerAccounts.stellar;
  const record = (key: string, fact: Fact) => storageRecordFact(deps)({ key, caller, fact });
  const bench: ChainStepBench = {
    deps,
    async withdrawal(userId, destination, amount = "10.00") {
      const available = ledgerAccounts.available(userId);
      await post(sql, `opening/${userId}`, { [outside]: -OPENING_STROOPS, [available]: OPENING_STROOPS });
      const payout = payoutTerms(userId, destination, amount);
      const workflowId = `withdrawal/${payout.withdrawalId}`;
      await record(`${workflowId}#created`, { kind: "withdrawalCreated", payout, description: null });
      await record(`${workflowId}#committed`, { kind: "withdrawalCommitted", payout });
      const intent = { kind: "payOut", payout } as const;
      return { payout, intent, stepKey: `${workflowId}#send`, fact: { kind: "withdrawalCompleted", payout } };
    },
    async deployment(order) {
      const available = ledgerAccounts.available(order.buyerId);
      await post(sql, `opening/${order.orderId}`, { [outside]: -OPENING_STROOPS, [available]: OPENING_STROOPS });
      const workflowId = `order/${order.orderId}`;
      const details = {
        clientOrderRef: null,
        escrowType: "single-release",
        description: null,
        metadata: null,
      } as const;
      await record(`${workflowId}#created`, { kind: "orderCreated", order, details });
      await record(`${workflowId}#reserved`, { kind: "fundsReserved", order });
      await record(`${workflowId}#started`, { kind: "escrowStarted", order, isFirst: true });
      return {
        stepKey: `${workflowId}#deploy`,
        intent: { kind: "deployEscrow", order },
        fact: { kind: "escrowDeployed", order },
      };
    },
    record,
    async appliedOnChain(txId) {
      const { hash } = await loadAttempt(scene.db, txId);
      await until(
        "the transaction in a ledger",
        async () => (await scene.stellar.transaction(hash)).status === "SUCCEEDED",
      );
    },
    prepare: ({ fact, ...step }) =>
      activityEnvironment().run(stellarPrepareTx(deps), { ...step, onSuccess: { key: step.stepKey, caller, fact } }),
    async prepared(step) {
      const answer = await bench.prepare(step);
      if (answer.kind !== "prepared") throw new Error(`expected a transaction, got ${answer.kind}`);
      return answer.txId;
    },
    submit: (txId, attempt = 1) => activityEnvironment(attempt).run(stellarSubmitTx(deps), { txId }),
    confirm: (txId) => activityEnvironment().run(stellarConfirmTx(deps), { txId }),
    async outcomeOf(txId) {
      const { rows } = await sql.query("SELECT outcome FROM chain_transaction WHERE id = $1", [txId]);
      return rows[0]?.outcome ?? null;
    },
    available: async (userId) => formatAmount(await balanceOf(sql, ledgerAccounts.available(userId))),
    withdrawing: async (userId) => formatAmount(await balanceOf(sql, ledgerAccounts.withdrawing(userId))),
  };
  return bench;
}

function payoutTerms(userId: UserId, destination: string, amount: string): PayoutTerms {
  const withdrawalId = mintId("withdrawal", Buffer.from(randomUUID().padEnd(ID_ENTROPY_BYTES)));
  return { withdrawalId, userId, amount, currency: "USDC", destination, memo: null };
}

const NO_WEBHOOKS = {
  allowPrivateAddresses: true,
  timeoutMs: 1_000,
  openSecret: () => {
    throw new Error("chain steps open no webhook's secret");
  },
};
