import { describe, expect, test } from "@jest/globals";
import { toStepFailure } from "./errors.ts";

const problemOf = (status: number, body: unknown) => toStepFailure(status, body, null).problem;

describe("what a build is told", () => {
  test.each([
    [401, { message: "Unauthorized", code: 401, type: "UNAUTHORIZED" }, "PROVIDER_CREDENTIAL_REFUSED"],
    [403, {}, "PROVIDER_CREDENTIAL_REFUSED"],
    [429, { statusCode: 429, message: "Too many requests" }, "PROVIDER_BUDGET_EXHAUSTED"],
    [500, { message: "boom", code: 500, type: "UNKNOWN_ERROR" }, "PROVIDER_UNAVAILABLE"],
    [502, "<html>Bad gateway</html>", "PROVIDER_UNAVAILABLE"],
    [504, null, "PROVIDER_UNAVAILABLE"],
    [408, {}, "PROVIDER_UNAVAILABLE"],
    [404, { message: "Resource not found" }, "PROVIDER_UNAVAILABLE"],
    [400, { message: "Escrow not found", code: 400, type: "NOT_FOUND" }, "PROVIDER_INDEX_STALE"],
    [404, { message: "Escrow not found" }, "PROVIDER_INDEX_STALE"],
    [400, { message: "The provided escrow properties do not match the stored escrow" }, "PROVIDER_INDEX_STALE"],
    [400, { statusCode: 400, message: "Escrow already released" }, "PROVIDER_INDEX_STALE"],
    [400, { message: "The escrow must be completed to release earnings" }, "PROVIDER_INDEX_STALE"],
    [400, { message: "Only the approver can change the milestone flag" }, "CONTRACT_REFUSED"],
    [400, { message: "The signer has insufficient funds to fund the escrow" }, "CONTRACT_REFUSED"],
    [400, { message: "HostError: Error(Contract, #5)", code: 400, type: "UNKNOWN_ERROR" }, "CONTRACT_REFUSED"],
    [400, { message: "Validation failed", details: { amount: ["must be a number"] } }, "PROVIDER_REFUSED"],
    [400, { statusCode: 400, message: ["title must not be empty", "amount must be positive"] }, "PROVIDER_REFUSED"],
    [400, { message: "Cannot define more than 50 milestones in an escrow" }, "PROVIDER_REFUSED"],
    [422, null, "PROVIDER_REFUSED"],
  ])("a %i with %j is %s", (status, body, problem) => {
    expect(problemOf(status, body)).toBe(problem);
  });
});

test("the operator reads what they said, in all three forms of an error", () => {
  expect(toStepFailure(400, { statusCode: 400, message: ["one", "two"], path: "/x" }, null).message).toContain(
    "one; two",
  );
  expect(toStepFailure(400, { message: "no", code: 400, type: "UNKNOWN_ERROR" }, null).message).toContain("400: no");
  expect(toStepFailure(400, { message: "no", details: { title: ["too long", "odd"] } }, null).message).toContain(
    "title too long, odd",
  );
});

test("an endless message is cut, so that no page of theirs fills our history", () => {
  expect(toStepFailure(500, { message: "x".repeat(100_000) }, null).message.length).toBeLessThan(400);
});

test("a used-up budget says when to come back", () => {
  expect(toStepFailure(429, {}, 7_000).retryAfterMs).toBe(7_000);
  expect(toStepFailure(429, {}, null).retryAfterMs).toBeGreaterThan(0);
});
