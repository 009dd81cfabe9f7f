import { type ChainReceipt, milestoneAt, type OrderTerms } from "../chain/intent.ts";
import type { DisputeId } from "../ids.ts";
import type { Step } from "../step.ts";
import { assigned, commented, decisionIgnored, evidenceAdded } from "./conversation-steps.ts";
import { dropped, opened } from "./freeze-steps.ts";
import type { Ruling } from "./ruling.ts";
import { resolved, rulingAbandoned, rulingStarted } from "./ruling-steps.ts";
import type { DisputeStatus } from "./states.ts";

export const DISPUTE_PARTIES = ["BUYER", "SELLER"] as const;
export type DisputeParty = (typeof DISPUTE_PARTIES)[number];
export const DISPUTE_REASONS = ["NOT_DELIVERED", "QUALITY_ISSUE", "OTHER"] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** What of a dispute a chain step or a record needs to know. */
export interface DisputeTerms {
  readonly disputeId: DisputeId;
  readonly order: OrderTerms;
  readonly contractId: string;
  readonly openedBy: DisputeParty;
  readonly reason: DisputeReason;
  /** Of a multi-release order: the milestone it is about. */
  readonly milestone?: DisputedMilestone;
}

export interface DisputedMilestone {
  readonly index: number;
  /** Where it stood before. */
  readonly from: "OPEN" | "COMPLETED";
}

/** What the parties disagree about: the order's amount, or the milestone's. */
export const disputedAmount = ({ order, milestone }: DisputeTerms): string =>
  milestone ? milestoneAt(order, milestone.index).amount : order.amount;

/** Something that happened to a dispute. Times are ISO. */
export type DisputeFact =
  | {
      readonly kind: "disputeOpened";
      readonly dispute: DisputeTerms;
      readonly evidence: readonly string[];
      readonly openedAt: string;
    }
  | { readonly kind: "disputeDropped"; readonly dispute: DisputeTerms; readonly reason: string; readonly at: string }
  | {
      readonly kind: "disputeAssigned";
      readonly dispute: DisputeTerms;
      readonly assignedTo: string;
      readonly notes: string | null;
      readonly assignedAt: string;
    }
  | {
      readonly kind: "disputeCommented";
      readonly dispute: DisputeTerms;
      readonly commentId: string;
      readonly comment: string;
      readonly author: string;
      readonly commentedAt: string;
    }
  | {
      readonly kind: "evidenceAdded";
      readonly dispute: DisputeTerms;
      readonly added: readonly string[];
      /** All of it, in the order in which it came. */
      readonly evidence: readonly string[];
    }
  | {
      readonly kind: "rulingStarted";
      readonly dispute: DisputeTerms;
      readonly ruling: Ruling;
      readonly note: string | null;
      readonly decidedBy: string;
      readonly decidedAt: string;
    }
  | {
      readonly kind: "rulingAbandoned";
      readonly dispute: DisputeTerms;
      readonly ruling: Ruling;
      /** How many were given up, with this one. */
      readonly givenUpCount: number;
    }
  | {
      readonly kind: "disputeResolved";
      readonly dispute: DisputeTerms;
      readonly ruling: Ruling;
      readonly note: string | null;
      readonly decidedBy: string;
    }
  | {
      readonly kind: "decisionIgnored";
      readonly dispute: DisputeTerms;
      readonly status: DisputeStatus;
      readonly objection: string;
    };

/** What the fact changes in our books. `receipt` is what the chain said, for facts that come from it. */
export function disputeStep(fact: DisputeFact, receipt: ChainReceipt | null): Step {
  switch (fact.kind) {
    case "disputeOpened":
      return opened(fact.dispute, fact.evidence, fact.openedAt);
    case "disputeDropped":
      return dropped(fact.dispute, fact.reason, fact.at);
    case "disputeAssigned":
      return assigned(fact);
    case "disputeCommented":
      return commented(fact);
    case "evidenceAdded":
      return evidenceAdded(fact);
    case "rulingStarted":
      return rulingStarted(fact);
    case "rulingAbandoned":
      return rulingAbandoned(fact);
    case "disputeResolved":
      return resolved(fact, receipt);
    case "decisionIgnored":
      return decisionIgnored(fact);
  }
}
