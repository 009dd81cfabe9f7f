import { describe, expect, test } from "@jest/globals";
import { closedLoop } from "./closed-loop.ts";
import { openLoop } from "./open-loop.ts";
import { pairedRounds } from "./paired-rounds.ts";
import { quartilesOf } from "./quartiles.ts";
import { verdictOf } from "./verdict.ts";

describe("quartiles", () => {
  test("are those of the sorted values, whatever order they come in", () => {
    expect(quartilesOf([5, 1, 4, 2, 3])).toEqual({ lower: 2, median: 3, upper: 4 });
    expect(quartilesOf([4, 1, 3, 2])).toEqual({ lower: 1.75, median: 2.5, upper: 3.25 });
    expect(quartilesOf([7])).toEqual({ lower: 7, median: 7, upper: 7 });
  });

  test("of nothing are refused", () => expect(() => quartilesOf([])).toThrow(RangeError));
});

describe("paired rounds", () => {
  const sides = (log: string[], ours: readonly number[], theirs: readonly number[]) => {
    const [a, b] = [[...ours], [...theirs]];
    const run = (side: string, rates: number[]) => async () => {
      log.push(side);
      return rates.shift() ?? 0;
    };
    return { ours: run("ours", a), theirs: run("theirs", b) };
  };

  test("drop the first one, take turns in who begins, and never mix two rounds", async () => {
    const log: string[] = [];
    expect(await pairedRounds(sides(log, [99, 2, 9, 8], [1, 4, 3, 2]), { rounds: 3 })).toEqual([0.5, 3, 4]);
    expect(log).toEqual(["ours", "theirs", "ours", "theirs", "theirs", "ours", "ours", "theirs"]);
  });

  test("can be told to subtract", async () =>
    expect(await pairedRounds(sides([], [1, 7], [1, 4]), { rounds: 1, compare: "difference" })).toEqual([3]));

  test("end early when told, but not before there are three", async () => {
    const many = sides([], Array(9).fill(2), Array(9).fill(1));
    expect(await pairedRounds(many, { rounds: 8, isGoingOn: () => false })).toEqual([2, 2, 2]);
  });

  test("refuse a side that did nothing", async () =>
    expect(pairedRounds(sides([], [1, 1], [1, 0]), { rounds: 1 })).rejects.toThrow("did nothing"));
});

describe("an open loop", () => {
  test("begins each piece when it is due, whatever became of those before, and counts from then", async () => {
    let begun = 0;
    const latencies = await openLoop(200, 0.1, async () => {
      begun += 1;
      await new Promise((resolve) => setTimeout(resolve, 60));
    });
    expect([begun, latencies.length]).toEqual([20, 20]);
    expect(Math.min(...latencies)).toBeGreaterThanOrEqual(58); // a timer may run a millisecond early
  });

  test("charges a stall to everything that was due in it", async () => {
    let isFirst = true;
    const latencies = await openLoop(100, 0.1, async () => {
      const until = performance.now() + (isFirst ? 80 : 0);
      isFirst = false;
      while (performance.now() < until); // nobody else is served
    });
    expect(latencies.filter((ms) => ms > 15).length).toBeGreaterThanOrEqual(5);
  });
});

describe("a closed loop", () => {
  test("keeps so many under way and no more, and finishes what it began", async () => {
    let [underWay, most, finished] = [0, 0, 0];
    const rate = await closedLoop(4, 0, async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise(setImmediate);
      underWay -= 1;
      finished += 1;
    });
    expect([most, underWay, finished]).toEqual([4, 0, 4]);
    expect(rate).toBeGreaterThan(0);
  });

  test("ends with the first error", async () => {
    const failing = closedLoop(2, 60, () => Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
  });
});

test("a verdict says whether the target is met, and before all else whether a law was broken", () => {
  const target = { good: 0.5, stretch: 0.7 };
  expect([0.4, 0.5, 0.7].map((median) => verdictOf(median, target, []))).toEqual(["missed", "met", "stretch met"]);
  const ceiling = { good: 5, stretch: 3, isCeiling: true };
  expect([6, 5, 3].map((median) => verdictOf(median, ceiling, []))).toEqual(["missed", "met", "stretch met"]);
  expect(verdictOf(9, null, [])).toBe("no target");
  expect(verdictOf(9, target, ["the books do not balance"])).toBe("INVARIANT BROKEN");
});
