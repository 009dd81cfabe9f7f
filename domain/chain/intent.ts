import type { Ruling } from "../dispute/ruling.ts";
import type { OrderId, PlatformPayoutId, UserId, WithdrawalId } from "../ids.ts";
import type { MemoType } from "../withdrawal/memo.ts";

/** What of an order a chain step or a record needs to know. Amounts are decimal strings. */
export interface OrderTerms {
  readonly orderId: OrderId;
  readonly escrowId: string;
  readonly buyerId: UserId;
  readonly sellerId: UserId;
  /** Two decimals, e.g. "120.00". */
  readonly amount: string;
  readonly currency: "USD" | "USDC";
  readonly platformFeeBps: number;
  /** As stored and shown; also the title on the contract. */
  readonly title: string;
  /** Missing on a single-release order. */
  readonly escrowType?: "multi-release";
  /** In contract order; a single-release order without milestones has one made of its title. */
  readonly milestones: readonly MilestoneTerms[];
}

export interface MilestoneTerms {
  readonly milestoneId: string;
  readonly ref: string;
  readonly title: string;
  readonly amount: string;
}

export const isMultiRelease = ({ escrowType }: Pick<OrderTerms, "escrowType">): boolean =>
  escrowType === "multi-release";

/** The milestone at a place of the contract. @throws RangeError where there is none */
export function milestoneAt({ milestones }: OrderTerms, index: number): MilestoneTerms {
  const milestone = milestones[index];
  if (!milestone) throw new RangeError(`the order has no milestone ${index}`);
  return milestone;
}

/** The status text that a completed milestone has on the contract. */
export const COMPLETED_ON_CONTRACT = "completed";

/** One effect on the chain that a workflow wants exactly once. */
export type ChainIntent =
  | { readonly kind: "activateWallet"; readonly walletId: string }
  | { readonly kind: "deployEscrow"; readonly order: OrderTerms }
  | { readonly kind: "fundEscrow"; readonly order: OrderTerms; readonly contractId: string }
  | {
      readonly kind: "completeMilestone";
      readonly order: OrderTerms;
      readonly contractId: string;
      readonly milestoneIndex: number;
    }
  | {
      readonly kind: "approveMilestone";
      readonly order: OrderTerms;
      readonly contractId: string;
      readonly milestoneIndex: number;
    }
  | {
      readonly kind: "releaseEscrow";
      readonly order: OrderTerms;
      readonly contractId: string;
      /** Of a multi-release order: the one that is paid. */
      readonly milestoneIndex?: number;
    }
  | {
      readonly kind: "freezeEscrow";
      readonly order: OrderTerms;
      readonly contractId: string;
      /** Whose key freezes it; never the resolver's, who could not resolve it any more. */
      readonly by: "BUYER" | "SELLER";
      readonly milestoneIndex?: number;
    }
  | {
      readonly kind: "resolveEscrow";
      readonly order: OrderTerms;
      readonly contractId: string;
      readonly ruling: Ruling;
      readonly milestoneIndex?: number;
    }
  /** What is left in a multi-release contract, all of it paid: it goes to the buyer. */
  | { readonly kind: "withdrawRest"; readonly order: OrderTerms; readonly contractId: string }
  | { readonly kind: "payOut"; readonly payout: PayoutTerms }
  | { readonly kind: "refillWallets"; readonly refill: RefillTerms }
  | { readonly kind: "payOutPlatform"; readonly platformPayout: PlatformPayoutTerms };

/** XLM for wallets that are short of it. */
export interface RefillTerms {
  readonly refillId: string;
  readonly addresses: readonly string[];
  /** What each of them gets, e.g. "3.0000000". */
  readonly xlm: string;
}

/** The platform's own wallets, a key each. */
export type PlatformRole = "sponsor" | "fee-receiver" | "dispute-resolver" | "treasury";
export type PlatformOwner = `platform/${PlatformRole}`;

/** Money that the operator takes out of a wallet that no user pays from. */
export interface PlatformPayoutTerms {
  readonly platformPayoutId: PlatformPayoutId;
  /** Whose wallet pays: a role of the platform, or a suspended user, whose USDC it is then. */
  readonly source: PlatformOwner | UserId;
  readonly asset: "USDC" | "XLM";
  /** Up to seven decimals, e.g. "12.5000001". */
  readonly amount: string;
  /** A G… or M… address; for USDC also a C… address. */
  readonly destination: string;
  readonly memo: string | null;
  /** Missing: text. */
  readonly memoType?: Exclude<MemoType, "text">;
  /** Why, for the audit. */
  readonly reason: string;
}

/** Where fiat goes: the user's account at the provider, or from there to their bank. */
export type FiatDestination = "airtm_balance" | "bank";

export interface PayoutTerms {
  readonly withdrawalId: WithdrawalId;
  readonly userId: UserId;
  readonly amount: string;
  readonly currency: "USD" | "USDC";
  /** Missing: a Stellar address. */
  readonly destinationType?: FiatDestination;
  /** A G…, M… or C… address; of a fiat destination what may be shown of it. */
  readonly destination: string;
  readonly memo: string | null;
  /** The marketplace's own name of it. */
  readonly reference?: string | null;
  /** Missing: text. */
  readonly memoType?: Exclude<MemoType, "text">;
}

/** What the chain says about a transaction that succeeded. */
export interface ChainReceipt {
  readonly txHash: string;
  readonly ledger: number;
  /** ISO time of the Stellar ledger's close. */
  readonly closedAt: string;
  /** The contract that a deployment created. */
  readonly contractId: string | null;
  /** What each ledger account gained or lost by it, as decimal strings. */
  readonly booked?: Readonly<Record<string, string>>;
}
