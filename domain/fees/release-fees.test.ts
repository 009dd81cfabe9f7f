import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { MAX_STROOPS } from "../money.ts";
import { PLATFORM_FEE_BPS_MAX, releaseFees } from "./release-fees.ts";

const total = fc.bigInt({ min: 1n, max: MAX_STROOPS });
const bps = fc.integer({ min: 0, max: PLATFORM_FEE_BPS_MAX });

describe("the fees of a release", () => {
  // what the contract itself pays, stroop by stroop
  test.each([
    [1_000_000_000n, 500, 3_000_000n, 50_000_000n, 947_000_000n],
    [10_000_000n, 0, 30_000n, 0n, 9_970_000n],
    [10_000_000n, 60, 30_000n, 60_000n, 9_910_000n],
    [12_345_678_901n, 250, 37_037_036n, 308_641_972n, 11_999_999_893n],
    [333n, 500, 0n, 16n, 317n],
    [1n, 9_900, 0n, 0n, 1n],
    [9_999_999n, 9_900, 29_999n, 9_899_999n, 70_001n],
  ])("of %s stroops at %i basis points are the contract's", (stroops, fee, trustlessWork, platform, seller) => {
    expect(releaseFees(stroops, fee)).toEqual({
      trustlessWorkStroops: trustlessWork,
      platformStroops: platform,
      sellerStroops: seller,
    });
  });

  test("always add up to what is released, and no part is below zero", () => {
    fc.assert(
      fc.property(total, bps, (stroops, fee) => {
        const { trustlessWorkStroops, platformStroops, sellerStroops } = releaseFees(stroops, fee);
        const parts = [trustlessWorkStroops, platformStroops, sellerStroops];
        return parts.every((part) => part >= 0n) && parts.reduce((sum, part) => sum + part) === stroops;
      }),
    );
  });

  test("are each rounded down, from the same total: rounding is the seller's gain, below two stroops", () => {
    fc.assert(
      fc.property(total, bps, (stroops, fee) => {
        const { sellerStroops } = releaseFees(stroops, fee);
        const exactTimes10000 = stroops * (10_000n - 30n - BigInt(fee));
        const gain = sellerStroops * 10_000n - exactTimes10000;
        return gain >= 0n && gain < 20_000n;
      }),
    );
  });

  test.each([-1, 9_901, 10_000, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("refuse a rate of %p", (fee) => {
    expect(() => releaseFees(1_000n, fee)).toThrow(RangeError);
  });
});
