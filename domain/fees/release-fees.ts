import type { Stroops } from "../money.ts";

/** What Trustless Work takes of everything a contract pays out: 0.30 %. */
export const TRUSTLESS_WORK_FEE_BPS = 30n;
/** The contract refuses platform fees above 99 %. */
export const PLATFORM_FEE_BPS_MAX = 9_900;

const BPS_PER_WHOLE = 10_000n;

export interface ReleaseFees {
  readonly trustlessWorkStroops: Stroops;
  readonly platformStroops: Stroops;
  /** What the seller gets: the total less both fees; rounding is in the seller's favour. */
  readonly sellerStroops: Stroops;
}

/**
 * What the escrow contract will pay on release of a total: both fees floored, each from the same total.
 * @param platformFeeBps basis points, 0 to 9,900 (100 = 1 %)
 * @throws RangeError outside that range
 */
export function releaseFees(totalStroops: Stroops, platformFeeBps: number): ReleaseFees {
  requirePlatformFee(platformFeeBps);
  const trustlessWorkStroops = (totalStroops * TRUSTLESS_WORK_FEE_BPS) / BPS_PER_WHOLE;
  const platformStroops = (totalStroops * BigInt(platformFeeBps)) / BPS_PER_WHOLE;
  return {
    trustlessWorkStroops,
    platformStroops,
    sellerStroops: totalStroops - trustlessWorkStroops - platformStroops,
  };
}

/** @throws RangeError outside of 0 to 9,900 basis points */
export function requirePlatformFee(platformFeeBps: number): void {
  if (!Number.isInteger(platformFeeBps) || platformFeeBps < 0 || platformFeeBps > PLATFORM_FEE_BPS_MAX) {
    throw new RangeError("platform fee out of range");
  }
}
