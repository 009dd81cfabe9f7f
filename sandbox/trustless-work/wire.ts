import { xdr } from "@stellar/stellar-sdk";
import { decodeEscrow } from "../escrow/single-release/codec.ts";
import type { Escrow } from "../escrow/single-release/escrow.ts";
import { anyFlag } from "../escrow/terms.ts";
import { generationOf } from "../escrow/terms-codec.ts";
import type { EscrowCopy, EscrowRecord } from "./database.ts";
import { amountNumber, percentOf } from "./numbers.ts";
import type { TrustlessWorkWorld } from "./world.ts";

/** Cached reads show the fee as basis points, all others as percent. */
export type FeeUnit = "bps" | "percent";

export type EscrowStatus = "working" | "pendingRelease" | "released" | "resolved" | "inDispute";

export function escrowIn(copy: EscrowCopy): Escrow {
  const value = xdr.ScVal.fromXdr(copy.escrowXdr, "base64");
  return decodeEscrow(value, generationOf(value));
}

export function statusOf({ flags, milestones }: Escrow): EscrowStatus {
  if (flags.disputed) return "inDispute";
  if (flags.resolved) return "resolved";
  if (flags.released) return "released";
  return milestones.every((milestone) => milestone.approved) ? "pendingRelease" : "working";
}

/** What a deploy or an update answers, and the heart of every read. */
export const escrowToWire = (world: TrustlessWorkWorld, escrow: Escrow, feeUnit: FeeUnit) => ({
  engagementId: escrow.engagementId,
  title: escrow.title,
  description: escrow.description,
  roles: escrow.roles,
  amount: amountNumber(escrow.amountStroops),
  platformFee: feeUnit === "bps" ? escrow.platformFeeBps : percentOf(escrow.platformFeeBps),
  milestones: escrow.milestones,
  flags: escrow.flags,
  trustline: trustlineToWire(world, escrow.tokenContractId),
  receiverMemo: Number(escrow.receiverMemo),
});

export const recordToWire = (world: TrustlessWorkWorld, record: EscrowRecord, copy: EscrowCopy, feeUnit: FeeUnit) => {
  const escrow = escrowIn(copy);
  return {
    signer: record.signer,
    contractId: record.contractId,
    ...escrowToWire(world, escrow, feeUnit),
    type: "single-release",
    balance: amountNumber(BigInt(copy.balanceStroops)),
    isActive: !anyFlag(escrow.flags) || escrow.flags.disputed,
    user: record.signer,
    ...(record.fundedBy.length > 0 && { fundedBy: record.fundedBy }),
    ...(record.disputeStartedBy !== null && { disputeStartedBy: record.disputeStartedBy }),
    createdAt: timestamp(record.createdAtMs),
    updatedAt: timestamp(copy.takenAtMs),
  };
};

function trustlineToWire({ ledger: { usdc } }: TrustlessWorkWorld, tokenContractId: string) {
  if (tokenContractId !== usdc.contractId) return { address: tokenContractId, symbol: "" };
  return { address: usdc.issuer, symbol: usdc.code };
}

/** A timestamp object of their document store. */
const timestamp = (ms: number) => ({ _seconds: Math.floor(ms / 1000), _nanoseconds: (ms % 1000) * 1_000_000 });
