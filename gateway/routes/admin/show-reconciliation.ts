import type { z } from "zod";
import { formatStroops } from "../../../domain/money.ts";
import type { BookOutcome, ReconciliationReport } from "../../../workflows/contracts/reconcile.ts";
import type { GatewayDeps } from "../../deps.ts";
import {
  countOpenDifferences,
  type DifferenceRow,
  lastReconciliation,
  openDifferences,
} from "../../reads/reconciliation.ts";
import type { ReconciliationWire } from "./schemas.ts";

type Reconciliation = z.infer<typeof ReconciliationWire>;

/** The newest report with everything that differs now. */
export async function showReconciliation({ db, now }: GatewayDeps): Promise<Reconciliation> {
  const [report, openCount, rows] = await Promise.all([
    lastReconciliation(db),
    countOpenDifferences(db),
    openDifferences(db),
  ]);
  return {
    lastRun: report && presentRun(report),
    openCount,
    differences: rows.map((row) => presentDifference(row, now())),
  };
}

const presentRun = ({
  runId,
  startedAt,
  finishedAt,
  ledger,
  deposits,
  wallets,
  escrows,
  fiat,
}: ReconciliationReport) => ({
  id: runId,
  startedAt,
  finishedAt,
  ledger: presentBook(ledger),
  deposits: deposits ? presentBook(deposits) : null,
  wallets: presentBook(wallets),
  escrows: presentBook(escrows),
  fiat: fiat ? presentBook(fiat) : null,
});

const NOT_COMPARED = { checked: null, differing: null, inMotion: null, credited: null };
const presentBook = (book: BookOutcome) => ({ ...NOT_COMPARED, ...book });

function presentDifference(row: DifferenceRow, now: Date): Reconciliation["differences"][number] {
  const { id, kind, subject, cause, expectedStroops, foundStroops, details, firstSeenAt, lastSeenAt } = row;
  return {
    id,
    kind,
    subject,
    cause,
    expected: expectedStroops === null ? null : formatStroops(expectedStroops),
    found: foundStroops === null ? null : formatStroops(foundStroops),
    details: details as Record<string, unknown>, // an object, as the worker wrote it
    firstSeenAt: firstSeenAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    ageSeconds: Math.max(0, Math.round((now.getTime() - firstSeenAt.getTime()) / 1000)),
  };
}
