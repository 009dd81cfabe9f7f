import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatStroops, parseOrderAmount } from "../../domain/money.ts";
import type { Difference } from "../../domain/reconciliation/difference.ts";
import type { BookReport } from "../../workflows/contracts/reconcile.ts";
import type { ActivityDeps } from "../deps.ts";
import { accountBalance } from "../storage/account-balance.ts";
import { keepFindings } from "../storage/differences.ts";
import { bookOpeningBalance, openFiatItems } from "../storage/fiat-books.ts";
import { accountStroops } from "./book-opening.ts";
import { type Fiat, fiatOf } from "./fiat.ts";
import type { FiatRail } from "./fiat-rail.ts";

const NOTHING: BookReport = { checked: 0, differing: 0, inMotion: 0, credited: 0 };
const TREASURY = "platform/treasury";

/**
 * Compares what our account at the fiat provider holds with our ledger, and the treasury with its threshold. Payments that the
 * provider ended and we have not heard of yet explain a difference; they are booked by their own workflows.
 */
export const fiatCompareBalance =
  (deps: ActivityDeps) =>
  async ({ runId }: { readonly runId: string }): Promise<BookReport> => {
    if (!deps.fiat) return NOTHING;
    const fiat = fiatOf(deps);
    await keepFindings(deps.db, runId, {
      kind: "treasury_low",
      differing: await lowTreasury(deps, fiat),
      agreeing: "others",
    });
    const { difference, inMotion } = await compareAccount(deps, fiat);
    if (inMotion) return { ...NOTHING, checked: 1, inMotion: 1 };
    const differing = difference ? [difference] : [];
    await keepFindings(deps.db, runId, { kind: "fiat_balance", differing, agreeing: "others" });
    return { ...NOTHING, checked: 1, differing: differing.length };
  };

async function lowTreasury({ db }: ActivityDeps, { treasuryLowStroops }: Fiat): Promise<Difference[]> {
  const held = await accountBalance(db.sql, ledgerAccounts.backingStellar);
  if (held >= treasuryLowStroops) return [];
  const amounts = { expectedStroops: treasuryLowStroops, foundStroops: held };
  return [{ kind: "treasury_low", subject: TREASURY, ...amounts, cause: "below_threshold", details: {} }];
}

/** Our ledger is read on both sides of the provider's answer: while it changes, nothing can be said. */
async function compareAccount(deps: ActivityDeps, fiat: Fiat) {
  const before = await expectedStroops(deps);
  const found = await accountStroops(fiat);
  const wasOpened = await bookOpeningBalance(deps.db, found);
  const expected = await expectedStroops(deps);
  if (expected !== before && !wasOpened) return { difference: null, inMotion: true };
  if (expected === found) return { difference: null, inMotion: false };
  const unheard = await unheardOf(deps, fiat);
  const isExplained = unheard.late.length === 0 && expected + unheard.stroops === found;
  if (isExplained) return { difference: null, inMotion: true };
  return { difference: toDifference(fiat, expected, found, unheard), inMotion: false };
}

const expectedStroops = async ({ db }: ActivityDeps): Promise<bigint> =>
  -(await accountBalance(db.sql, ledgerAccounts.airtm)) - (await accountBalance(db.sql, ledgerAccounts.airtmFees));

interface Unheard {
  readonly stroops: bigint;
  /** Ours that were over and were paid after all. Their workflows have ended: without a word of the provider nobody books them. */
  readonly late: readonly string[];
}

/** What ended at the provider, of everything that is open with us. */
async function unheardOf({ db }: ActivityDeps, { rail }: Fiat): Promise<Unheard> {
  let stroops = 0n;
  const late: string[] = [];
  for (const { id, direction, providerId, isOver } of await openFiatItems(db)) {
    const moved = direction === "in" ? await paidIn(rail, providerId) : -(await paidOut(rail, providerId));
    stroops += moved;
    if (isOver && moved !== 0n) late.push(id);
  }
  return { stroops, late };
}

async function paidIn(rail: FiatRail, payinId: string): Promise<bigint> {
  const { state, paidAmount, feeAmount } = await rail.payin(payinId);
  return state === "paid" ? parseOrderAmount(paidAmount) - parseOrderAmount(feeAmount) : 0n;
}

async function paidOut(rail: FiatRail, payoutId: string): Promise<bigint> {
  const { state, amount } = await rail.payout(payoutId);
  return state === "paid" ? parseOrderAmount(amount) : 0n;
}

function toDifference({ rail }: Fiat, expected: bigint, found: bigint, { stroops, late }: Unheard): Difference {
  return {
    kind: "fiat_balance",
    subject: rail.name,
    expectedStroops: expected,
    foundStroops: found,
    cause: "unexplained",
    details: { unheard: formatStroops(stroops), ...(late.length > 0 && { paidAfterTheirEnd: late }) },
  };
}
