import type { Flags, Offices, Progress, Terms } from "../terms.ts";

/** A single-release escrow as its contract stores it. Amounts are stroops. */
export interface Escrow extends Terms {
  readonly roles: Roles;
  readonly amountStroops: bigint;
  readonly milestones: readonly Milestone[];
  readonly flags: Flags;
}

export interface Roles extends Offices {
  readonly receiver: string;
}

export interface Milestone extends Progress {
  readonly approved: boolean;
}

export const anyApproved = (escrow: Escrow): boolean => escrow.milestones.some((milestone) => milestone.approved);

export const hasRole = (escrow: Escrow, address: string): boolean => Object.values(escrow.roles).includes(address);
