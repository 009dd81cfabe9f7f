import type { Stroops } from "../money.ts";

/** What transactions of the last ledgers paid per operation to be included. */
export interface InclusionPrices {
  readonly min: Stroops;
  readonly p90: Stroops;
  readonly p99: Stroops;
  readonly max: Stroops;
}

/** What we bid at least. The network charges its current price, which is far below unless it is busy. */
const BID_STROOPS_MIN = 10_000n;

/**
 * What the n-th attempt of a step bids per operation: each more than the one before, since that one was not included. null when
 * even the limit is below everything that was included lately: signing it would be in vain.
 */
export function feeBid(prices: InclusionPrices, generation: number, limitStroops: Stroops): Stroops | null {
  if (limitStroops < prices.min || limitStroops <= 0n) return null;
  const grown = 2n ** BigInt(generation - 1);
  const wanted = larger(priceAt(prices, generation), BID_STROOPS_MIN * grown);
  return wanted < limitStroops ? wanted : limitStroops;
}

function priceAt({ p90, p99, max }: InclusionPrices, generation: number): Stroops {
  if (generation === 1) return p90;
  if (generation === 2) return larger(p99, 2n * p90);
  return larger(max, 2n * larger(p99, 2n * p90)) * 2n ** BigInt(generation - 3);
}

const larger = (one: Stroops, other: Stroops): Stroops => (one > other ? one : other);
