import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { ORDER_STATUSES } from "../../domain/order/states.ts";
import type { GatewayDeps } from "../deps.ts";
import { countPayments, type PaymentCounts } from "../reads/payment-counts.ts";

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Several scrapers ask the database once. */
const FRESH_MS = 5_000;

export type GatewayMetrics = ReturnType<typeof createGatewayMetrics>;

/** What this gateway and the books tell Prometheus. Labels are names and states, never ids. */
export function createGatewayMetrics(deps: Pick<GatewayDeps, "db" | "temporal" | "log">) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "orchestrator_http_request_duration_seconds",
    help: "Requests by operation and status; commands wait for their effect.",
    labelNames: ["operation", "status"],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const failures = new Counter({
    name: "orchestrator_scrape_failures_total",
    help: "Scrapes at which a source did not answer; its metrics are missing then.",
    labelNames: ["source"],
    registers,
  });
  const workers = new Gauge({
    name: "orchestrator_workers",
    help: "Workers that ask Temporal for payments.",
    registers,
  });
  const books = createBookGauges(registry);

  const collect = async (source: string, work: () => Promise<void>, reset: () => void) => {
    try {
      await work();
    } catch (error) {
      reset();
      failures.inc({ source });
      deps.log.warn({ err: error, source }, "a source of the metrics did not answer");
    }
  };
  const refresh = async () => {
    const readBooks = async () => books.show(await countPayments(deps.db));
    const countWorkers = async () => workers.set(await deps.temporal.workers());
    await Promise.all([
      collect("database", readBooks, books.reset),
      collect("temporal", countWorkers, () => workers.remove()),
    ]);
  };

  let refreshed: { readonly at: number; readonly done: Promise<void> } | null = null;
  return {
    registry,
    observeRequest: (operation: string, status: number, seconds: number) =>
      requests.observe({ operation, status: String(status) }, seconds),
    /** In Prometheus' text format. */
    async text(): Promise<string> {
      if (!refreshed || Date.now() - refreshed.at > FRESH_MS) refreshed = { at: Date.now(), done: refresh() };
      await refreshed.done;
      return registry.metrics();
    },
  };
}

function createBookGauges(registry: Registry) {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `orchestrator_${name}`, help, labelNames, registers: [registry] });
  const gauges = {
    orders: gauge("orders", "Orders that are not closed, by status.", ["status"]),
    withdrawals: gauge("withdrawals", "Withdrawals that are not final, by status.", ["status"]),
    topups: gauge("topups", "Top-ups that are not final, by status.", ["status"]),
    parked: gauge("parked", "Payments that are parked, by reason and by whether a person must act.", [
      "reason",
      "needs_operator",
    ]),
    parkedAge: gauge("parked_oldest_age_seconds", "How long the oldest of them is parked.", [
      "reason",
      "needs_operator",
    ]),
    unsettled: gauge("transactions_unsettled", "Signed transactions whose end is not known."),
    unsettledAge: gauge("transaction_unsettled_oldest_age_seconds", "Age of the oldest of them; 0 without one."),
    deposits: gauge("deposits_age_seconds", "Since the follower of deposits last moved; it moves with every ledger."),
    differences: gauge("differences", "Differences that reconciliation found and that are open, by kind.", ["kind"]),
    differenceAge: gauge("difference_oldest_age_seconds", "How long the oldest of them is open.", ["kind"]),
    treasury: gauge("treasury_usdc", "USDC of the treasury by our ledger; missing where money moves as crypto only."),
    treasuryFree: gauge("treasury_free_usdc", "What of it is promised to no order and to no withdrawal."),
    ownAtAirtm: gauge("airtm_own_usd", "What of the account at Airtm is the operator's own, by our ledger."),
    freeAtAirtm: gauge("airtm_free_usd", "What of that open escrows do not need: it can be booked out."),
  };
  const reset = () => {
    for (const one of Object.values(gauges)) one.reset();
    gauges.unsettled.remove();
    gauges.unsettledAge.remove();
    gauges.deposits.remove();
    gauges.treasury.remove();
    gauges.ownAtAirtm.remove();
    gauges.treasuryFree.remove();
    gauges.freeAtAirtm.remove();
  };
  return {
    reset,
    show(counts: PaymentCounts) {
      reset();
      for (const status of ORDER_STATUSES) if (status !== "CLOSED") gauges.orders.set({ status }, 0);
      for (const { status, count } of counts.openOrders) gauges.orders.set({ status }, count);
      for (const { status, count } of counts.openWithdrawals) gauges.withdrawals.set({ status }, count);
      for (const { status, count } of counts.openTopUps) gauges.topups.set({ status }, count);
      for (const { reason, needsOperator, count, oldestSeconds } of counts.parked) {
        const labels = { reason, needs_operator: String(needsOperator) };
        gauges.parked.set(labels, count);
        gauges.parkedAge.set(labels, oldestSeconds);
      }
      gauges.unsettled.set(counts.unsettled.count);
      gauges.unsettledAge.set(counts.unsettled.oldestSeconds);
      if (counts.depositsAgeSeconds !== null) gauges.deposits.set(counts.depositsAgeSeconds);
      for (const { kind, count, oldestSeconds } of counts.openDifferences) {
        gauges.differences.set({ kind }, count);
        gauges.differenceAge.set({ kind }, oldestSeconds);
      }
      if (!counts.ownFunds) return;
      gauges.treasury.set(counts.ownFunds.treasuryUsdc);
      gauges.treasuryFree.set(counts.ownFunds.treasuryFreeUsdc);
      gauges.ownAtAirtm.set(counts.ownFunds.airtmUsd);
      gauges.freeAtAirtm.set(counts.ownFunds.airtmFreeUsd);
    },
  };
}
