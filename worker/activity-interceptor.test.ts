import { describe, expect, test } from "@jest/globals";
import { ApplicationFailure } from "@temporalio/common";
import { MockActivityEnvironment } from "@temporalio/testing";
import { DefaultLogger } from "@temporalio/worker";
import { StepFailure } from "../activities/failures.ts";
import { STEP_PROBLEMS, type StepProblem } from "../domain/chain/problems.ts";
import { AppError } from "../domain/errors.ts";
import { beatAndSortFailures } from "./activity-interceptor.ts";

/** What Temporal is told when an activity ends with this error. */
function toldOf(error: unknown): Promise<unknown> {
  const options = { interceptors: [beatAndSortFailures], logger: new DefaultLogger("ERROR") };
  const failing = () => Promise.reject(error);
  return new MockActivityEnvironment({}, options).run(failing).catch((told: unknown) => told);
}

describe("Temporal is told", () => {
  test.each(Object.keys(STEP_PROBLEMS) as StepProblem[])(
    "%s by its name, retryable as its table says",
    async (problem) => {
      expect(await toldOf(new StepFailure(problem, "what an operator reads"))).toMatchObject({
        type: problem,
        message: "what an operator reads",
        nonRetryable: STEP_PROBLEMS[problem].verdict !== "retry",
      });
    },
  );

  test("how long to wait, where the provider said it", async () => {
    const told = await toldOf(new StepFailure("PROVIDER_BUDGET_EXHAUSTED", "later", { retryAfterMs: 1_500 }));
    expect(told).toMatchObject({ nextRetryDelay: 1_500 });
  });

  test("a refusal of ours by its code, with its public details", async () => {
    const told = await toldOf(new AppError("INSUFFICIENT_FUNDS", { requested: "1.00" }));
    expect(told).toMatchObject({ type: "INSUFFICIENT_FUNDS", nonRetryable: true, details: [{ requested: "1.00" }] });
  });

  test.each([
    ["a refused connection", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
    ["a server that shuts down", Object.assign(new Error("terminating connection"), { code: "57P01" })],
    ["too many connections", Object.assign(new Error("sorry"), { code: "53300" })],
    ["a deadlock", Object.assign(new Error("deadlock detected"), { code: "40P01" })],
    ["a connection that broke", new Error("Connection terminated unexpectedly")],
    ["a pool without a free connection", new Error("timeout exceeded when trying to connect")],
  ])("that the database is away, which time heals: %s", async (_what, error) => {
    expect(await toldOf(error)).toMatchObject({ type: "STORAGE_UNAVAILABLE", nonRetryable: false });
  });

  test.each([
    ["a law of the database", Object.assign(new Error("check"), { code: "23514" })],
    ["a bug", new TypeError("x is not a function")],
  ])("an unsorted error as itself, never as one that time heals: %s", async (_what, error) => {
    const told = await toldOf(error);
    expect(told).not.toMatchObject({ type: "STORAGE_UNAVAILABLE" });
    expect(told).not.toBeInstanceOf(ApplicationFailure);
  });
});
