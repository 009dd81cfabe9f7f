import { z } from "zod";

/** What Trustless Work answers: the fields we read, the rest ignored. */

/** A transaction to sign. `status` is FAILED now and then beside a 2xx. */
export const BuildAnswer = z.object({
  status: z.string().nullish(),
  message: z.string().nullish(),
  unsignedTransaction: z.string().nullish(),
});

export const SendAnswer = z.object({ status: z.string().nullish() });

/** The three forms of an error in one: only these fields are ever looked at. */
export const ErrorAnswer = z.object({
  message: z.union([z.string(), z.array(z.string())]).nullish(),
  type: z.string().nullish(),
  details: z.record(z.string(), z.unknown()).nullish(),
});
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;

/** A single-release escrow has an amount and a receiver; of a multi-release one each milestone has. */
export interface DeployBody {
  readonly signer: string;
  /** Free text, not unique at their side. */
  readonly engagementId: string;
  readonly title: string;
  readonly description: string;
  readonly roles: {
    readonly approver: string;
    readonly serviceProvider: string;
    readonly platformAddress: string;
    readonly releaseSigner: string;
    readonly disputeResolver: string;
    readonly receiver?: string;
  };
  /** Human units. */
  readonly amount?: number;
  /** Percent. */
  readonly platformFee: number;
  readonly milestones: readonly {
    readonly description: string;
    readonly amount?: number;
    readonly receiver?: string;
  }[];
  /** The issuer and code of the asset. */
  readonly trustline: { readonly address: string; readonly symbol: string };
}

export interface FundBody {
  readonly contractId: string;
  readonly signer: string;
  readonly amount: number;
}

export interface MilestoneStatusBody {
  readonly contractId: string;
  /** A string, unlike their other numbers. */
  readonly milestoneIndex: string;
  readonly newStatus: string;
  readonly newEvidence: string;
  readonly serviceProvider: string;
}

export interface ApproveBody {
  readonly contractId: string;
  readonly milestoneIndex: string;
  readonly approver: string;
}

export interface ReleaseBody {
  readonly contractId: string;
  readonly releaseSigner: string;
  /** Of a multi-release escrow, here and below. */
  readonly milestoneIndex?: string;
}

export interface DisputeBody {
  readonly contractId: string;
  readonly signer: string;
  readonly milestoneIndex?: string;
}

export interface ResolveBody {
  readonly contractId: string;
  readonly disputeResolver: string;
  readonly milestoneIndex?: string;
  /** Human units; of a single-release escrow they must add up to the contract's balance. */
  readonly distributions: readonly { readonly address: string; readonly amount: number }[];
}
