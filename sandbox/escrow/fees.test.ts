import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { releaseShares, splitShares, sum } from "./fees.ts";
import type { Generation } from "./generation.ts";

describe("a release", () => {
  test.each([
    [1_000_000_000n, 500, 3_000_000n, 50_000_000n, 947_000_000n],
    [10_000_000n, 0, 30_000n, 0n, 9_970_000n],
    [10_000_000n, 60, 30_000n, 60_000n, 9_910_000n],
    [12_345_678_901n, 250, 37_037_036n, 308_641_972n, 11_999_999_893n],
    [333n, 500, 0n, 16n, 317n],
    [1n, 9_900, 0n, 0n, 1n],
    [9_999_999n, 9_900, 29_999n, 9_899_999n, 70_001n],
  ])("of %s stroops at %s bps pays what the contract pays", (total, bps, trustlessWork, platform, receiver) => {
    expect(releaseShares(total, bps)).toEqual({
      trustlessWorkStroops: trustlessWork,
      platformStroops: platform,
      receiverStroops: receiver,
    });
  });

  test("neither makes nor loses a stroop", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 18n), fc.integer({ min: 0, max: 9_900 }), (total, bps) => {
        const shares = releaseShares(total, bps);
        expect(shares.trustlessWorkStroops + shares.platformStroops + shares.receiverStroops).toBe(total);
        expect(shares.receiverStroops).toBeGreaterThanOrEqual(0n);
      }),
    );
  });
});

describe("a split", () => {
  const even = [600_000_000n, 400_000_000n];
  const odd = [333_333_333n, 666_666_667n];
  const halves = [500_000_000n, 500_000_001n];
  const thirds = [333_333_333n, 333_333_333n, 333_333_334n];

  test.each<[Generation, number, bigint[], bigint, bigint, bigint[], bigint]>([
    ["G0", 500, even, 3_000_000n, 50_000_000n, [568_200_000n, 378_800_000n], 0n],
    ["G1", 500, even, 3_000_000n, 50_000_000n, [568_200_000n, 378_800_000n], 0n],
    ["G0", 500, odd, 3_000_000n, 50_000_000n, [315_666_667n, 631_333_334n], 1n],
    ["G1", 500, odd, 2_999_999n, 49_999_999n, [315_666_668n, 631_333_334n], 0n],
    ["G0", 500, halves, 3_000_000n, 50_000_000n, [473_500_001n, 473_500_001n], 1n],
    ["G1", 500, halves, 2_999_999n, 49_999_999n, [473_500_002n, 473_500_001n], 0n],
    ["G0", 250, thirds, 3_000_000n, 25_000_000n, [324_000_000n, 324_000_000n, 324_000_001n], 1n],
    ["G1", 250, thirds, 2_999_998n, 24_999_999n, [324_000_001n, 324_000_001n, 324_000_001n], 0n],
  ])("in %s at %s bps of %s pays what the contract pays", (generation, bps, amounts, tw, platform, nets, excess) => {
    const shares = splitShares(generation, amounts, bps);
    expect(shares).toEqual({ trustlessWorkStroops: tw, platformStroops: platform, netStroops: nets });
    expect(tw + platform + sum(shares.netStroops) - sum(amounts)).toBe(excess);
  });

  test("in G1 pays out exactly the total, whatever the shares", () => {
    const amounts = fc.array(fc.bigInt(1n, 10n ** 15n), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 9_900 }), (shares, bps) => {
        const paid = splitShares("G1", shares, bps);
        expect(paid.trustlessWorkStroops + paid.platformStroops + sum(paid.netStroops)).toBe(sum(shares));
      }),
    );
  });

  test("of whole thousandths of a dollar is exact in both generations", () => {
    const amounts = fc.array(fc.bigInt(1n, 10n ** 9n), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 9_900 }), (units, bps) => {
        const shares = units.map((unit) => unit * 10_000n);
        const [older, newer] = [splitShares("G0", shares, bps), splitShares("G1", shares, bps)];
        expect(older).toEqual(newer);
        expect(older.trustlessWorkStroops + older.platformStroops + sum(older.netStroops)).toBe(sum(shares));
      }),
    );
  });
});
