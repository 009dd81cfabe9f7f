import { anyFlag, type Flags, type Offices, type Progress, type Terms } from "../terms.ts";

/** A multi-release escrow as its contract stores it. It has no amount: all milestones draw on one pot. */
export interface MultiReleaseEscrow extends Terms {
  readonly roles: Offices;
  /** Who receives every milestone in G0; null in G1, where each has a receiver of its own. */
  readonly sharedReceiver: string | null;
  readonly milestones: readonly MultiReleaseMilestone[];
}

export interface MultiReleaseMilestone extends Progress {
  readonly amountStroops: bigint;
  /** In G0 the escrow's only one. */
  readonly receiver: string;
  readonly flags: MilestoneFlags;
}

export interface MilestoneFlags extends Flags {
  readonly approved: boolean;
}

export const NO_FLAGS: MilestoneFlags = { approved: false, disputed: false, released: false, resolved: false };

export const anyMilestoneFlag = ({ flags }: MultiReleaseMilestone): boolean => flags.approved || anyFlag(flags);

/** Whether somebody has a role in this milestone: the receivers of others have none. */
export const hasRole = ({ roles }: MultiReleaseEscrow, { receiver }: MultiReleaseMilestone, address: string): boolean =>
  address === receiver || Object.values(roles).includes(address);
