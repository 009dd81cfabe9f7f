import { COMPLETED_ON_CONTRACT } from "../../domain/chain/intent.ts";
import { StepFailure } from "../failures.ts";
import type { MilestoneOnChain } from "../stellar/escrow-on-chain.ts";
import type { AgreedEscrow } from "./agreed-escrow.ts";

/** @throws StepFailure STATE_UNEXPECTED when the contract has no such milestone */
export function milestoneOf({ escrow, terms }: AgreedEscrow, index: number): MilestoneOnChain {
  const milestone = escrow.milestones[index];
  if (!milestone) throw new StepFailure("STATE_UNEXPECTED", `${terms.engagementId} has no milestone ${index}`);
  return milestone;
}

export const isCompleted = ({ status, approved }: MilestoneOnChain): boolean =>
  approved || status === COMPLETED_ON_CONTRACT;
