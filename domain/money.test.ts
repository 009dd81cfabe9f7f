import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  formatAmount,
  formatStroops,
  isOrderAmount,
  MAX_STROOPS,
  parseOrderAmount,
  parseStroops,
  STROOPS_PER_CENT,
} from "./money.ts";

const stroops = fc.bigInt({ min: 0n, max: MAX_STROOPS });
const cents = fc.bigInt({ min: 0n, max: MAX_STROOPS / STROOPS_PER_CENT });

/** Nothing of this is an amount, in any place that reads one. */
const NO_AMOUNTS = [
  ...[
    "",
    " ",
    ".",
    "-",
    "+",
    "-1",
    "-1.00",
    "-0.00",
    "+1.00",
    "1e3",
    "1.00e2",
    "1E2",
    "0x1.00",
    "0b1",
    "1,00",
    "1,000.00",
  ],
  ...[
    "1_000.00",
    "1.000,00",
    "1.",
    ".5",
    ".50",
    "1..00",
    "1.0.0",
    " 1.00",
    "1.00 ",
    "1.00\n",
    "\t1.00",
    "1 000.00",
    "1.00\u0000",
  ],
  ...["NaN", "Infinity", "null", "$1.00", "1.00 USDC", "1/3", "0.00000001", "0.123456789", "12345678901234567890"],
  ...[
    "12345678901234567890.00",
    "9999999999999.00",
    "１.００",
    "１２.５０",
    "٣.٠٠",
    "४.५०",
    "𝟏.𝟎𝟎",
    "1．00",
    "1٫00",
    "−1.00",
    "1.00\u200b",
    "²",
    "½",
  ],
];

describe("an amount of the API", () => {
  test("is read as it is printed, for every number of cents", () => {
    fc.assert(
      fc.property(cents, (value) => {
        const text = formatAmount(value * STROOPS_PER_CENT);
        return isOrderAmount(text) && parseOrderAmount(text) === value * STROOPS_PER_CENT;
      }),
    );
  });

  test.each([...NO_AMOUNTS, "0", "1", "120", "1.5", "0.001", "1.000", "1.0000000"])("is never %j", (text) => {
    expect(isOrderAmount(text)).toBe(false);
    expect(() => parseOrderAmount(text)).toThrow(RangeError);
  });

  test("is refused with any one character of another kind in it", () => {
    const character = fc.string({ unit: "binary", minLength: 1, maxLength: 1 }).filter((one) => !/^[0-9.]$/.test(one));
    fc.assert(
      fc.property(cents, fc.nat(20), character, (value, at, other) => {
        const text = formatAmount(value * STROOPS_PER_CENT);
        return !isOrderAmount(text.slice(0, at) + other + text.slice(at));
      }),
    );
  });
});

describe("an amount of the chain", () => {
  test("is read as it is printed, with seven decimals or without the zeros at its end", () => {
    fc.assert(
      fc.property(stroops, (value) => {
        const forms = [formatStroops(value), formatAmount(value), formatStroops(value).replace(/\.?0+$/, "") || "0"];
        return forms.every((text) => parseStroops(text.startsWith(".") ? `0${text}` : text) === value);
      }),
    );
  });

  test.each([...NO_AMOUNTS, "01", "00.5", "1.12345678"])("is never %j", (text) => {
    expect(() => parseStroops(text)).toThrow(RangeError);
  });

  test("is never above what a Stellar account can hold", () => {
    expect(parseStroops("922337203685.4775807")).toBe(MAX_STROOPS);
    expect(() => parseStroops("922337203685.4775808")).toThrow(RangeError);
  });
});

describe("printing", () => {
  test.each([
    [0n, "0.0000000", "0.00"],
    [1n, "0.0000001", "0.0000001"],
    [-1n, "-0.0000001", "-0.0000001"],
    [100_000n, "0.0100000", "0.01"],
    [1_200_000_000n, "120.0000000", "120.00"],
    [125_000_001n, "12.5000001", "12.5000001"],
    [125_001_000n, "12.5001000", "12.5001"],
    [-125_100_000n, "-12.5100000", "-12.51"],
    [MAX_STROOPS, "922337203685.4775807", "922337203685.4775807"],
  ])("shows %s stroops as wallets do and as the API does", (value, wallet, api) => {
    expect([formatStroops(value), formatAmount(value)]).toEqual([wallet, api]);
  });

  test("always shows at least two decimals and never loses one", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -MAX_STROOPS, max: MAX_STROOPS }), (value) => {
        const text = formatAmount(value);
        const digits = text.replace("-", "").split(".");
        const seven = (digits[1] ?? "").padEnd(7, "0");
        const back = BigInt(`${digits[0]}${seven}`) * (text.startsWith("-") ? -1n : 1n);
        return /^-?\d+\.\d{2,7}$/.test(text) && back === value && !/\.\d{2}\d*0$/.test(text);
      }),
    );
  });
});
