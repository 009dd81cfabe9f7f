import { expect, test } from "@jest/globals";
import { toAmount, toStroops } from "./amounts.ts";

test.each([
  ["120", 1_200_000_000n, "120.00"],
  ["120.00", 1_200_000_000n, "120.00"],
  ["0.0000001", 1n, "0.0000001"],
  ["118.4400000", 1_184_400_000n, "118.44"],
  ["1.2345600", 12_345_600n, "1.23456"],
  ["0", 0n, "0.00"],
])("%s is read and written without losing a stroop", (text, stroops, written) => {
  expect(toStroops(text)).toBe(stroops);
  expect(toAmount(stroops)).toBe(written);
});

test.each(["", "-1", "1.", ".5", "1,00", "1e3", "0.00000001"])("%p is no amount", (text) => {
  expect(() => toStroops(text)).toThrow("is not an amount");
});
