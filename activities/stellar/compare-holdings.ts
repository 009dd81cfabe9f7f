import { setTimeout as delay } from "node:timers/promises";
import { Context } from "@temporalio/activity";
import { compareLooks, type Look } from "../../domain/reconciliation/compare-looks.ts";
import type { Difference, DifferenceCause, DifferenceKind } from "../../domain/reconciliation/difference.ts";
import type { BookReport } from "../../workflows/contracts/reconcile.ts";
import type { ActivityDeps } from "../deps.ts";
import type { StepFailure } from "../failures.ts";
import { ledgerReadThrough } from "../storage/deposits.ts";
import { keepFindings } from "../storage/differences.ts";
import type { Holding, HoldingFilter } from "../storage/holdings.ts";
import { isOfNode } from "./reaching.ts";

/** What the chain says holdings hold, at a Stellar ledger. */
export interface OnChain {
  readonly ledger: number;
  readonly stroopsOf: (address: string) => bigint;
  /** Why nothing can be said of an address, while others can be looked at. */
  readonly failures?: ReadonlyMap<string, StepFailure>;
}

/** Holdings of one kind, and how both sides are read. */
export interface Book {
  readonly kind: DifferenceKind;
  readonly pageSize: number;
  readonly load: (db: ActivityDeps["db"], filter: HoldingFilter) => Promise<Holding[]>;
  readonly onChain: (stellar: ActivityDeps["stellar"], addresses: readonly string[]) => Promise<OnChain>;
  /** Tries to explain money that is on the chain and not in our ledger; it may be credited by that. */
  readonly explainSurplus: (deps: ActivityDeps, holding: Holding, surplusStroops: bigint) => Promise<Surplus>;
}

export interface Surplus {
  readonly cause: DifferenceCause;
  readonly txHashes: readonly string[];
  readonly creditedCount: number;
}

export interface CompareHoldings {
  readonly runId: string;
  /** The follower of deposits, who is given this long to reach what the chain shows. */
  readonly stream: string;
  readonly patienceMs?: number;
}

const PATIENCE_MS = 15_000;
const POLL_MS = 250;

interface Seen {
  readonly holding: Holding;
  readonly look: Look;
}

/** Compares all of them, page by page. Begun again, it begins at the first: what it keeps is the same. */
export async function compareHoldings(deps: ActivityDeps, book: Book, input: CompareHoldings): Promise<BookReport> {
  const total = { checked: 0, differing: 0, inMotion: 0, credited: 0 };
  for (let after = ""; ; ) {
    const page = await book.load(deps.db, { after, limit: book.pageSize });
    const last = page.at(-1);
    if (!last) return total;
    const found = await comparePage(deps, book, input, page);
    await keepFindings(deps.db, input.runId, { kind: book.kind, ...found });
    total.checked += page.length;
    total.differing += found.differing.length;
    total.inMotion += page.length - found.differing.length - found.agreeing.length;
    total.credited += found.creditedCount;
    after = last.id;
    Context.current().heartbeat();
  }
}

async function comparePage(deps: ActivityDeps, book: Book, input: CompareHoldings, page: readonly Holding[]) {
  const first = await lookAt(deps, book, input, page);
  const differing: Difference[] = first.unreadable;
  const agreeing: string[] = [];
  let creditedCount = 0;
  for (const { holding, look } of first.seen) {
    if (look.ledgerStroops === look.chainStroops && look.unsettledCount === 0) agreeing.push(holding.subject);
  }
  const suspects = first.seen.filter(({ look }) => look.ledgerStroops !== look.chainStroops);
  if (suspects.length === 0) return { differing, agreeing, creditedCount };
  const isFollowed = await untilFollowed(deps, input, first.ledger);
  const again = await lookAgain(deps, book, input, suspects);
  for (const { holding, look } of again) {
    const before = suspects.find((one) => one.holding.id === holding.id)?.look ?? look;
    const verdict = compareLooks(before, look);
    if (verdict === "agrees") agreeing.push(holding.subject);
    const isStuck = holding.stuckHashes.length > 0 && look.ledgerStroops !== look.chainStroops;
    if (verdict === "in-motion" && isStuck)
      differing.push(toDifference(book, { holding, look }, "transaction_in_flight", holding.stuckHashes));
    if (verdict !== "differs") continue;
    const { difference, credited } = await explain(deps, book, input, { holding, look }, isFollowed);
    creditedCount += credited;
    if (difference) differing.push(difference);
    else agreeing.push(holding.subject);
  }
  return { differing, agreeing, creditedCount };
}

/**
 * Our ledger first, then the chain: what the chain shows of ours is then in flight or booked. A node that is behind what was
 * credited already shows nothing that counts: to it, everything is in motion.
 */
async function lookAt(deps: ActivityDeps, book: Book, { stream }: CompareHoldings, holdings: readonly Holding[]) {
  const creditedThrough = await ledgerReadThrough(deps.db, stream);
  const chain = await book.onChain(
    deps.stellar,
    holdings.map(({ address }) => address),
  );
  const failureOf = ({ address }: Holding) => chain.failures?.get(address);
  const unreadable = holdings.flatMap((holding) => {
    const failure = failureOf(holding);
    return failure ? [notReadable(book, holding, failure)] : [];
  });
  const readable = holdings.filter((holding) => !failureOf(holding));
  const seen = readable.map((holding): Seen => {
    const { ledgerStroops, ledgerVersion, address } = holding;
    const chainStroops = chain.stroopsOf(address);
    const unsettledCount = holding.unsettledCount + (chain.ledger < creditedThrough ? 1 : 0);
    return { holding, look: { ledgerStroops, ledgerVersion, unsettledCount, chainStroops } };
  });
  return { ledger: chain.ledger, seen, unreadable };
}

async function lookAgain(
  deps: ActivityDeps,
  book: Book,
  input: CompareHoldings,
  seen: readonly Seen[],
): Promise<readonly Seen[]> {
  const ids = seen.map(({ holding }) => holding.id);
  return (await lookAt(deps, book, input, await book.load(deps.db, { ids }))).seen;
}

/** null when the money that was missing in our ledger is there now. */
async function explain(deps: ActivityDeps, book: Book, input: CompareHoldings, seen: Seen, isFollowed: boolean) {
  const { holding, look } = seen;
  const surplusStroops = look.chainStroops - look.ledgerStroops;
  if (holding.adjustedStroops !== 0n && surplusStroops === -holding.adjustedStroops) {
    return { difference: toDifference(book, seen, "manual_adjustment", []), credited: 0 };
  }
  if (surplusStroops < 0n) return { difference: toDifference(book, seen, "unexplained", []), credited: 0 };
  const surplus = await explained(deps, book, holding, surplusStroops);
  if ("problem" in surplus) return { difference: notReadable(book, holding, surplus, look), credited: 0 };
  const { cause, txHashes, creditedCount } = surplus;
  const [now] = await lookAgain(deps, book, input, [seen]); // credited meanwhile, here or by the follower
  if (!now || now.look.ledgerStroops === now.look.chainStroops) return { difference: null, credited: creditedCount };
  const isLate = cause === "unexplained" && !isFollowed;
  const difference = toDifference(book, now, isLate ? "deposit_not_followed" : cause, txHashes);
  return { difference, credited: creditedCount };
}

/** What cannot be looked into of one holding keeps no other from it. */
async function explained(
  deps: ActivityDeps,
  book: Book,
  holding: Holding,
  surplusStroops: bigint,
): Promise<Surplus | StepFailure> {
  try {
    return await book.explainSurplus(deps, holding, surplusStroops);
  } catch (error) {
    if (!isOfNode(error)) throw error;
    return error;
  }
}

function notReadable({ kind }: Book, holding: Holding, { problem, message }: StepFailure, look?: Look): Difference {
  const { subject, address, ledgerStroops } = holding;
  return {
    kind,
    subject,
    expectedStroops: ledgerStroops,
    foundStroops: look?.chainStroops ?? null,
    cause: "not_readable",
    details: { address, txHashes: [], reason: `${problem}: ${message}` },
  };
}

function toDifference(
  { kind }: Book,
  { holding, look }: Seen,
  cause: DifferenceCause,
  txHashes: readonly string[],
): Difference {
  const { subject, address } = holding;
  const [expectedStroops, foundStroops] = [look.ledgerStroops, look.chainStroops];
  return { kind, subject, expectedStroops, foundStroops, cause, details: { address, txHashes } };
}

/** False when the follower did not get there in time. */
async function untilFollowed(
  { db }: ActivityDeps,
  { stream, patienceMs = PATIENCE_MS }: CompareHoldings,
  ledger: number,
): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    if ((await ledgerReadThrough(db, stream)) >= ledger) return true;
    if (Date.now() >= deadline) return false;
    Context.current().heartbeat();
    await delay(POLL_MS);
  }
}
