import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseOrderAmount } from "../../../domain/money.ts";
import { milestoneShares } from "./milestone-shares.ts";

test("shares always add up to the order, differ by the rest only, and the rest is on the last", () => {
  fc.assert(
    fc.property(fc.bigInt(50n, 5_000_000n), fc.integer({ min: 1, max: 50 }), (cents, count) => {
      const milestones = Array.from({ length: count }, (_none, index) => ({ milestoneRef: `${index}`, title: "x" }));
      const shares = milestoneShares(milestones, cents * 100_000n).map(parseOrderAmount);
      const others = shares.slice(0, -1);
      expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(cents * 100_000n);
      expect(new Set(others).size).toBeLessThanOrEqual(1);
      expect(shares.at(-1)).toBeGreaterThanOrEqual(others[0] ?? 0n);
    }),
  );
});

test("an amount too small to be shared is refused", () => {
  const milestones = ["a", "b"].map((milestoneRef) => ({ milestoneRef, title: "x" }));
  expect(() => milestoneShares(milestones, 100_000n)).toThrow("The amount is outside the limits");
});
