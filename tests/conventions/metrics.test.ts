import { describe, expect, test } from "@jest/globals";
import type { Registry } from "prom-client";
import { parse } from "yaml";
import { createGatewayMetrics } from "../../gateway/metrics/gateway-metrics.ts";
import { createWorkerMetrics } from "../../worker/worker-metrics.ts";
import { readProjectFile } from "./project-files.ts";

// What dashboards and alerts ask for must be exposed; else they are silent for ever. The Temporal SDK's own metrics are
// checked against a running worker, in worker/temporal-metrics.test.ts.

const DASHBOARD = "docs/operations/grafana-dashboard.json";
const ALERTS = "docs/operations/alerts.yml";

const nobody = new Proxy({}, { get: () => () => Promise.reject(new Error("nobody is asked")) }) as never;
const registries = [
  createGatewayMetrics({ db: nobody, temporal: nobody, log: nobody }).registry,
  createWorkerMetrics().registry,
];

/** Names as they stand in the text, with those that a histogram makes. */
const namesIn = (registry: Registry): string[] =>
  registry.getMetricsAsArray().flatMap((metric) => {
    const { name } = metric;
    return String(metric.type) === "histogram" ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];
  });
const exposed = registries.flatMap(namesIn);

interface Rules {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[];
}
const alerts = (parse(readProjectFile(ALERTS)) as Rules).groups.flatMap(({ rules }) => rules);
const panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[] =
  JSON.parse(readProjectFile(DASHBOARD)).panels;

const EXPRESSIONS = [
  ...alerts.map(({ alert, expr }) => [`the alert ${alert}`, expr] as const),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [`the panel "${title}"`, expr] as const)),
];

test.each(EXPRESSIONS)("%s asks only for what is exposed", (_name, expression) => {
  const asked = expression.match(/\b(orchestrator|nodejs|process|temporal)_\w+/g) ?? [];
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((name) => !name.startsWith("temporal_") && !exposed.includes(name))).toEqual([]);
});

describe("the alerts", () => {
  const names = alerts.map(({ alert }) => alert);
  test("cover what must not go unseen, each once", () => {
    expect(new Set(names).size).toBe(names.length);
    const payments = ["DepositsNotFollowed", "WorkerAbsent", "PaymentNeedsOperator", "TransactionWithoutOutcome"];
    const chain = ["NoStellarSource", "StellarSourceDown", "NetworkNewer"];
    const needed = [...payments, ...chain, "BooksDiffer", "FiatBalanceDiffers", "TreasuryLow", "PlatformLowOnXlm"];
    expect(needed.filter((name) => !names.includes(name))).toEqual([]);
  });

  test("call for help within two minutes when deposits are not followed", () => {
    expect(alerts.find(({ alert }) => alert === "DepositsNotFollowed")?.expr).toMatch(/> 120$/);
  });
});

test("every metric of ours has a name and a unit in the house's manner, and help in words", () => {
  for (const registry of registries) {
    for (const { name, help } of registry.getMetricsAsArray()) {
      if (!name.startsWith("orchestrator_")) continue;
      expect(name).toMatch(/^orchestrator_[a-z]+(_[a-z]+)*$/);
      expect(help).toMatch(/^[A-Z].*\.$/);
    }
  }
});
