import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { DefaultLogger, Runtime, Worker } from "@temporalio/worker";
import { workflowBundle } from "../../worker/build-bundle.ts";
import { REPLAY_TIMEOUT_MS } from "../support/workflows/bench.ts";
import type { History } from "../support/workflows/history-shape.ts";
import { corpus } from "./corpus-files.ts";

// Payments live for weeks, so today's code must be able to carry on what any earlier version began. The corpus only grows:
// `RECORD_HISTORIES=1 npm test -- --tier workflows` adds scenarios that are not there yet and never writes one again.

const histories = corpus();
let code: string;
let tracedCode: string;
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger("ERROR"), shutdownSignals: [] });
  code = await readFile((await workflowBundle()).codePath, "utf8");
  tracedCode = await readFile((await workflowBundle({ traced: true })).codePath, "utf8");
});

test(
  "today's code carries on every payment of the corpus",
  async () => {
    expect(await failuresOf(code, histories)).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);

test(
  "and so does a worker on which tracing was switched on meanwhile",
  async () => {
    expect(await failuresOf(tracedCode, histories)).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);

test.each(["order", "withdrawal"])("the corpus of %s holds a happy, a parked and a compensated payment", (type) => {
  const ofType = [...histories.keys()].filter((name) => name.startsWith(`${type}/`)).join(" ");
  expect(ofType).toMatch(/\/(released|completed) /);
  expect(ofType).toMatch(/\/parked-and-/);
  expect(ofType).toMatch(/\/(canceled|refused-and-returned)/);
});

describe("a change that would break payments under way is noticed", () => {
  const released = new Map([...histories].filter(([name]) => name === "order/released"));
  test.each([
    {
      change: "another order of activities",
      from: "stellarSubmitTx.executeWithOptions",
      to: "stellarConfirmTx.executeWithOptions",
    },
    { change: "a step left out", from: "await requireEligibleParties(run);", to: "" },
  ])("$change", async ({ from, to }) => {
    const changed = code.replaceAll(from, to);
    expect(changed).not.toBe(code);
    expect((await failuresOf(changed, released)).join()).toMatch(/^order\/released: .*[Nn]on-?determin/);
  });
});

async function failuresOf(bundle: string, wanted: ReadonlyMap<string, History>): Promise<readonly string[]> {
  const failures: string[] = [];
  const named = [...wanted].map(([workflowId, history]) => ({ workflowId, history }));
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { code: bundle } }, named)) {
    if (error) failures.push(`${workflowId}: ${error.message}`);
  }
  return failures;
}
