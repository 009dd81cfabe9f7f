import { randomBytes } from "node:crypto";
import { StepFailure } from "../../../activities/failures.ts";
import type { Activities } from "../../../activities/index.ts";
import type { Prepared, PrepareTx } from "../../../activities/stellar/prepare-tx.ts";
import type { Verdict } from "../../../activities/stellar/settle-attempt.ts";
import type { RememberedAttempt } from "../../../activities/storage/restore-attempt.ts";
import type { ChainIntent, ChainReceipt, RefillTerms } from "../../../domain/chain/intent.ts";
import { AppError } from "../../../domain/errors.ts";
import { stepOf } from "../../../domain/facts.ts";
import { mintId, type UserId } from "../../../domain/ids.ts";
import { ledgerAccounts } from "../../../domain/ledger/accounts.ts";
import { withUnaskedIncome } from "../../../domain/ledger/book-transfers.ts";
import { transfer } from "../../../domain/ledger/entry.ts";
import { formatAmount, formatStroops, parseOrderAmount } from "../../../domain/money.ts";
import type { Progress } from "../../../workflows/contracts/operating.ts";
import type { RotatedBatch } from "../../../workflows/contracts/rotate-keys.ts";
import type { DeliveryOutcome } from "../../../workflows/contracts/webhooks.ts";
import { type FakeAttempt, type FakeChain, fakeChain } from "./fake-chain.ts";
import { addressOf, bookingOf } from "./fake-contracts.ts";
import { type FakeFiat, fakeFiat } from "./fake-fiat.ts";
import { type FakeLedger, fakeLedger } from "./fake-ledger.ts";
import { storedDispute, storedTopUp, storedWithdrawal } from "./fake-rows.ts";
import { createFaults, type Faults } from "./faults.ts";

/** A destination that cannot be paid: the pre-flight of a withdrawal refuses it. */
export const BAD_DESTINATION = "address/without-trustline";

/** Three batches of two, then a pass that finds nothing. */
function fakeRotation(): (batch: { readonly after: string }) => RotatedBatch {
  const older = ["wal_1", "wal_2", "wal_3", "wal_4", "wal_5"];
  return ({ after }) => {
    const page = older.filter((id) => id > after).slice(0, 2);
    const isLast = page.length < 2;
    older.splice(0, older.length, ...older.filter((id) => !page.includes(id)));
    return { newestKeyId: "v2", rotated: page.length, unreadable: [], after: isLast ? null : (page.at(-1) ?? null) };
  };
}

const NOTHING_RESCANNED = { fromLedger: 1, throughLedger: 2, creditedCount: 0, unreadCount: 0, unexplainedHashes: [] };
const NOTHING_DIFFERS = { checked: 1, differing: 0, inMotion: 0, credited: 0 };

/** Everything outside of the workflows, in memory: books, chain, users, and what goes wrong. */
export interface FakeWorld {
  readonly ledger: FakeLedger;
  readonly chain: FakeChain;
  readonly faults: Faults;
  readonly fiat: FakeFiat;
  readonly activities: Activities;
  /** How every attempt at an endpoint ends. */
  readonly webhook: { outcome: DeliveryOutcome };
  /** A user with an active wallet that holds the amount, credited in the books. */
  user(amount?: string): UserId;
  suspend(userId: UserId): void;
  /** A wallet that asks for XLM: until the refill is over, whoever opens one gets this. */
  askForXlm(refill: RefillTerms): void;
  /** What the workflow last told the database about itself. */
  recordedProgress(workflowId: string): Progress | null;
}

export function fakeWorld(): FakeWorld {
  const ledger = fakeLedger();
  const chain = fakeChain();
  const faults = createFaults();
  const fiat = fakeFiat(faults);
  const suspended = new Set<string>();
  const refills: RefillTerms[] = [];
  const known = new Set<string>();
  const progress = new Map<string, Progress>();
  const webhook = { outcome: "delivered" as DeliveryOutcome };
  const rotateBatch = fakeRotation();

  const activities: Activities = {
    ...fiat.activities,
    storageRequireEligible: (parties) =>
      faults.run("eligible", async () => {
        for (const userId of Object.values(parties)) {
          if (!known.has(userId)) throw new AppError("USER_NOT_FOUND", { userId });
          if (suspended.has(userId)) throw new AppError("USER_NOT_ELIGIBLE", { userId, reason: "SUSPENDED" });
        }
      }),
    storageRecordFact: ({ key, fact, receipt }) =>
      faults.run(`record ${fact.kind}`, async () => {
        ledger.record(key, stepOf(fact, receipt ?? null));
      }),
    storageHoldAll: ({ key, payout, description }) =>
      faults.run("hold all", async () => {
        const held = ledger.column(payout.withdrawalId, "amount_stroops");
        if (held !== undefined) return { amount: formatAmount(BigInt(String(held))) };
        const amount = formatAmount(ledger.balance(ledgerAccounts.available(payout.userId)));
        if (amount === "0.00") throw new AppError("INSUFFICIENT_FUNDS", { requested: "all", available: amount });
        const fact = { kind: "withdrawalCreated", payout: { ...payout, amount }, description } as const;
        ledger.record(key, stepOf(fact, null));
        return { amount };
      }),
    storageRecordProgress: (told) =>
      faults.run("progress", async () => {
        progress.set(told.workflowId, told);
      }),
    storageStepInFlight: ({ stepKey }) =>
      faults.run("in flight", async () => {
        const last = chain.lastAttempt(stepKey);
        if (!last || last.outcome === "FAILED" || last.outcome === "EXPIRED") return null;
        return rememberedFrom(last);
      }),
    storageLoadDispute: ({ disputeId }) => faults.run("load dispute", async () => storedDispute(ledger, disputeId)),
    storageLoadTopUp: ({ topUpId }) => faults.run("load", async () => storedTopUp(ledger, topUpId)),
    storageLoadWithdrawal: ({ withdrawalId }) => faults.run("load", async () => storedWithdrawal(ledger, withdrawalId)),
    stellarCheckPayout: ({ destination }) =>
      faults.run("check payout", async () => {
        if (destination === BAD_DESTINATION) throw new AppError("WITHDRAWAL_DESTINATION_INVALID", { destination });
      }),
    stellarCheckPlatformPayout: ({ destination }) =>
      faults.run("check platform payout", async () => {
        if (destination === BAD_DESTINATION) throw new AppError("WITHDRAWAL_DESTINATION_INVALID", { destination });
      }),
    stellarCreateWallet: ({ owner }) =>
      faults.run("create wallet", async () => {
        const walletId = `wal_${owner}`;
        const row = { id: walletId, status: "CREATED" };
        ledger.record(`${walletId}#created`, { inserts: [{ noun: "wallet", row }] });
        return { walletId, publicKey: addressOf(owner as UserId) };
      }),
    stellarPrepareTx: (wanted) =>
      faults.run(`prepare ${stepNameOf(wanted.stepKey)}`, async () => prepare(chain, wanted)),
    stellarRecoverTx: ({ stepKey, remembered }) =>
      faults.run(`recover ${stepNameOf(stepKey)}`, async () => chain.recover(remembered.hash)),
    stellarSubmitTx: ({ txId }) =>
      faults.run(`submit ${stepOfAttempt(txId)}`, async () => chain.send(chain.attempt(txId))),
    stellarConfirmTx: ({ txId }) =>
      faults.run(`confirm ${stepOfAttempt(txId)}`, async () => verdictOf(chain, ledger, chain.attempt(txId))),
    trustlessWorkReadEscrow: ({ contractId }) =>
      faults.run("read escrow", async () => ({
        heldAmount: formatStroops(chain.balance(contractId)),
        isFrozen: chain.isFrozen(contractId),
        completed: chain.milestones(contractId, "completeMilestone"),
        approved: chain.milestones(contractId, "approveMilestone"),
      })),
    stellarOpenRefill: () => faults.run("open refill", async () => openRefill(ledger, refills)),
    stellarReadSequences: () => faults.run("read sequences", async () => {}),
    stellarFollowDeposits: () => faults.run("follow", async () => {}),
    webhooksDeliver: ({ isLast }) => faults.run("deliver", async () => (isLast ? "given-up" : webhook.outcome)),
    stellarRotateKeys: (batch) => faults.run("rotate", async () => rotateBatch(batch)),
    stellarRescanDeposits: ({ fromLedger }) =>
      faults.run("rescan", async () => ({ ...NOTHING_RESCANNED, fromLedger: fromLedger ?? 1 })),
    stellarCompareEscrows: () => faults.run("compare escrows", async () => NOTHING_DIFFERS),
    stellarCompareDeposits: () => faults.run("compare deposits", async () => NOTHING_DIFFERS),
    stellarCompareWallets: () => faults.run("compare wallets", async () => NOTHING_DIFFERS),
    storageCompareLedger: () => faults.run("compare ledger", async () => NOTHING_DIFFERS),
    storageRecordReconciliation: () => faults.run("record reconciliation", async () => {}),
  };

  return {
    ledger,
    chain,
    faults,
    fiat,
    webhook,
    activities,
    user(amount) {
      const userId = mintId("user", randomBytes(24));
      known.add(userId);
      if (amount) credit(ledger, chain, userId, amount);
      return userId;
    },
    suspend: (userId) => suspended.add(userId),
    askForXlm: (refill) => refills.push(refill),
    recordedProgress: (workflowId) => progress.get(workflowId) ?? null,
  };
}

/** As the real one: written down when it is first opened, and opened no more once it is over. */
function openRefill(ledger: FakeLedger, refills: readonly RefillTerms[]): RefillTerms | null {
  const refill = refills.find(({ refillId }) => ["REFILL_OPEN", undefined].includes(ledger.statuses(refillId).at(-1)));
  if (!refill) return null;
  ledger.record(`refill/${refill.refillId}#opened`, stepOf({ kind: "refillOpened", refill }, null));
  return refill;
}
/** `ctx_<workflow id>#<step>/<generation>`, also of an attempt without a row. */
const stepOfAttempt = (txId: string): string => stepNameOf(txId.slice(0, txId.lastIndexOf("/")));

const stepNameOf = (stepKey: string): string => stepKey.slice(stepKey.indexOf("#") + 1);

/** As the real prepare: the stored attempt again, or what the chain shows already, or a new signature. */
function prepare(chain: FakeChain, { stepKey, intent, onSuccess, ...wanted }: PrepareTx): Prepared {
  const { remembered, isDeclaredSettled } = wanted;
  if (remembered) chain.recover(remembered.hash);
  const last = chain.lastAttempt(stepKey);
  if (last && (last.outcome === null || last.outcome === "SUCCEEDED")) return preparedFrom(last);
  const receipt = chain.shown(stepKey) ?? nothingLeft(chain, intent);
  if (receipt) return { kind: "reached", receipt };
  if (isDeclaredSettled) throw new StepFailure("STATE_UNEXPECTED", "the chain does not show it");
  return preparedFrom(chain.sign(stepKey, intent, onSuccess));
}

/** An empty contract needs no withdrawal. */
function nothingLeft(chain: FakeChain, intent: ChainIntent): ChainReceipt | null {
  const isEmpty = intent.kind === "withdrawRest" && chain.balance(intent.contractId) === 0n;
  return isEmpty ? { txHash: "", ledger: 1, closedAt: "2026-01-01T00:00:00.000Z", contractId: null } : null;
}

const preparedFrom = (attempt: FakeAttempt): Prepared => ({ kind: "prepared", ...rememberedFrom(attempt) });

const rememberedFrom = ({ txId, hash, generation }: FakeAttempt): RememberedAttempt => ({
  txId,
  hash,
  generation,
  sourceAccount: "G",
  sequence: "1",
  maxTimeSeconds: 1,
  preparedLedger: 1,
  booking: null,
});

function credit(ledger: FakeLedger, chain: FakeChain, userId: UserId, amount: string): void {
  const stroops = parseOrderAmount(amount);
  chain.mint(addressOf(userId), stroops);
  const entry = transfer("deposit", ledgerAccounts.stellar, ledgerAccounts.available(userId), stroops);
  ledger.record(`deposit/${userId}`, { entry });
}

/** As the real confirm: the outcome and what it means for the books are written together, once. */
function verdictOf(chain: FakeChain, ledger: FakeLedger, attempt: FakeAttempt): Verdict {
  const { key, fact } = attempt.onSuccess;
  if (!attempt.isIncluded) return endOf(attempt);
  const receipt = chain.receiptOf(attempt);
  if (attempt.outcome === null) {
    const moved = chain.entryOf(attempt);
    const emptied = bookingOf(attempt.intent)?.empties;
    const entry = moved && emptied ? withUnaskedIncome(moved, emptied, ledger.balance(emptied)) : moved;
    ledger.record(key, { ...stepOf(fact, receipt), ...(entry && { entry }) });
    attempt.outcome = "SUCCEEDED";
  }
  return { kind: "succeeded", receipt };
}

function endOf(attempt: FakeAttempt): Verdict {
  if (typeof attempt.fate === "object") {
    attempt.outcome = "FAILED";
    return { kind: "failed", resultCode: "op_fake", problem: attempt.fate.fails };
  }
  attempt.outcome = "EXPIRED";
  return { kind: "expired", proof: PROOF };
}

const PROOF = {
  hash: "",
  reason: "EXPIRED",
  maxTimeSeconds: 1,
  latestLedger: 2,
  latestCloseTimeSeconds: 2,
  oldestLedger: 1,
  preparedLedger: 1,
  accountSequence: null,
  witnesses: [],
} as const;
