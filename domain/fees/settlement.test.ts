import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Ruling } from "../dispute/ruling.ts";
import { formatAmount, STROOPS_PER_CENT } from "../money.ts";
import { PLATFORM_FEE_BPS_MAX, releaseFees } from "./release-fees.ts";
import { settlementOf } from "./settlement.ts";

const bps = fc.integer({ min: 0, max: PLATFORM_FEE_BPS_MAX });
const cents = fc.bigInt({ min: 1n, max: 10n ** 12n });
const unasked = fc.bigInt({ min: 0n, max: 10n ** 9n });
const splitOf = (seller: bigint, buyer: bigint): Ruling => ({
  decision: "SPLIT",
  sellerAmount: formatAmount(seller * STROOPS_PER_CENT),
  buyerAmount: formatAmount(buyer * STROOPS_PER_CENT),
});

describe("the settlement of a split", () => {
  // what the contract itself pays, stroop by stroop
  test.each([
    ["60.00", "40.00", 500, [568_200_000n, 378_800_000n, 3_000_000n, 50_000_000n]],
    ["0.01", "99.99", 0, [99_700n, 996_900_300n, 3_000_000n, 0n]],
    ["70.01", "49.99", 250, [680_497_200n, 485_902_800n, 3_600_000n, 30_000_000n]],
    ["0.01", "0.01", 9_900, [700n, 700n, 600n, 198_000n]],
  ])("%s and %s at %i basis points", (sellerAmount, buyerAmount, fee, paid) => {
    const held = [sellerAmount, buyerAmount].reduce((sum, amount) => sum + BigInt(amount.replace(".", "")), 0n);
    const ruling = { decision: "SPLIT", sellerAmount, buyerAmount } as const;
    const said = settlementOf(ruling, held * STROOPS_PER_CENT, fee);
    expect([said.sellerStroops, said.buyerStroops, said.trustlessWorkStroops, said.platformStroops]).toEqual(paid);
  });

  test("adds up to everything that is held, and no part is below zero", () => {
    fc.assert(
      fc.property(cents, cents, unasked, bps, (seller, buyer, more, fee) => {
        const held = (seller + buyer) * STROOPS_PER_CENT + more;
        const { gross: _gross, ...parts } = settlementOf(splitOf(seller, buyer), held, fee);
        const amounts = Object.values(parts);
        expect(amounts.every((stroops) => stroops >= 0n)).toBe(true);
        expect(amounts.reduce((sum, stroops) => sum + stroops)).toBe(held);
      }),
    );
  });

  test("has each bear the fees of its own share, rounded in its favour by less than four stroops", () => {
    fc.assert(
      fc.property(cents, cents, unasked, bps, (seller, buyer, more, fee) => {
        const held = (seller + buyer) * STROOPS_PER_CENT + more;
        const { gross, sellerStroops, buyerStroops } = settlementOf(splitOf(seller, buyer), held, fee);
        const rest = 10_000n - 30n - BigInt(fee);
        for (const [net, share] of [
          [sellerStroops, gross.sellerStroops],
          [buyerStroops, gross.buyerStroops],
        ] as const) {
          const gainTimes10000 = net * 10_000n - share * rest;
          expect(gainTimes10000 >= 0n && gainTimes10000 < 40_000n).toBe(true);
        }
      }),
    );
  });

  test("in whole cents takes exactly the fees, nobody gains by rounding", () => {
    fc.assert(
      fc.property(cents, cents, bps, (seller, buyer, fee) => {
        const held = (seller + buyer) * STROOPS_PER_CENT;
        const said = settlementOf(splitOf(seller, buyer), held, fee);
        expect(said.trustlessWorkStroops * 10_000n).toBe(held * 30n);
        expect(said.platformStroops * 10_000n).toBe(held * BigInt(fee));
      }),
    );
  });
});

test("a full release pays what a release pays, and a full refund pays the buyer the same", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 17n }), bps, (held, fee) => {
      const { sellerStroops, ...fees } = releaseFees(held, fee);
      const released = settlementOf({ decision: "FULL_RELEASE" }, held, fee);
      expect(released).toMatchObject({ ...fees, sellerStroops, buyerStroops: 0n });
      const refunded = settlementOf({ decision: "FULL_REFUND" }, held, fee);
      expect(refunded).toMatchObject({ ...fees, sellerStroops: 0n, buyerStroops: sellerStroops });
    }),
  );
});

test.each([-1, 9_901, 0.5, Number.NaN])("a rate of %p is refused", (fee) => {
  expect(() => settlementOf({ decision: "FULL_REFUND" }, 1_000n, fee)).toThrow(RangeError);
});

test("nothing is settled of an empty contract, or of one that holds less than was decided", () => {
  expect(() => settlementOf({ decision: "FULL_REFUND" }, 0n, 0)).toThrow(RangeError);
  expect(() => settlementOf(splitOf(1n, 1n), 2n * STROOPS_PER_CENT - 1n, 0)).toThrow(RangeError);
});
