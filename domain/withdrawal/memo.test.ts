import { describe, expect, test } from "@jest/globals";
import { canonicalMemo, memoObjection } from "./memo.ts";

const HASH = "0123456789abcdef".repeat(4);

describe("a memo", () => {
  test.each([
    ["text", "invoice 7"],
    ["text", "ü".repeat(14)],
    ["id", "0"],
    ["id", "18446744073709551615"],
    ["hash", HASH],
    ["return", HASH.toUpperCase()],
  ] as const)("of type %s may be %s", (type, text) => {
    expect(memoObjection(type, text)).toBeNull();
  });

  test.each([
    ["text", "ü".repeat(15)],
    ["id", "18446744073709551616"],
    ["id", "99999999999999999999"],
    ["id", "007"],
    ["id", "-1"],
    ["id", "1.0"],
    ["id", "12 "],
    ["hash", HASH.slice(1)],
    ["hash", `${HASH}00`],
    ["return", `g${HASH.slice(1)}`],
  ] as const)("of type %s may not be %s", (type, text) => {
    expect(memoObjection(type, text)).not.toBeNull();
  });

  test("of 32 bytes is kept in one form", () => {
    expect(canonicalMemo("hash", HASH.toUpperCase())).toBe(HASH);
    expect(canonicalMemo("text", "As It Is")).toBe("As It Is");
  });
});
