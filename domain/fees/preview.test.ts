import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseStroops, STROOPS_PER_CENT } from "../money.ts";
import { anyOrder, anyRuling } from "../testing/every-fact.ts";
import { type EscrowNow, previewOf } from "./preview.ts";

const OPEN: EscrowNow = { heldAmount: "", isFrozen: false, completed: [], approved: [] };
const stroopsOf = (amount: string) => parseStroops(amount);

describe("a preview", () => {
  test("accounts for every stroop that the contract holds", () => {
    const held = fc.bigInt({ min: 10n ** 17n, max: 10n ** 18n });
    fc.assert(
      fc.property(anyOrder, anyRuling, held, fc.boolean(), (order, ruling, stroops, isFrozen) => {
        const shown = previewOf(order, ruling, { ...OPEN, isFrozen }, stroops);
        const { seller, buyer, fees, remainingAmount } = shown;
        const parts = [seller.netAmount, buyer.netAmount, fees.trustlessWork, fees.platform, remainingAmount];
        expect(parts.map(stroopsOf).reduce((sum, part) => sum + part)).toBe(stroops);
        expect(stroopsOf(shown.heldAmount)).toBe(stroops);
      }),
    );
  });

  test("of a release leaves in the contract what strangers sent, and of a refund gives it to the buyer", () => {
    fc.assert(
      fc.property(anyOrder, fc.bigInt({ min: 0n, max: 10n ** 9n }), (order, gift) => {
        const agreed = BigInt(order.amount.replace(".", "")) * STROOPS_PER_CENT;
        const release = previewOf(order, { decision: "FULL_RELEASE" }, OPEN, agreed + gift);
        const refund = previewOf(order, { decision: "FULL_REFUND" }, OPEN, agreed + gift);
        expect(stroopsOf(release.remainingAmount)).toBe(gift);
        expect([stroopsOf(refund.remainingAmount), stroopsOf(refund.buyer.grossAmount)]).toEqual([0n, agreed + gift]);
      }),
    );
  });

  test("names only the transactions that are missing", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const stroops = 10n ** 17n;
        const done = { ...OPEN, completed: [0], approved: [0] };
        const steps = previewOf(order, { decision: "FULL_RELEASE" }, done, stroops).transactions.map(
          ({ step }) => step,
        );
        expect(steps).not.toContain("complete/0");
        expect(steps).not.toContain("approve/0");
        expect(steps.at(-1)).toBe("release");
        const frozen = previewOf(order, { decision: "FULL_RELEASE" }, { ...done, isFrozen: true }, stroops);
        expect(frozen.transactions).toEqual([{ step: "resolve", signedBy: "resolver" }]);
      }),
    );
  });

  test.each([0n, 1n])("of a contract that holds %s stroops of an order's amount is refused", (stroops) => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(() => previewOf(order, { decision: "FULL_RELEASE" }, OPEN, stroops)).toThrow(RangeError);
      }),
    );
  });
});
