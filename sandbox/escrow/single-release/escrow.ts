/** A single-release escrow as its contract stores it. Amounts are stroops, the fee basis points. */
export interface Escrow {
  readonly engagementId: string;
  readonly title: string;
  readonly description: string;
  readonly roles: Roles;
  readonly amountStroops: bigint;
  readonly platformFeeBps: number;
  readonly milestones: readonly Milestone[];
  readonly flags: Flags;
  /** C… address of the token's contract. */
  readonly tokenContractId: string;
  /** Stored; no transfer uses it. */
  readonly receiverMemo: bigint;
}

export interface Roles {
  readonly approver: string;
  readonly serviceProvider: string;
  readonly platformAddress: string;
  readonly releaseSigner: string;
  readonly disputeResolver: string;
  readonly receiver: string;
}

export interface Milestone {
  readonly description: string;
  readonly status: string;
  readonly evidence: string;
  readonly approved: boolean;
}

export interface Flags {
  readonly disputed: boolean;
  readonly released: boolean;
  readonly resolved: boolean;
}

export const anyFlag = (flags: Flags): boolean => flags.disputed || flags.released || flags.resolved;
export const anyApproved = (escrow: Escrow): boolean => escrow.milestones.some((milestone) => milestone.approved);

export const hasRole = (escrow: Escrow, address: string): boolean => Object.values(escrow.roles).includes(address);

export const withMilestone = (escrow: Escrow, index: number, change: Partial<Milestone>): Escrow => ({
  ...escrow,
  milestones: escrow.milestones.map((milestone, at) => (at === index ? { ...milestone, ...change } : milestone)),
});
