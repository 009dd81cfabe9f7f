import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { MAX_STROOPS } from "../money.ts";
import { ENTRY_KINDS, entry, transfer } from "./entry.ts";

const kind = fc.constantFrom(...ENTRY_KINDS);
const stroops = fc.bigInt({ min: 1n, max: MAX_STROOPS });
const signed = fc.bigInt({ min: -MAX_STROOPS, max: MAX_STROOPS });

describe("a transfer", () => {
  test("takes from one account what it gives to the other", () => {
    fc.assert(
      fc.property(kind, stroops, (of, amount) => {
        expect(transfer(of, "a", "b", amount)).toEqual({
          kind: of,
          postings: [
            { account: "a", stroops: -amount },
            { account: "b", stroops: amount },
          ],
        });
      }),
    );
  });

  test("of nothing is refused, and of less than nothing never turns around", () => {
    expect(() => transfer("deposit", "a", "b", 0n)).toThrow(RangeError);
    expect(() => transfer("deposit", "a", "b", -1n)).toThrow(RangeError);
  });
});

describe("an entry", () => {
  test("that does not sum to zero is refused, whatever its lines", () => {
    const amounts = fc
      .array(signed, { minLength: 1, maxLength: 8 })
      .filter((all) => all.reduce((a, b) => a + b) !== 0n);
    fc.assert(
      fc.property(kind, amounts, (of, all) => {
        const postings = all.map((amount, index) => ({ account: `a${index}`, stroops: amount }));
        expect(() => entry(of, postings)).toThrow(RangeError);
      }),
    );
  });

  test("keeps every line that moves money and leaves out the others", () => {
    const lines = [
      { account: "a", stroops: -3n },
      { account: "b", stroops: 0n },
      { account: "c", stroops: 3n },
    ];
    expect(entry("release", lines).postings).toEqual([lines[0], lines[2]]);
  });

  test("that moves nothing is refused", () => {
    expect(() => entry("release", [])).toThrow(RangeError);
    expect(() => entry("release", [{ account: "a", stroops: 0n }])).toThrow(RangeError);
  });
});
