import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { percentOf, toCents, toDecimal, toJsonNumber, UsdNumber } from "./money.ts";

test("every amount of cents survives its trip through a JSON number", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (cents) => {
      expect(toCents(toDecimal(cents))).toBe(cents);
      expect(UsdNumber.parse(JSON.parse(JSON.stringify(toJsonNumber(cents))))).toBe(cents);
    }),
  );
});

test.each([0.001, 0.1 + 0.2, -1, 1e21, 1e-7, Number.NaN])("%d is no amount", (amount) => {
  expect(UsdNumber.safeParse(amount).success).toBe(false);
});

test.each([
  ["1e2", null],
  ["١", null],
  ["", null],
  [" 1", null],
  ["1.", null],
  ["7", 700n],
  ["7.5", 750n],
])("%s is read as %s cents", (text, cents) => {
  expect(toCents(text)).toBe(cents);
});

test("a debt is printed with its sign, a share rounded down", () => {
  expect(toDecimal(-5n)).toBe("-0.05");
  expect(percentOf(999n, 2.5)).toBe(24n);
});
