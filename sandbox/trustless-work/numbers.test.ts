import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { amountNumber, bpsOf, plainDecimal, stroopsOf } from "./numbers.ts";

// From 2^29 USDC on two neighbouring doubles are more than a stroop apart.
test("every amount below 536,870,912 USDC survives its JSON number", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 2n ** 29n * 10_000_000n - 1n), (stroops) => {
      expect(stroopsOf(JSON.parse(JSON.stringify(amountNumber(stroops))))).toBe(stroops);
    }),
  );
});

test.each([
  [120, 1_200_000_000n],
  [0.1 + 0.2, null],
  [0.0000001, 1n],
  [0.00000001, null],
  [1e21, 10n ** 28n],
  [-5, -50_000_000n],
  [Number.POSITIVE_INFINITY, null],
])("%s reads as %s stroops", (amount, stroops) => {
  expect(stroopsOf(amount)).toBe(stroops);
});

test.each([
  [5, 500],
  [0.6, 60],
  [0, 0],
  [99, 9_900],
  [0.07, 7],
  [0.001, null],
])("%s percent are %s basis points", (percent, bps) => {
  expect(bpsOf(percent)).toBe(bps);
});

test("a number prints without an exponent and means the same", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(plainDecimal(value)).not.toContain("e");
      expect(Number(plainDecimal(value)) === value).toBe(true);
    }),
  );
});
