import type { EscrowCopy, EscrowRecord } from "../database.ts";
import { visibleCopy } from "../database.ts";
import { copyFromChain } from "../indexer.ts";
import { recordToWire } from "../wire.ts";
import type { StruckFault, TrustlessWorkWorld } from "../world.ts";

export interface ShownEscrow {
  readonly record: EscrowRecord;
  readonly copy: EscrowCopy;
}

/** The records that the index shows by now; with the `stale` fault, each as it was one transaction before. */
export function shownEscrows(world: TrustlessWorkWorld, fault: StruckFault | undefined): readonly ShownEscrow[] {
  return world.trustlessWork.all().flatMap((record) => {
    const seen = fault?.kind === "stale" ? { ...record, copies: record.copies.slice(0, -1) } : record;
    const copy = visibleCopy(seen, world.clock.nowMs());
    return copy ? [{ record, copy }] : [];
  });
}

/** Cached, or as the chain has it now; that changes the fee's unit too. */
export function present(world: TrustlessWorkWorld, { record, copy }: ShownEscrow, validateOnChain: boolean) {
  if (!validateOnChain) return recordToWire(world, record, copy, "bps");
  const current = copyFromChain(world, record.contractId, world.clock.nowMs());
  return recordToWire(world, record, current ?? copy, "percent");
}
