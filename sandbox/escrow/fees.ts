import type { Generation } from "./generation.ts";

/** Trustless Work's own fee: 0.3 % of what leaves the escrow. */
export const TRUSTLESS_WORK_FEE_BPS = 30n;
const BPS = 10_000n;

export interface ReleaseShares {
  readonly trustlessWorkStroops: bigint;
  readonly platformStroops: bigint;
  readonly receiverStroops: bigint;
}

export interface SplitShares {
  readonly trustlessWorkStroops: bigint;
  readonly platformStroops: bigint;
  /** In the order of the amounts. */
  readonly netStroops: readonly bigint[];
}

// Division truncates, as in the contract. Each fee comes from the same total, and the receiver gains the rounding.
export function releaseShares(totalStroops: bigint, platformFeeBps: number): ReleaseShares {
  const trustlessWorkStroops = (totalStroops * TRUSTLESS_WORK_FEE_BPS) / BPS;
  const platformStroops = (totalStroops * BigInt(platformFeeBps)) / BPS;
  const receiverStroops = totalStroops - trustlessWorkStroops - platformStroops;
  return { trustlessWorkStroops, platformStroops, receiverStroops };
}

export function splitShares(
  generation: Generation,
  amountsStroops: readonly bigint[],
  platformFeeBps: number,
): SplitShares {
  const totalStroops = sum(amountsStroops);
  const full = releaseShares(totalStroops, platformFeeBps);
  return generation === "G0"
    ? splitWithFullFees(amountsStroops, totalStroops, full)
    : splitPerRecipient(amountsStroops, totalStroops, full);
}

// G0 pays the whole fees first and floors each recipient's part of them, so the sum can exceed the total by up to n - 1
// stroops; the last transfer then fails. Kept, because deployed contracts do that.
function splitWithFullFees(amounts: readonly bigint[], total: bigint, full: ReleaseShares): SplitShares {
  const fees = full.trustlessWorkStroops + full.platformStroops;
  const netStroops = amounts.map((amount) => amount - (amount * fees) / total);
  return { trustlessWorkStroops: full.trustlessWorkStroops, platformStroops: full.platformStroops, netStroops };
}

// G1 floors each recipient's part of each fee and pays only the parts, so the sum is exact and the fee wallets lose dust.
function splitPerRecipient(amounts: readonly bigint[], total: bigint, full: ReleaseShares): SplitShares {
  const trustlessWork = amounts.map((amount) => (amount * full.trustlessWorkStroops) / total);
  const platform = amounts.map((amount) => (amount * full.platformStroops) / total);
  return {
    trustlessWorkStroops: sum(trustlessWork),
    platformStroops: sum(platform),
    netStroops: amounts.map((amount, index) => amount - (trustlessWork[index] ?? 0n) - (platform[index] ?? 0n)),
  };
}

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
