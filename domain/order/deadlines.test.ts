import { expect, test } from "@jest/globals";
import { isUnheard } from "./deadlines.ts";

const DUE = Date.parse("2026-11-30T12:00:00Z");

test.each([
  ["at once", 0, false],
  ["after a worker was restarted", 60_000, false],
  ["after minutes without a worker", 5 * 60_000, true],
  ["after days without one", 3 * 86_400_000, true],
])("a deadline that is noticed %s: was nobody heard?", (_when, lateMs, unheard) => {
  expect(isUnheard(DUE, DUE + lateMs)).toBe(unheard);
});
