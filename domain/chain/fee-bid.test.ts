import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { feeBid } from "./fee-bid.ts";

const QUIET = { min: 100n, p90: 100n, p99: 100n, max: 100n };
const BUSY = { min: 20_000n, p90: 40_000n, p99: 90_000n, max: 500_000n };
const bids = (prices: typeof QUIET, limit: bigint) =>
  [1, 2, 3, 4, 5].map((generation) => feeBid(prices, generation, limit));

describe("a bid for inclusion", () => {
  test("is modest on a quiet network and doubles with each attempt", () => {
    expect(bids(QUIET, 10_000_000n)).toEqual([10_000n, 20_000n, 40_000n, 80_000n, 160_000n]);
  });

  test("follows the price of a busy network, from what most paid to more than anybody did", () => {
    expect(bids(BUSY, 10_000_000n)).toEqual([40_000n, 90_000n, 500_000n, 1_000_000n, 2_000_000n]);
  });

  test("never passes the limit", () => {
    expect(bids(BUSY, 100_000n)).toEqual([40_000n, 90_000n, 100_000n, 100_000n, 100_000n]);
  });

  test("is none where the limit is below everything that was included", () => {
    expect(bids(BUSY, 19_999n)).toEqual([null, null, null, null, null]);
    expect(feeBid(QUIET, 1, 0n)).toBeNull();
  });

  test("grows with each attempt until the limit, whatever the prices", () => {
    const price = fc.bigInt({ min: 0n, max: 10n ** 9n });
    const fourPrices = fc.tuple(price, price, price, price).map((list) => list.sort((a, b) => (a < b ? -1 : 1)));
    fc.assert(
      fc.property(fourPrices, fc.bigInt({ min: 1n, max: 10n ** 10n }), ([min, p90, p99, max], limit) => {
        const made = bids({ min: min ?? 0n, p90: p90 ?? 0n, p99: p99 ?? 0n, max: max ?? 0n }, limit);
        return made.every((bid, index) => {
          const before = made[index - 1];
          return bid === null || (bid <= limit && (before == null || bid > before || bid === limit));
        });
      }),
    );
  });
});
