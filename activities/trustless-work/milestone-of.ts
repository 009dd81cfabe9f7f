import { COMPLETED_ON_CONTRACT } from "../../domain/chain/intent.ts";
import { StepFailure } from "../failures.ts";
import type { EscrowOnChain } from "../stellar/client.ts";
import type { MilestoneOnChain } from "../stellar/escrow-on-chain.ts";
import type { EscrowTerms } from "./escrow-terms.ts";

/** @throws StepFailure STATE_UNEXPECTED when the contract has no such milestone */
export function milestoneOf(
  { escrow, terms }: { readonly escrow: EscrowOnChain; readonly terms: EscrowTerms },
  index: number,
): MilestoneOnChain {
  const milestone = escrow.milestones[index];
  if (!milestone) throw new StepFailure("STATE_UNEXPECTED", `${terms.engagementId} has no milestone ${index}`);
  return milestone;
}

export const isCompleted = ({ status, approved }: Pick<MilestoneOnChain, "status" | "approved">): boolean =>
  approved || status === COMPLETED_ON_CONTRACT;

export const isSettledOnContract = ({ flags }: Pick<MilestoneOnChain, "flags">): boolean =>
  flags.released || flags.resolved;

/** The milestone that a step is about: of a multi-release escrow. A single-release one is paid as a whole. */
export const placeIn = ({ type }: Pick<EscrowTerms, "type">, index: number | undefined): number | undefined =>
  type === "multi-release" ? index : undefined;

/** How their requests name a milestone; of a single-release escrow they name none. */
export const ofMilestone = (index: number | undefined): { readonly milestoneIndex?: string } =>
  index === undefined ? {} : { milestoneIndex: index.toString() };
