import { StepFailure } from "../../../activities/failures.ts";
import type { FactToRecord } from "../../../activities/storage/record-fact.ts";
import type { ChainIntent, ChainReceipt } from "../../../domain/chain/intent.ts";
import type { StepProblem } from "../../../domain/chain/problems.ts";
import { bookTransfers, type ChainTransfer } from "../../../domain/ledger/book-transfers.ts";
import type { LedgerEntry } from "../../../domain/ledger/entry.ts";
import { formatAmount } from "../../../domain/money.ts";
import { bookingOf, contractOf, sourceOf, transfersOf } from "./fake-contracts.ts";

/** What becomes of a signed attempt once it is sent. */
export type Fate = "included" | "expires" | { readonly fails: StepProblem };

export interface FakeAttempt {
  readonly txId: string;
  readonly hash: string;
  readonly stepKey: string;
  readonly generation: number;
  readonly intent: ChainIntent;
  readonly onSuccess: FactToRecord;
  readonly fate: Fate;
  /** What it moved, once it is included. */
  transfers: readonly ChainTransfer[];
  /** Applied for ever; whatever is sent again has no second effect. */
  isIncluded: boolean;
  outcome: "SUCCEEDED" | "FAILED" | "EXPIRED" | null;
  /** The database has lost its row; the network has not. */
  isForgotten: boolean;
}

/** A Stellar network in memory that counts: what moved, how often, and in which attempt. */
export interface FakeChain {
  /** The fates of the next attempts of a step, in order; after them everything is included. */
  decide(stepKey: string, fates: readonly Fate[]): void;
  /** The effect of a step is there, made by somebody else. */
  show(stepKey: string): void;
  /** What the chain shows of a step that no attempt of ours has made. */
  shown(stepKey: string): ChainReceipt | null;
  /** The newest attempt that the database has a row of. */
  lastAttempt(stepKey: string): FakeAttempt | null;
  /** A fail-over loses the newest row of the step. */
  forget(stepKey: string): void;
  /** Makes a row again from its transaction's hash. */
  recover(hash: string): void;
  attempt(txId: string): FakeAttempt;
  attemptsOf(workflowId: string): readonly FakeAttempt[];
  /** Signs an attempt. @throws StepFailure LANE_BUSY while another one of its account has no outcome */
  sign(stepKey: string, intent: ChainIntent, onSuccess: FactToRecord): FakeAttempt;
  send(attempt: FakeAttempt): "accepted" | "duplicate" | "refused" | "settled";
  receiptOf(attempt: FakeAttempt): ChainReceipt;
  /** What our books must say of it; null where no user's money moved. */
  entryOf(attempt: FakeAttempt): LedgerEntry | null;
  balance(address: string): bigint;
  /** True once a party has disputed the contract. */
  isFrozen(contractId: string): boolean;
  /** The milestones of a contract that were completed, or approved. */
  milestones(contractId: string, by: "completeMilestone" | "approveMilestone"): readonly number[];
  /** USDC that appears from outside. */
  mint(address: string, stroops: bigint): void;
  /** All the USDC there is: changes by minting only. */
  sum(): bigint;
}

const CLOSE = { ledger: 1, closedAt: "2026-01-01T00:00:00.000Z" } as const;

export function fakeChain(): FakeChain {
  const attempts: FakeAttempt[] = [];
  const balances = new Map<string, bigint>();
  const fates = new Map<string, Fate[]>();
  const made = new Set<string>();
  const add = (address: string, stroops: bigint) => balances.set(address, (balances.get(address) ?? 0n) + stroops);
  const ofStep = (stepKey: string) => attempts.filter((attempt) => attempt.stepKey === stepKey);
  const applied = (contractId: string) =>
    attempts
      .filter(({ isIncluded, intent }) => isIncluded && "contractId" in intent && intent.contractId === contractId)
      .map(({ intent }) => intent);
  const booked = (attempt: FakeAttempt) => {
    const booking = bookingOf(attempt.intent);
    return booking && bookTransfers(booking.entryKind, attempt.transfers, booking.accounts);
  };

  return {
    decide: (stepKey, decided) => fates.set(stepKey, [...decided]),
    show: (stepKey) => made.add(stepKey),
    shown: (stepKey) => (made.has(stepKey) ? { txHash: "", contractId: null, ...CLOSE } : null),
    lastAttempt: (stepKey) => stored(ofStep(stepKey)).at(-1) ?? null,
    forget(stepKey) {
      found(stored(ofStep(stepKey)).at(-1), stepKey).isForgotten = true;
    },
    recover(hash) {
      const byHash = attempts.find((attempt) => attempt.hash === hash);
      found(byHash, hash).isForgotten = false;
    },
    attempt(txId) {
      const attempt = stored(attempts).find((candidate) => candidate.txId === txId);
      if (!attempt) throw new StepFailure("ATTEMPT_FORGOTTEN", `no row of ${txId}`);
      return attempt;
    },
    attemptsOf: (workflowId) => attempts.filter(({ stepKey }) => stepKey.startsWith(`${workflowId}#`)),
    sign(stepKey, intent, onSuccess) {
      requireFreeLane(stored(attempts), sourceOf(intent));
      const generation = ofStep(stepKey).length + 1;
      const hash = `${stepKey}/${generation}`;
      const fate = fates.get(stepKey)?.shift() ?? "included";
      const attempt = {
        txId: `ctx_${hash}`,
        hash,
        stepKey,
        generation,
        intent,
        onSuccess,
        fate,
        transfers: [],
        isIncluded: false,
        outcome: null,
        isForgotten: false,
      };
      attempts.push(attempt);
      return attempt;
    },
    send(attempt) {
      if (attempt.outcome !== null) return "settled";
      if (attempt.fate !== "included") return "accepted";
      if (attempt.isIncluded) return "duplicate";
      attempt.transfers = transfersOf(attempt.intent, heldBy(attempt.intent, balances));
      apply(attempt.transfers, balances, add);
      attempt.isIncluded = true;
      return "accepted";
    },
    receiptOf: (attempt) => receiptOf(attempt, booked(attempt)),
    entryOf: booked,
    balance: (address) => balances.get(address) ?? 0n,
    isFrozen: (contractId) => applied(contractId).some(({ kind }) => kind === "freezeEscrow"),
    milestones: (contractId, by) =>
      applied(contractId).flatMap((intent) => (intent.kind === by ? [intent.milestoneIndex] : [])),
    mint: add,
    sum: () => [...balances.values()].reduce((total, stroops) => total + stroops, 0n),
  };
}

const stored = (attempts: readonly FakeAttempt[]) => attempts.filter(({ isForgotten }) => !isForgotten);

const heldBy = (intent: ChainIntent, balances: ReadonlyMap<string, bigint>): bigint =>
  ("contractId" in intent && balances.get(intent.contractId)) || 0n;

function requireFreeLane(attempts: readonly FakeAttempt[], source: string): void {
  const isTaken = attempts.some(({ intent, outcome }) => outcome === null && sourceOf(intent) === source);
  if (isTaken)
    throw new StepFailure("LANE_BUSY", `another transaction of ${source} is in flight`, { retryAfterMs: 50 });
}

function apply(
  transfers: readonly ChainTransfer[],
  balances: ReadonlyMap<string, bigint>,
  add: (address: string, stroops: bigint) => void,
): void {
  for (const { from, to, stroops } of transfers) {
    if ((balances.get(from) ?? 0n) < stroops) throw new Error(`${from} does not hold ${stroops} stroops`);
    add(from, -stroops);
    add(to, stroops);
  }
}

function receiptOf({ hash, intent }: FakeAttempt, entry: LedgerEntry | null): ChainReceipt {
  return {
    txHash: hash,
    ...CLOSE,
    contractId: intent.kind === "deployEscrow" ? contractOf(intent.order) : null,
    ...(entry && {
      booked: Object.fromEntries(entry.postings.map((line) => [line.account, formatAmount(line.stroops)])),
    }),
  };
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`nothing is called ${name}`);
  return value;
}
