import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Absence, type Mortal, proveDeath } from "./proof-of-death.ts";

const attempt: Mortal = { hash: "ab", sequence: 100n, maxTimeSeconds: 1_000, preparedLedger: 50 };
const absence: Absence = {
  source: "a",
  latestLedger: 90,
  latestCloseTimeSeconds: 1_001,
  oldestLedger: 50,
  accountSequence: 99n,
};
const other = { ...absence, source: "b" };
/** Seen alike by both. */
const prove = (change: Partial<Absence> = {}) =>
  proveDeath(attempt, [
    { ...absence, ...change },
    { ...other, ...change },
  ]);

describe("an absence proves death", () => {
  test("when its time is over on the chain and two sources have seen every ledger since it was signed", () => {
    expect(prove()).toEqual({
      hash: "ab",
      reason: "EXPIRED",
      maxTimeSeconds: 1_000,
      latestLedger: 90,
      latestCloseTimeSeconds: 1_001,
      oldestLedger: 50,
      preparedLedger: 50,
      accountSequence: "99",
      witnesses: [
        { source: "a", by: "history" },
        { source: "b", by: "history" },
      ],
    });
  });

  test("when history is short, and the number is unused still after its time", () => {
    expect(prove({ oldestLedger: 90 })?.witnesses).toEqual([
      { source: "a", by: "unused-number" },
      { source: "b", by: "unused-number" },
    ]);
  });

  test.each([
    ["another transaction used its number", 100n, "SEQUENCE_CONSUMED"],
    ["later numbers are used", 101n, "SEQUENCE_CONSUMED"],
    ["the number is unused", 99n, "EXPIRED"],
    ["the account is gone", null, "EXPIRED"],
  ])("and says so when %s", (_what, accountSequence, reason) => {
    expect(prove({ accountSequence })?.reason).toBe(reason);
  });
});

describe("an absence proves nothing", () => {
  test.each<[string, Partial<Absence>]>([
    ["while its last second is not over", { latestCloseTimeSeconds: 1_000 }],
    [
      "while its time runs, even when its number is used: that may be itself",
      {
        latestCloseTimeSeconds: 999,
        accountSequence: 100n,
      },
    ],
    ["when history begins after it was signed and the number is used", { oldestLedger: 51, accountSequence: 100n }],
    ["when history begins after it was signed and the account is gone", { oldestLedger: 51, accountSequence: null }],
  ])("%s", (_what, change) => {
    expect(prove(change)).toBeNull();
    expect(proveDeath(attempt, [absence, { ...other, ...change }])).toBeNull();
  });

  test("of one source alone, however often it says so", () => {
    expect(proveDeath(attempt, [])).toBeNull();
    expect(proveDeath(attempt, [absence])).toBeNull();
    expect(proveDeath(attempt, [absence, absence])).toBeNull();
  });

  test("unless both hold, and the ledgers are those of after it was prepared, whatever the numbers", () => {
    const near = (centre: number) => fc.integer({ min: centre - 3, max: centre + 3 });
    const seen = (source: string) =>
      fc.record({
        source: fc.constant(source),
        latestLedger: near(attempt.preparedLedger),
        latestCloseTimeSeconds: near(attempt.maxTimeSeconds),
        oldestLedger: near(attempt.preparedLedger),
        accountSequence: fc.option(fc.bigInt({ min: 95n, max: 105n }), { nil: null }),
      });
    fc.assert(
      fc.property(seen("a"), seen("b"), (one, two) => {
        const says = ({ latestLedger, latestCloseTimeSeconds, oldestLedger, accountSequence }: Absence) =>
          latestLedger > 50 &&
          latestCloseTimeSeconds > 1_000 &&
          (oldestLedger <= 50 || (accountSequence !== null && accountSequence < 100n));
        return (proveDeath(attempt, [one, two]) !== null) === (says(one) && says(two));
      }),
    );
  });
});
