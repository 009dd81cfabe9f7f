import { expect, test } from "@jest/globals";
import { differencesOf } from "./airtm-books.ts";

const ledger = { buyer: "130.00", seller: "18.44" };
const held = { airtm: "100150.00", treasury: "998.44", escrow: "0.00" };
const opening = { airtm: "100000.00", treasury: "1000.00", fees: "1.56" };

test("books that agree have no difference", () => {
  expect(differencesOf(ledger, held, opening)).toEqual([]);
});

test.each([
  ["the buyer was credited a cent too much", { ...ledger, buyer: "130.01" }, held, opening],
  ["the seller was paid twice", { ...ledger, seller: "118.44" }, held, opening],
  ["Airtm holds less", ledger, { ...held, airtm: "100149.99" }, opening],
  ["the treasury was not paid back", ledger, { ...held, treasury: "880.00" }, opening],
  ["something stayed in escrow", ledger, { ...held, escrow: "0.0000001" }, opening],
  ["the chain took another fee", ledger, held, { ...opening, fees: "1.57" }],
])("it is told when %s", (_what, itsLedger, itsHeld, itsOpening) => {
  expect(differencesOf(itsLedger, itsHeld, itsOpening)).not.toEqual([]);
});
