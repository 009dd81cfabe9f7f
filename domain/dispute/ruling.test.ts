import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { formatAmount, STROOPS_PER_CENT } from "../money.ts";
import { grossShares, objectionToRuling, type Ruling } from "./ruling.ts";

const cents = fc.bigInt({ min: 1n, max: 10n ** 12n });
const inDollars = (amount: bigint) => formatAmount(amount * STROOPS_PER_CENT);
const split = (seller: bigint, buyer: bigint) =>
  ({ decision: "SPLIT", sellerAmount: inDollars(seller), buyerAmount: inDollars(buyer) }) as const;
const surplus = fc.bigInt({ min: 0n, max: 10n ** 12n });

describe("who gets what a contract holds", () => {
  test("all of it goes to the seller, or to the buyer", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n }), (held) => {
        expect(grossShares({ decision: "FULL_RELEASE" }, held)).toEqual({ sellerStroops: held, buyerStroops: 0n });
        expect(grossShares({ decision: "FULL_REFUND" }, held)).toEqual({ sellerStroops: 0n, buyerStroops: held });
      }),
    );
  });

  test("a split gives the seller exactly the decided amount, and the buyer all the rest: also a stranger's stroops", () => {
    fc.assert(
      fc.property(cents, cents, surplus, (seller, buyer, unasked) => {
        const held = (seller + buyer) * STROOPS_PER_CENT + unasked;
        const { sellerStroops, buyerStroops } = grossShares(split(seller, buyer), held);
        expect(sellerStroops).toBe(seller * STROOPS_PER_CENT);
        expect(buyerStroops).toBe(buyer * STROOPS_PER_CENT + unasked);
        expect(sellerStroops + buyerStroops).toBe(held);
      }),
    );
  });

  test("less than a split promises, by one stroop, is divided among nobody", () => {
    fc.assert(
      fc.property(cents, cents, (seller, buyer) => {
        const short = (seller + buyer) * STROOPS_PER_CENT - 1n;
        expect(() => grossShares(split(seller, buyer), short)).toThrow("holds less than was decided");
      }),
    );
  });

  test.each<Ruling>([{ decision: "FULL_RELEASE" }, { decision: "FULL_REFUND" }, split(1n, 1n)])(
    "nothing is divided by no ruling: %j",
    (ruling) => {
      for (const held of [0n, -1n]) expect(() => grossShares(ruling, held)).toThrow("holds nothing");
    },
  );
});

describe("an objection", () => {
  test("is never made to a full decision, nor to a split into the order's amount", () => {
    fc.assert(
      fc.property(cents, cents, (seller, buyer) => {
        const amount = inDollars(seller + buyer);
        for (const decision of ["FULL_RELEASE", "FULL_REFUND"] as const) {
          expect(objectionToRuling({ decision }, amount)).toBeNull();
        }
        expect(objectionToRuling(split(seller, buyer), amount)).toBeNull();
      }),
    );
  });

  test("is made to a split of one cent more or less", () => {
    fc.assert(
      fc.property(cents, cents, (seller, buyer) => {
        for (const off of [seller + buyer + 1n, seller + buyer - 1n]) {
          expect(objectionToRuling(split(seller, buyer), inDollars(off))).toMatch("must add up to");
        }
      }),
    );
  });

  test.each([
    ["0.00", "120.00"],
    ["120.00", "0.00"],
  ])("is made to a split that leaves one with nothing: %s and %s", (sellerAmount, buyerAmount) => {
    const ruling = { decision: "SPLIT", sellerAmount, buyerAmount } as const;
    expect(objectionToRuling(ruling, "120.00")).toMatch("pays both parties");
  });

  // a signal of the Web UI may hold anything
  test.each([undefined, null, 60, "60", "60.0", "60.000", "-60.00", "6e1", " 60.00", "", {}, Number.NaN])(
    "is made to a share of %p, in both places",
    (share) => {
      const wrong = share as string;
      const rulings = [
        { decision: "SPLIT", sellerAmount: wrong, buyerAmount: "60.00" },
        { decision: "SPLIT", sellerAmount: "60.00", buyerAmount: wrong },
      ] as const;
      for (const ruling of rulings)
        expect(objectionToRuling(ruling, "120.00")).toMatch("two amounts with two decimals");
    },
  );
});
