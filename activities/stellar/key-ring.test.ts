import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseKeyRing } from "./key-ring.ts";

const OLD = "1b".repeat(32);
const NEW = "2a".repeat(32);
const ring = parseKeyRing(`v2:${NEW},v1:${OLD}`);
const whose = { owner: "usr_a", purpose: "stellar-account" };

test("a secret comes back as it was sealed", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), fc.string(), (secret, owner, purpose) => {
      const clean = { owner: owner.replaceAll("\0", ""), purpose: purpose.replaceAll("\0", "") };
      expect(ring.open(ring.seal(secret, clean), clean)).toBe(Buffer.from(secret).toString());
    }),
  );
});

test("the same secret is sealed differently each time, and never shown", () => {
  const sealed = [ring.seal("S3CRET", whose), ring.seal("S3CRET", whose)];
  expect(new Set(sealed).size).toBe(2);
  expect(sealed.join()).not.toContain("S3CRET");
});

test("a sealed secret opens for nobody else and for nothing else", () => {
  const sealed = ring.seal("secret", whose);
  expect(() => ring.open(sealed, { ...whose, owner: "usr_b" })).toThrow();
  expect(() => ring.open(sealed, { ...whose, purpose: "backup" })).toThrow();
});

test("any changed character of a sealed secret is noticed", () => {
  const sealed = ring.seal("secret", whose);
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom(..."ABCxyz019-_."), (index, character) => {
      fc.pre(sealed[index] !== character);
      const changed = sealed.slice(0, index) + character + sealed.slice(index + 1);
      const opened = opens(changed);
      // the last character of a base64url part can hold bits that nothing reads
      expect(opened === null || samePayload(changed, sealed)).toBe(true);
    }),
  );
  for (const cut of [1, 4, 20]) expect(() => ring.open(sealed.slice(0, -cut), whose)).toThrow();
});

test("a shortened tag does not open: guessing it would be cheap", () => {
  const [keyId, iv, tag = "", ciphertext] = ring.seal("secret", whose).split(".");
  const short = Buffer.from(tag, "base64url").subarray(0, 4).toString("base64url");
  expect(() => ring.open([keyId, iv, short, ciphertext].join("."), whose)).toThrow();
});

describe("rotation", () => {
  test("the first key writes, and what an older one wrote still opens", () => {
    const before = parseKeyRing(`v1:${OLD}`).seal("secret", whose);
    expect(before).toMatch(/^v1\./);
    expect(ring.open(before, whose)).toBe("secret");
    expect(ring.seal("secret", whose)).toMatch(/^v2\./);
  });

  test("without the key that sealed it, a secret does not open", () => {
    const sealed = ring.seal("secret", whose);
    expect(() => parseKeyRing(`v1:${OLD}`).open(sealed, whose)).toThrow("no key named v2");
    expect(() => parseKeyRing(`v2:${OLD}`).open(sealed, whose)).toThrow();
  });

  test("a single bare key is a ring of v1, and keeps its secrets when it joins one", () => {
    const sealed = parseKeyRing(OLD).seal("secret", whose);
    expect(ring.open(sealed, whose)).toBe("secret");
  });
});

test.each([
  ["nothing", ""],
  ["a short key", "v1:abcd"],
  ["a long key", `v1:${OLD}00`],
  ["no hex", `v1:${"zz".repeat(32)}`],
  ["an empty place", `v2:${NEW},`],
  ["two keys of one name", `v1:${NEW},v1:${OLD}`],
  ["two bare keys", `${NEW},${OLD}`],
])("a ring with %s is refused, without showing key material", (_, text) => {
  expect(() => parseKeyRing(text)).toThrow(/^(?!.*(1b1b|2a2a|zz)).*key/);
});

function opens(sealed: string): string | null {
  try {
    return ring.open(sealed, whose);
  } catch {
    return null;
  }
}

function samePayload(one: string, other: string): boolean {
  const bytes = (text: string) =>
    text.split(".").map((part, index) => (index ? Buffer.from(part, "base64url").toString("hex") : part));
  return bytes(one).join() === bytes(other).join();
}
