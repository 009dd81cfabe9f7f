import { Context } from "@temporalio/activity";
import { ApplicationFailure } from "@temporalio/common";
import type { ActivityInboundCallsInterceptor } from "@temporalio/worker";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { PROTOCOLS_TESTED } from "../domain/chain/protocols.ts";
import type { SourceSeen } from "../domain/chain/source-state.ts";

const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];

export interface BudgetUse {
  readonly provider: string;
  readonly requests: number;
  used(): Promise<number>;
}

export type WorkerMetrics = ReturnType<typeof createWorkerMetrics>;

/** What this worker tells Prometheus. Labels are names and states, never ids. */
export function createWorkerMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const histogram = (name: string, help: string, labelNames: readonly string[]) =>
    new Histogram({ name: `orchestrator_${name}`, help, labelNames, buckets: SECONDS, registers });
  const durations = histogram("activity_duration_seconds", "One try of an activity, by how it ended.", [
    "activity",
    "outcome",
  ]);
  const queueWaits = histogram("queue_wait_seconds", "From a try's place in its task queue to its start.", ["queue"]);
  const laneWaits = histogram("lane_wait_seconds", "Waits for a Stellar account whose transaction is in flight.", [
    "outcome",
  ]);
  const problems = new Counter({
    name: "orchestrator_activity_problems_total",
    help: "Tries that did not go through, by the reason they were sorted under.",
    labelNames: ["activity", "problem"],
    registers,
  });
  const budgetUsed = new Gauge({
    name: "orchestrator_provider_budget_used",
    help: "Requests taken out of the present window of a provider's budget, by all workers.",
    labelNames: ["provider"],
    registers,
  });
  const budgetLimit = new Gauge({
    name: "orchestrator_provider_budget_limit",
    help: "Requests that the window allows.",
    labelNames: ["provider"],
    registers,
  });
  const sourceUp = new Gauge({
    name: "orchestrator_stellar_source_up",
    help: "Is 1 for a source of the chain that answers, follows the network and speaks a tested protocol; else 0.",
    labelNames: ["source", "state"],
    registers,
  });
  const sourceProtocol = new Gauge({
    name: "orchestrator_stellar_protocol",
    help: "The protocol that a source's network runs.",
    labelNames: ["source"],
    registers,
  });
  const protocolTested = new Gauge({
    name: "orchestrator_stellar_protocol_tested",
    help: "The newest protocol that this release was tested with.",
    registers,
  });
  protocolTested.set(PROTOCOLS_TESTED.last);

  return {
    registry,
    observeSources(sources: readonly SourceSeen[]) {
      sourceUp.reset();
      for (const { source, state, look } of sources) {
        sourceUp.set({ source, state }, state === "up" ? 1 : 0);
        if (look?.protocol) sourceProtocol.set({ source }, look.protocol);
      }
    },
    observeLaneWait: (seconds: number, outcome: "free" | "busy") => laneWaits.observe({ outcome }, seconds),
    async text(budgets: readonly BudgetUse[]): Promise<string> {
      for (const { provider, requests, used } of budgets) {
        budgetLimit.set({ provider }, requests);
        await used().then(
          (count) => budgetUsed.set({ provider }, count),
          () => budgetUsed.remove({ provider }),
        );
      }
      return registry.metrics();
    },
    /** Around every activity, outside of whatever sorts its failure. */
    intercept: (): { inbound: ActivityInboundCallsInterceptor } => ({
      inbound: {
        async execute(input, next) {
          const {
            activityType: activity,
            taskQueue: queue,
            currentAttemptScheduledTimestampMs,
          } = Context.current().info;
          queueWaits.observe({ queue }, Math.max(0, Date.now() - currentAttemptScheduledTimestampMs) / 1000);
          const startedAt = performance.now();
          let outcome = "done";
          try {
            return await next(input);
          } catch (error) {
            outcome = "failed";
            const problem = error instanceof ApplicationFailure ? (error.type ?? "none") : "none";
            problems.inc({ activity, problem });
            throw error;
          } finally {
            durations.observe({ activity, outcome }, (performance.now() - startedAt) / 1000);
          }
        },
      },
    }),
  };
}
