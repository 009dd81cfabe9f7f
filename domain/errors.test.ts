import { describe, expect, test } from "@jest/globals";
import { AppError, ERRORS, type ErrorCode, type ErrorRow, isErrorCode, statusOf } from "./errors.ts";

const rows = Object.entries(ERRORS) as [ErrorCode, ErrorRow][];

describe("the table of errors", () => {
  test.each(rows)("%s has a public sentence and statuses of a failure", (_code, { title, status, statusOn }) => {
    expect(title).toMatch(/^[A-Z].*[^.]\.$/);
    for (const one of [status, ...Object.values(statusOn ?? {})]) {
      expect([400, 401, 403, 404, 409, 410, 413, 422, 429, 500, 502, 503, 504]).toContain(one);
    }
  });

  test("calls worth repeating exactly what is nobody's fault in the request", () => {
    const retryable = rows.filter(([, row]) => !row.nonRetryable).map(([code]) => code);
    const byStatus = rows.filter(([, { status }]) => status >= 500 || status === 429).map(([code]) => code);
    expect(retryable.sort()).toEqual([...byStatus, "IDEMPOTENCY_KEY_IN_PROGRESS"].sort());
  });
});

describe("the status of a code", () => {
  test.each([
    ["INVALID_STATE", "reserveOrder", 400],
    ["INVALID_STATE", "releaseOrder", 400],
    ["INVALID_STATE", "cancelWithdrawal", 409],
    ["INVALID_STATE", null, 409],
    ["INVALID_AMOUNT", "createOrder", 400],
    ["INVALID_AMOUNT", "resolveDispute", 422],
    ["ORDER_NOT_FOUND", "reserveOrder", 404],
  ] as const)("%s of %s is %i", (code, operationId, status) => {
    expect(statusOf(code, operationId)).toBe(status);
  });
});

test("only codes of the table are codes, and nothing that every object has", () => {
  expect(rows.every(([code]) => isErrorCode(code))).toBe(true);
  for (const text of ["", "NOPE", "toString", "__proto__", "constructor", null, undefined, 409, {}]) {
    expect(isErrorCode(text)).toBe(false);
  }
});

test("an error says its code, its public sentence and its details, and keeps its name", () => {
  const error = new AppError("INSUFFICIENT_FUNDS", { requested: "1.00" });
  expect(error).toMatchObject({ name: "AppError", code: "INSUFFICIENT_FUNDS", details: { requested: "1.00" } });
  expect(error.message).toBe(ERRORS.INSUFFICIENT_FUNDS.title);
  expect(new AppError("NOT_FOUND").details).toBeNull();
});
