import { expect, test } from "@jest/globals";
import { AirtmBalance, AirtmPayin } from "./wire.ts";

const payinOf = (amount: unknown) =>
  AirtmPayin.safeParse({ id: "1", status: "CONFIRMED", amount, createdAt: "2026-11-25T10:00:00Z" }).data?.amount;

test.each([
  [10, "10.00"],
  [10.5, "10.50"],
  [0.1 + 0.2, "0.30"],
  [999_999_999.99, "999999999.99"],
  ["10.5", "10.50"],
  ["10.50", "10.50"],
])("an amount of %j is read as %s", (amount, text) => expect(payinOf(amount)).toBe(text));

test.each([10.005, 10.999, 1e21, 1e12, -1, Number.NaN, "", " ", "10.999", "1e3", "0x10", "-1", "1,5", null])(
  "%j is no amount, and is never rounded to one",
  (amount) => expect(payinOf(amount)).toBeUndefined(),
);

test("a balance may have more digits: it is only compared", () => {
  expect(AirtmBalance.parse({ available: 10.005, pending: "1.239" })).toMatchObject({ pending: "1.24" });
});
