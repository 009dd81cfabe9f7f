import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { AppError } from "../domain/errors.ts";
import { formatAmount } from "../domain/money.ts";
import { amountWithin, currencyOf } from "./amounts.ts";

const LIMITS = { minStroops: 100_000n, maxStroops: 500_000_000_000n }; // 0.01 to 50,000.00
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return "fine";
  } catch (error) {
    return error instanceof AppError ? error.code : "bug";
  }
};

describe("an amount", () => {
  test("within the limits is exact to the stroop, whatever zeros stand before it", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 5_000_000n), fc.nat(5), (cents, zeros) => {
        const stroops = cents * 100_000n;
        return amountWithin("0".repeat(zeros) + formatAmount(stroops), LIMITS) === stroops;
      }),
    );
  });

  test.each([
    ["0.00", "INVALID_AMOUNT_FORMAT"],
    ["000.00", "INVALID_AMOUNT_FORMAT"],
    ["50000.01", "INVALID_AMOUNT"],
    ["12345678901234567890.00", "INVALID_AMOUNT"],
    ["0.01", "fine"],
    ["50000.00", "fine"],
  ])("%s is %s", (text, code) => {
    expect(codeOf(() => amountWithin(text, LIMITS))).toBe(code);
  });

  test("below a raised minimum is refused", () => {
    expect(codeOf(() => amountWithin("9.99", { ...LIMITS, minStroops: 100_000_000n }))).toBe("INVALID_AMOUNT");
  });
});

test("currencies are USD and USDC, written so", () => {
  expect([currencyOf("USD"), currencyOf("USDC")]).toEqual(["USD", "USDC"]);
  for (const other of ["usd", "EUR", ""]) expect(codeOf(() => currencyOf(other))).toBe("INVALID_CURRENCY");
});
