import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { workflowBundle } from "../../worker/build-bundle.ts";
import { corpus } from "./corpus-files.ts";
import { costOf } from "./cost-of.ts";

/** The most that each scenario may cost; raise one only with a reason. */
const BUDGETS: Readonly<Record<string, { readonly actions: number; readonly events: number; readonly bytes: number }>> =
  JSON.parse(await readFile(new URL("budgets.json", import.meta.url), "utf8"));
const BUNDLE_BYTES_MAX = 2 * 1024 * 1024;

const costs = [...corpus()].map(([name, history]) => ({ name, cost: costOf(history) }));

describe("what a payment asks of Temporal", () => {
  test("has a budget for every scenario of the corpus", () =>
    expect(Object.keys(BUDGETS)).toEqual(costs.map(({ name }) => name)));

  test.each(costs.map(({ name, cost }) => ({ name, ...cost })))(
    "$name: $actions Actions, $events events, $bytes bytes",
    ({ name, actions, events, bytes }) => {
      const budget = BUDGETS[name];
      expect(budget).toBeDefined();
      expect(actions).toBeLessThanOrEqual(budget?.actions ?? 0);
      expect(events).toBeLessThanOrEqual(budget?.events ?? 0);
      expect(bytes).toBeLessThanOrEqual(budget?.bytes ?? 0);
    },
  );

  test("stays within 30 Actions and 150 events for an order from creation to release", () => {
    expect(BUDGETS["order/released"]?.actions).toBeLessThanOrEqual(30);
    expect(BUDGETS["order/released"]?.events).toBeLessThanOrEqual(150);
  });
});

describe("the workflow bundle", () => {
  test.each([{ traced: false }, { traced: true }])("is at most 2 MiB (%p)", async (wanted) => {
    const { codePath } = await workflowBundle(wanted);
    expect((await readFile(codePath)).length).toBeLessThanOrEqual(BUNDLE_BYTES_MAX);
  });

  test("has nothing of tracing unless it is on", async () => {
    expect(await readFile((await workflowBundle()).codePath, "utf8")).not.toContain("tracing/interceptors");
    expect(await readFile((await workflowBundle({ traced: true })).codePath, "utf8")).toContain("tracing/interceptors");
  });

  test.each([{ traced: false }, { traced: true }])("holds no library and nothing of Node (%p)", async (wanted) => {
    const code = await readFile((await workflowBundle(wanted)).codePath, "utf8");
    const modules = [...code.matchAll(/^\/\*\*\*\/ "?([^"\n]+?)"?:?$/gm)].map(([, name]) => name ?? "");
    expect(modules.some((name) => name.includes("workflows/order.ts"))).toBe(true);
    expect(modules.filter((name) => /node_modules\/(zod|@stellar|@opentelemetry)\/|^node:/.test(name))).toEqual([]);
    expect(code).not.toMatch(/require\("node:/);
  });
});
