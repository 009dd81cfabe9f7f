import { expect, test } from "@jest/globals";
import { differencesOf } from "./books.ts";

const ledger = { buyer: "130.00", seller: "18.44" };
const chain = { buyer: "130.00", seller: "18.44", escrow: "0.00", outside: "100.00" };
const fees = { platform: "1.20", trustlessWork: "0.36" };

test("books that agree have no difference", () => {
  expect(differencesOf(ledger, chain, fees)).toEqual([]);
});

test.each([
  ["the buyer's wallet lacks a stroop", ledger, { ...chain, buyer: "129.9999999" }, fees],
  ["the seller's wallet holds more than the balance", ledger, { ...chain, seller: "18.45" }, fees],
  ["something stayed in escrow", ledger, { ...chain, escrow: "0.0000001" }, fees],
  ["the withdrawal did not arrive", ledger, { ...chain, outside: "0.00" }, fees],
  ["the chain took another fee", ledger, chain, { ...fees, platform: "1.21" }],
  ["both books are wrong in the same way", { ...ledger, buyer: "131.00" }, { ...chain, buyer: "131.00" }, fees],
])("it is told when %s", (_what, itsLedger, itsChain, itsFees) => {
  expect(differencesOf(itsLedger, itsChain, itsFees)).not.toEqual([]);
});
