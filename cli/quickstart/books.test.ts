import { expect, test } from "@jest/globals";
import { differencesOf } from "./books.ts";

const ledger = { buyer: "69.48", seller: "77.66" };
const chain = { ...ledger, escrow: "0.00", outside: "100.00" };
const fees = {
  release: { platform: "1.20", trustlessWork: "0.36" },
  ruling: { platform: "1.00", trustlessWork: "0.30" },
};

test("books that agree have no difference", () => {
  expect(differencesOf(ledger, chain, fees)).toEqual([]);
});

test.each([
  ["the buyer's wallet lacks a stroop", ledger, { ...chain, buyer: "69.4799999" }, fees],
  ["the seller's wallet holds more than the balance", ledger, { ...chain, seller: "77.67" }, fees],
  ["something stayed in escrow", ledger, { ...chain, escrow: "0.0000001" }, fees],
  ["the withdrawal did not arrive", ledger, { ...chain, outside: "0.00" }, fees],
  ["the chain took another fee", ledger, chain, { ...fees, release: { ...fees.release, platform: "1.21" } }],
  ["the ruling took another fee", ledger, chain, { ...fees, ruling: { ...fees.ruling, trustlessWork: "0.31" } }],
  ["both books are wrong in the same way", { ...ledger, buyer: "70.48" }, { ...chain, buyer: "70.48" }, fees],
])("it is told when %s", (_what, itsLedger, itsChain, itsFees) => {
  expect(differencesOf(itsLedger, itsChain, itsFees)).not.toEqual([]);
});
