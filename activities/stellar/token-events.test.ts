import { describe, expect, test } from "@jest/globals";
import { Account, Address, Keypair, MuxedAccount, xdr } from "@stellar/stellar-sdk";
import { address, i128, struct, symbol, text } from "./soroban-values.ts";
import { baseAddress, toTransfer } from "./token-events.ts";

const ISSUER = Keypair.random().publicKey();
const [ALICE, BOB] = [Keypair.random().publicKey(), Keypair.random().publicKey()];
const CONTRACT = Address.contract(new Uint8Array(32).fill(9)).toString();
const asset = text(`USDC:${ISSUER}`);

const read = (topics: xdr.ScVal[], data: xdr.ScVal) => toTransfer(topics, data, ISSUER);

describe("a movement of the token", () => {
  test.each<[string, xdr.ScVal[], string, string]>([
    ["a transfer", [symbol("transfer"), address(ALICE), address(BOB), asset], ALICE, BOB],
    ["a transfer from a contract", [symbol("transfer"), address(CONTRACT), address(BOB), asset], CONTRACT, BOB],
    ["a mint comes from the issuer", [symbol("mint"), address(BOB), asset], ISSUER, BOB],
    ["a burn goes to the issuer", [symbol("burn"), address(ALICE), asset], ALICE, ISSUER],
    ["a clawback goes to the issuer", [symbol("clawback"), address(ALICE), asset], ALICE, ISSUER],
  ])("%s", (_, topics, from, to) => {
    expect(read(topics, i128(7n))).toEqual({ from, to, stroops: 7n, toMuxedId: null });
  });

  test.each<[xdr.ScVal, string]>([
    [xdr.ScVal.scvU64(2n ** 64n - 1n), "18446744073709551615"],
    [text("order 9"), "order 9"],
    [xdr.ScVal.scvBytes(new Uint8Array([1, 171])), "01ab"],
  ])("tells whom it is for", (id, told) => {
    const data = struct({ amount: i128(7n), to_muxed_id: id });
    expect(read([symbol("transfer"), address(ALICE), address(BOB), asset], data)).toMatchObject({
      stroops: 7n,
      toMuxedId: told,
    });
  });
});

test("an event that moves nothing is no movement", () => {
  expect(read([symbol("approve"), address(ALICE), address(BOB), asset], i128(7n))).toBeNull();
  expect(read([symbol("set_authorized"), address(ALICE), asset], xdr.ScVal.scvBool(false))).toBeNull();
});

test("an event without a name is not taken for one that moves nothing", () => {
  expect(() => read([], i128(7n))).toThrow("nothing");
  expect(() => read([text("transfer"), address(ALICE), address(BOB), asset], i128(7n))).toThrow("scvString");
});

test("an amount of a wrong type is never read as money", () => {
  const topics = [symbol("transfer"), address(ALICE), address(BOB), asset];
  expect(() => read(topics, text("7"))).toThrow();
  expect(() => read(topics, struct({ to_muxed_id: text("x") }))).toThrow();
});

test("the account behind a muxed address is its own", () => {
  expect(baseAddress(new MuxedAccount(new Account(ALICE, "0"), "7").accountId())).toBe(ALICE);
  expect(baseAddress(ALICE)).toBe(ALICE);
  expect(baseAddress(CONTRACT)).toBe(CONTRACT);
});
