import { allHandlersFinished, condition, patched, setHandler, workflowInfo } from "@temporalio/workflow";
import { reconciling, storage } from "./activity-options.ts";
import {
  type BookOutcome,
  type BookReport,
  finishedUpdate,
  type ReconcileInput,
  type ReconciliationReport,
} from "./contracts/reconcile.ts";
import { sortFailure } from "./steps/step-failure.ts";

/** Compares our ledger, our rows, the chain and the fiat provider, and keeps every difference. It corrects nothing. */
export async function reconcile({ stream }: ReconcileInput): Promise<ReconciliationReport> {
  const { runId } = workflowInfo();
  const told = { report: null as ReconciliationReport | null };
  setHandler(finishedUpdate, () => theReport(told));
  const startedAt = new Date().toISOString();
  const ledger = await outcomeOf(reconciling.storageCompareLedger({ runId }));
  const deposits = await outcomeOf(reconciling.stellarCompareDeposits({ runId }));
  const wallets = await outcomeOf(reconciling.stellarCompareWallets({ runId, stream }));
  const escrows = await outcomeOf(reconciling.stellarCompareEscrows({ runId, stream }));
  const fiat = patched("compares-fiat") ? await outcomeOf(reconciling.fiatCompareBalance({ runId })) : null;
  const report = { runId, startedAt, finishedAt: new Date().toISOString(), ledger, deposits, wallets, escrows, fiat };
  await storage.storageRecordReconciliation(report);
  told.report = report;
  await condition(allHandlersFinished);
  return report;
}

async function theReport(told: { readonly report: ReconciliationReport | null }): Promise<ReconciliationReport> {
  await condition(() => told.report !== null);
  if (!told.report) throw new RangeError("the condition above holds");
  return told.report;
}

/** One book that cannot be compared now does not keep the others from it. */
async function outcomeOf(comparison: Promise<BookReport>): Promise<BookOutcome> {
  try {
    return { ...(await comparison), failure: null };
  } catch (error) {
    const { problem, message } = sortFailure(error);
    return { failure: `${problem}: ${message}` };
  }
}
