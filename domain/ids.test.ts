import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ID_PREFIXES, isId, mintId, type Noun } from "./ids.ts";

const nouns = Object.keys(ID_PREFIXES) as Noun[];
const noun = fc.constantFrom(...nouns);
const entropy = fc.uint8Array({ minLength: 24, maxLength: 24 });

describe("an id", () => {
  test("is its prefix and 32 letters and digits, whatever the bytes", () => {
    fc.assert(
      fc.property(noun, entropy, (of, bytes) => {
        const id = mintId(of, bytes);
        return id.startsWith(ID_PREFIXES[of]) && /^[a-z]+_[0-9A-Za-z]{32}$/.test(id) && isId(of, id);
      }),
    );
    expect(mintId("order", new Uint8Array(24))).toBe(`ord_${"0".repeat(32)}`);
    expect(mintId("user", new Uint8Array(24).fill(255))).toMatch(/^usr_[0-9A-Za-z]{32}$/);
  });

  test("is the same for the same bytes, and another when any of the bytes that fit differs", () => {
    fc.assert(
      fc.property(noun, entropy, fc.integer({ min: 1, max: 23 }), (of, bytes, at) => {
        const other = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
        return mintId(of, bytes) === mintId(of, Uint8Array.from(bytes)) && mintId(of, bytes) !== mintId(of, other);
      }),
    );
  });

  test("needs 24 bytes, and uses no more of a longer digest", () => {
    expect(() => mintId("order", new Uint8Array(23))).toThrow(RangeError);
    const digest = Uint8Array.from({ length: 32 }, (_, index) => index);
    expect(mintId("order", digest)).toBe(mintId("order", digest.slice(0, 24)));
  });

  test("is of one kind only: no two kinds share a prefix", () => {
    fc.assert(
      fc.property(noun, entropy, (of, bytes) =>
        nouns.every((other) => isId(other, mintId(of, bytes)) === (other === of)),
      ),
    );
  });

  test.each([
    "",
    "ord_",
    "0".repeat(32),
    `ord_${"0".repeat(31)}`,
    `ord_${"0".repeat(33)}`,
    `ORD_${"0".repeat(32)}`,
    `usr_${"0".repeat(32)}`,
    `ord_${"0".repeat(31)}-`,
    `ord_${"0".repeat(31)}é`,
    `ord_${"0".repeat(31)}٣`,
    `ord_${"0".repeat(32)}\n`,
    ` ord_${"0".repeat(32)}`,
    `ord_../${"0".repeat(29)}`,
  ])("of an order is not %j", (text) => {
    expect(isId("order", text)).toBe(false);
  });
});
