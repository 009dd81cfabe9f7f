import { type GrossShares, grossShares, type Ruling } from "../dispute/ruling.ts";
import type { Stroops } from "../money.ts";
import { requirePlatformFee, TRUSTLESS_WORK_FEE_BPS } from "./release-fees.ts";

const BPS_PER_WHOLE = 10_000n;

/** What a ruling pays, to the stroop: nets and fees add up to everything that the contract holds. */
export interface Settlement {
  readonly gross: GrossShares;
  readonly sellerStroops: Stroops;
  readonly buyerStroops: Stroops;
  readonly trustlessWorkStroops: Stroops;
  readonly platformStroops: Stroops;
}

/**
 * What the escrow contract pays when a dispute is resolved. Each party bears the fees of its own share, and rounding is in
 * the parties' favour. Every generation of the contract pays the same while the balance is a multiple of 0.001 USDC.
 * @param heldStroops the contract's balance now
 * @param platformFeeBps basis points, 0 to 9,900
 * @throws RangeError when the contract holds less than was decided, or nothing
 */
export function settlementOf(ruling: Ruling, heldStroops: Stroops, platformFeeBps: number): Settlement {
  requirePlatformFee(platformFeeBps);
  const gross = grossShares(ruling, heldStroops);
  const trustlessWork = (heldStroops * TRUSTLESS_WORK_FEE_BPS) / BPS_PER_WHOLE;
  const platform = (heldStroops * BigInt(platformFeeBps)) / BPS_PER_WHOLE;
  const shares = [gross.sellerStroops, gross.buyerStroops];
  const [sellerFee = 0n, buyerFee = 0n] = shares.map((share) => (share * trustlessWork) / heldStroops);
  const [sellerCut = 0n, buyerCut = 0n] = shares.map((share) => (share * platform) / heldStroops);
  return {
    gross,
    sellerStroops: gross.sellerStroops - sellerFee - sellerCut,
    buyerStroops: gross.buyerStroops - buyerFee - buyerCut,
    trustlessWorkStroops: sellerFee + buyerFee,
    platformStroops: sellerCut + buyerCut,
  };
}
