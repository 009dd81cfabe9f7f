import type { xdr } from "@stellar/stellar-sdk";
import { anyEscrow } from "./any-escrow.ts";
import type { Generation } from "./generation.ts";
import type { MilestoneFlags, MultiReleaseEscrow } from "./multi-release/escrow.ts";
import type { Escrow, Milestone, Roles } from "./single-release/escrow.ts";
import { toDecimal } from "./stroops.ts";
import type { Flags, Offices, Progress, Terms } from "./terms.ts";

interface Reading {
  readonly generation: Generation;
  readonly engagementId: string;
  readonly title: string;
  readonly description: string;
  readonly platformFeeBps: number;
  readonly trustline: { readonly address: string };
  readonly receiverMemo: string;
}

/** A stored escrow for people and tests; amounts have seven decimals. */
export type EscrowReading = SingleReleaseReading | MultiReleaseReading;

interface SingleReleaseReading extends Reading {
  readonly type: "single-release";
  readonly roles: Roles;
  readonly amount: string;
  readonly milestones: readonly Milestone[];
  readonly flags: Flags;
}

interface MultiReleaseReading extends Reading {
  readonly type: "multi-release";
  readonly roles: Offices;
  readonly milestones: readonly (Progress & {
    readonly amount: string;
    readonly receiver: string;
    readonly flags: MilestoneFlags;
  })[];
}

/** What `get_escrow` of a contract returned. */
export function readEscrow(value: xdr.ScVal): EscrowReading {
  const { type, generation, escrow } = anyEscrow(value);
  return type === "single-release" ? readSingle(escrow, generation) : readMulti(escrow, generation);
}

const readSingle = (escrow: Escrow, generation: Generation): SingleReleaseReading => ({
  ...readTerms(escrow, generation),
  type: "single-release",
  roles: escrow.roles,
  amount: toDecimal(escrow.amountStroops),
  milestones: escrow.milestones,
  flags: escrow.flags,
});

const readMulti = (escrow: MultiReleaseEscrow, generation: Generation): MultiReleaseReading => ({
  ...readTerms(escrow, generation),
  type: "multi-release",
  roles: escrow.roles,
  milestones: escrow.milestones.map(({ amountStroops, ...milestone }) => ({
    ...milestone,
    amount: toDecimal(amountStroops),
  })),
});

const readTerms = (terms: Terms, generation: Generation): Reading => ({
  generation,
  engagementId: terms.engagementId,
  title: terms.title,
  description: terms.description,
  platformFeeBps: terms.platformFeeBps,
  trustline: { address: terms.tokenContractId },
  receiverMemo: terms.receiverMemo.toString(),
});
