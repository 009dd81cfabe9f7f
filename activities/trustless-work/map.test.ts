import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { MAX_STROOPS, STROOPS_PER_UNIT } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import { fromWireAmount, toWireAmount, toWirePercent } from "./map.ts";

const EXACT_MAX = 2n ** 29n * STROOPS_PER_UNIT;

test("an amount survives their JSON number, to the stroop", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, EXACT_MAX), (stroops) => {
      const onTheWire = JSON.parse(JSON.stringify({ amount: toWireAmount(stroops) })) as { amount: number };
      expect(fromWireAmount(onTheWire.amount)).toBe(stroops);
    }),
  );
});

test.each([
  [1_200_000_000n, "120"],
  [1n, "1e-7"],
  [12_345_678_901n, "1234.5678901"],
  [10n, "0.000001"],
])("%s stroops are written as the number %s", (stroops, text) => {
  expect(JSON.stringify(toWireAmount(stroops))).toBe(text);
});

test("an amount that no number holds exactly is refused, never rounded", () => {
  fc.assert(
    fc.property(fc.bigInt(EXACT_MAX, MAX_STROOPS), (stroops) => {
      const written = orNull(() => toWireAmount(stroops));
      expect(written === null || fromWireAmount(written) === stroops).toBe(true);
    }),
  );
  expect(() => toWireAmount(8_994_005_115_202_548n)).toThrow(StepFailure);
  expect(() => toWireAmount(-1n)).toThrow(StepFailure);
});

test.each([0.000_000_01, 0.1 + 0.2, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e21])(
  "their number %s is no exact amount",
  (amount) => {
    expect(() => fromWireAmount(amount)).toThrow(RangeError);
  },
);

test("basis points become the percent that has the fewest digits", () => {
  expect([0, 1, 55, 250, 5_700, 9_900].map((bps) => JSON.stringify(toWirePercent(bps)))).toEqual([
    "0",
    "0.01",
    "0.55",
    "2.5",
    "57",
    "99",
  ]);
});

function orNull<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
