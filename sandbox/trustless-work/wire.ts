import { xdr } from "@stellar/stellar-sdk";
import { type AnyEscrow, anyEscrow } from "../escrow/any-escrow.ts";
import type { MultiReleaseEscrow } from "../escrow/multi-release/escrow.ts";
import type { Escrow } from "../escrow/single-release/escrow.ts";
import type { Terms } from "../escrow/terms.ts";
import type { EscrowCopy, EscrowRecord } from "./database.ts";
import { amountNumber, percentOf } from "./numbers.ts";
import type { TrustlessWorkWorld } from "./world.ts";

/** Cached reads show the fee as basis points, all others as percent. */
export type FeeUnit = "bps" | "percent";

export type EscrowStatus = "working" | "pendingRelease" | "released" | "resolved" | "inDispute";

export const escrowIn = (copy: EscrowCopy): AnyEscrow => anyEscrow(xdr.ScVal.fromXdr(copy.escrowXdr, "base64"));

/** null: a multi-release escrow has no status of its own. */
export function statusOf({ type, escrow }: AnyEscrow): EscrowStatus | null {
  if (type === "multi-release") return null;
  const { flags, milestones } = escrow;
  if (flags.disputed) return "inDispute";
  if (flags.resolved) return "resolved";
  if (flags.released) return "released";
  return milestones.every((milestone) => milestone.approved) ? "pendingRelease" : "working";
}

/** Until everything in it was paid, or decided. */
export function isActive(known: AnyEscrow): boolean {
  if (known.type === "single-release") return !["released", "resolved"].includes(statusOf(known) ?? "");
  return known.escrow.milestones.some(({ flags }) => !flags.released && !flags.resolved);
}

/** What a deploy or an update answers, and the heart of every read. */
export const escrowToWire = (world: TrustlessWorkWorld, { type, escrow }: AnyEscrow, feeUnit: FeeUnit) =>
  type === "single-release" ? singleToWire(world, escrow, feeUnit) : multiToWire(world, escrow, feeUnit);

const singleToWire = (world: TrustlessWorkWorld, escrow: Escrow, feeUnit: FeeUnit) => ({
  ...termsToWire(world, escrow, feeUnit),
  roles: escrow.roles,
  amount: amountNumber(escrow.amountStroops),
  milestones: escrow.milestones,
  flags: escrow.flags,
});

const multiToWire = (world: TrustlessWorkWorld, escrow: MultiReleaseEscrow, feeUnit: FeeUnit) => ({
  ...termsToWire(world, escrow, feeUnit),
  roles: escrow.roles,
  milestones: escrow.milestones.map(({ amountStroops, ...milestone }) => ({
    ...milestone,
    amount: amountNumber(amountStroops),
  })),
});

const termsToWire = (world: TrustlessWorkWorld, terms: Terms, feeUnit: FeeUnit) => ({
  engagementId: terms.engagementId,
  title: terms.title,
  description: terms.description,
  platformFee: feeUnit === "bps" ? terms.platformFeeBps : percentOf(terms.platformFeeBps),
  trustline: trustlineToWire(world, terms.tokenContractId),
  receiverMemo: Number(terms.receiverMemo),
});

export const recordToWire = (world: TrustlessWorkWorld, record: EscrowRecord, copy: EscrowCopy, feeUnit: FeeUnit) => {
  const known = escrowIn(copy);
  return {
    signer: record.signer,
    contractId: record.contractId,
    ...escrowToWire(world, known, feeUnit),
    type: known.type,
    balance: amountNumber(BigInt(copy.balanceStroops)),
    isActive: isActive(known),
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
