/** What every escrow has, of whichever type. The fee is in basis points. */
export interface Terms {
  readonly engagementId: string;
  readonly title: string;
  readonly description: string;
  readonly platformFeeBps: number;
  /** C… address of the token's contract. */
  readonly tokenContractId: string;
  /** Stored; no transfer uses it. */
  readonly receiverMemo: bigint;
}

/** The roles that every escrow has; who receives is a matter of its type. */
export interface Offices {
  readonly approver: string;
  readonly serviceProvider: string;
  readonly platformAddress: string;
  readonly releaseSigner: string;
  readonly disputeResolver: string;
}

export interface Flags {
  readonly disputed: boolean;
  readonly released: boolean;
  readonly resolved: boolean;
}

/** What a milestone tells of the work; what it says of the money is a matter of the escrow's type. */
export interface Progress {
  readonly description: string;
  readonly status: string;
  readonly evidence: string;
}

export const anyFlag = (flags: Flags): boolean => flags.disputed || flags.released || flags.resolved;

export const withMilestone = <Escrow extends { readonly milestones: readonly Progress[] }>(
  escrow: Escrow,
  index: number,
  change: Partial<Progress> | Partial<Escrow["milestones"][number]>,
): Escrow => ({
  ...escrow,
  milestones: escrow.milestones.map((milestone, at) => (at === index ? { ...milestone, ...change } : milestone)),
});
