import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Absence, type Mortal, proveDeath } from "./proof-of-death.ts";

const attempt: Mortal = { hash: "ab", sequence: 100n, maxTimeSeconds: 1_000, preparedLedger: 50 };
const absence: Absence = { latestLedger: 90, latestCloseTimeSeconds: 1_001, oldestLedger: 50, accountSequence: 99n };

describe("an absence proves death", () => {
  test("when its time is over on the chain and the node has seen every ledger since it was signed", () => {
    expect(proveDeath(attempt, absence)).toEqual({
      hash: "ab",
      reason: "EXPIRED",
      maxTimeSeconds: 1_000,
      latestLedger: 90,
      latestCloseTimeSeconds: 1_001,
      oldestLedger: 50,
      preparedLedger: 50,
      accountSequence: "99",
    });
  });

  test.each([
    ["another transaction used its number", 100n, "SEQUENCE_CONSUMED"],
    ["later numbers are used", 101n, "SEQUENCE_CONSUMED"],
    ["the number is unused", 99n, "EXPIRED"],
    ["the account is gone", null, "EXPIRED"],
  ])("and says so when %s", (_what, accountSequence, reason) => {
    expect(proveDeath(attempt, { ...absence, accountSequence })?.reason).toBe(reason);
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
    ["when the node's history begins after it was signed", { oldestLedger: 51 }],
    ["when it begins later although the number is used", { oldestLedger: 51, accountSequence: 500n }],
  ])("%s", (_what, change) => {
    expect(proveDeath(attempt, { ...absence, ...change })).toBeNull();
  });

  test("unless both hold, whatever the numbers", () => {
    const near = (centre: number) => fc.integer({ min: centre - 3, max: centre + 3 });
    const seen = fc.record({
      latestLedger: fc.nat(),
      latestCloseTimeSeconds: near(attempt.maxTimeSeconds),
      oldestLedger: near(attempt.preparedLedger),
      accountSequence: fc.option(fc.bigInt({ min: 95n, max: 105n }), { nil: null }),
    });
    fc.assert(
      fc.property(seen, (what) => {
        const isProof = what.latestCloseTimeSeconds > 1_000 && what.oldestLedger <= 50;
        return (proveDeath(attempt, what) !== null) === isProof;
      }),
    );
  });
});
