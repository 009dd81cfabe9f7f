import { describe, expect, test } from "@jest/globals";
import { Account, Keypair, MuxedAccount, StrKey } from "@stellar/stellar-sdk";
import fc from "fast-check";
import { baseAddressOf, isAccountAddress, isContractAddress, isMuxedAddress } from "./stellar-address.ts";

// Stellar's own library is the judge here; the product code does not use it.
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });
const toAccount = (key: Uint8Array) => StrKey.encodeEd25519PublicKey(Buffer.from(key));

describe("an account address", () => {
  test("is what Stellar's library encodes, for every key", () => {
    fc.assert(
      fc.property(keys, (key) => isAccountAddress(toAccount(key)) && baseAddressOf(toAccount(key)) === toAccount(key)),
    );
  });

  test("is refused when any one letter is another", () => {
    const letter = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ234567018 a");
    fc.assert(
      fc.property(keys, fc.nat(55), letter, (key, at, other) => {
        const address = toAccount(key);
        const changed = address.slice(0, at) + other + address.slice(at + 1);
        return changed === address || !isAccountAddress(changed);
      }),
    );
  });

  test("is not a muxed or contract one", () => {
    const address = Keypair.random().publicKey();
    expect([isMuxedAddress(address), isContractAddress(address)]).toEqual([false, false]);
  });
});

describe("a muxed address", () => {
  test("leads back to its account, for every id", () => {
    fc.assert(
      fc.property(keys, fc.bigInt(0n, 2n ** 64n - 1n), (key, id) => {
        const base = toAccount(key);
        const muxed = new MuxedAccount(new Account(base, "0"), id.toString()).accountId();
        return isMuxedAddress(muxed) && !isAccountAddress(muxed) && baseAddressOf(muxed) === base;
      }),
    );
  });

  test("has one text only: unused bits must be zero (SEP-23)", () => {
    const muxed = "MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVAAAAAAAAAAAAAJLK";
    expect(isMuxedAddress(muxed)).toBe(true);
    expect(isMuxedAddress("MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVAAAAAAAAAAAAAJLL")).toBe(false);
  });
});

test("a contract address is known, a secret seed and any other text are not addresses", () => {
  expect(isContractAddress(StrKey.encodeContract(Buffer.alloc(32, 7)))).toBe(true);
  for (const text of [Keypair.random().secret(), "", "G", "ü".repeat(56)]) {
    expect([isAccountAddress(text), isMuxedAddress(text), isContractAddress(text)]).toEqual([false, false, false]);
    expect(() => baseAddressOf(text)).toThrow(RangeError);
  }
});
