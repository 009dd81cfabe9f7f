import { expect, test } from "@jest/globals";
import { toStepFailure } from "./errors.ts";

test.each([
  [null, 1_000],
  [0, 1_000],
  [-5_000, 1_000],
  [20_000, 20_000],
  [86_400_000, 60_000],
])("asked to wait %j ms, a payment waits %d ms and no longer", (retryAfterMs, waited) => {
  expect(toStepFailure(429, null, retryAfterMs)).toMatchObject({
    problem: "PROVIDER_BUDGET_EXHAUSTED",
    retryAfterMs: waited,
  });
});

test("nobody's address is in what is told of a refusal", () => {
  const { message } = toStepFailure(400, { code: "415061", message: "seller@example.com cannot be paid" }, null);
  expect(message).toBe("Airtm answered 400 (415061): (an address) cannot be paid");
});
