import type { ChainReceipt, OrderTerms } from "../chain/intent.ts";
import type { Step } from "../step.ts";
import type { Deadline } from "./deadlines.ts";
import {
  deploymentRefused,
  escrowDeployed,
  escrowFunded,
  escrowReused,
  escrowStarted,
  fundingRefused,
  fundingStarted,
} from "./escrow-steps.ts";
import {
  allSettled,
  type MilestoneSettling,
  milestoneSettled,
  milestoneSettling,
  milestoneSettlingAbandoned,
  restWithdrawn,
} from "./milestone-steps.ts";
import { canceled, created, reminded, renewed, reserved } from "./opening-steps.ts";
import { refundAbandoned, refunded, refundRequested } from "./refund-steps.ts";
import { milestoneCompleted, releaseAbandoned, released, releaseRequested } from "./release-steps.ts";
import type { OrderStatus } from "./states.ts";
import { present } from "./step-parts.ts";

/** What else is stored of a new order. */
export interface OrderDetails {
  readonly clientOrderRef: string | null;
  readonly escrowType: "single-release" | "multi-release";
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
}

/** The proof that a contract held nothing of its order's, so that the hold could be given back. */
export interface EmptyContract {
  readonly contractId: string;
  /** What strangers had sent, a decimal string. */
  readonly heldAmount: string;
  /** The Stellar ledger from which on this was seen. */
  readonly seenAtLedger: number | null;
}

/** Something that happened to an order, decided by its workflow or shown by the chain. */
export type OrderFact =
  | { readonly kind: "orderCreated"; readonly order: OrderTerms; readonly details: OrderDetails }
  | { readonly kind: "fundsReserved"; readonly order: OrderTerms }
  | {
      readonly kind: "orderCanceled";
      readonly order: OrderTerms;
      readonly from: OrderStatus;
      readonly canceledBy: string;
      /** ISO time. */
      readonly canceledAt: string;
      readonly reason: string | null;
      /** Of an order whose contract is on the chain. */
      readonly emptyContract?: EmptyContract;
    }
  | { readonly kind: "escrowStarted"; readonly order: OrderTerms; readonly isFirst: boolean }
  | { readonly kind: "escrowDeployed"; readonly order: OrderTerms }
  | { readonly kind: "escrowReused"; readonly order: OrderTerms; readonly contractId: string }
  | { readonly kind: "deploymentRefused"; readonly order: OrderTerms }
  | { readonly kind: "fundingStarted"; readonly order: OrderTerms; readonly contractId: string }
  | { readonly kind: "escrowFunded"; readonly order: OrderTerms; readonly contractId: string }
  | { readonly kind: "fundingRefused"; readonly order: OrderTerms }
  | {
      readonly kind: "releaseRequested";
      readonly order: OrderTerms;
      readonly requestedBy: string;
      readonly reason: string | null;
      readonly requestedAt: string;
    }
  | { readonly kind: "milestoneCompleted"; readonly order: OrderTerms; readonly milestoneIndex: number }
  | { readonly kind: "milestoneApproved"; readonly order: OrderTerms; readonly milestoneIndex: number }
  | { readonly kind: "orderReleased"; readonly order: OrderTerms }
  | { readonly kind: "releaseAbandoned"; readonly order: OrderTerms }
  | {
      readonly kind: "refundRequested";
      readonly order: OrderTerms;
      readonly requestedBy: string;
      readonly reason: string;
      readonly requestedAt: string;
    }
  | { readonly kind: "escrowFrozen"; readonly order: OrderTerms }
  | { readonly kind: "orderRefunded"; readonly order: OrderTerms }
  | { readonly kind: "refundAbandoned"; readonly order: OrderTerms }
  | ({ readonly kind: "milestoneSettling" } & MilestoneSettling)
  | ({ readonly kind: "milestoneSettlingAbandoned" } & MilestoneSettling)
  | { readonly kind: "milestoneReleased"; readonly order: OrderTerms; readonly milestoneIndex: number }
  | { readonly kind: "milestoneRefunded"; readonly order: OrderTerms; readonly milestoneIndex: number }
  | { readonly kind: "restWithdrawn"; readonly order: OrderTerms }
  | {
      readonly kind: "milestonesSettled";
      readonly order: OrderTerms;
      readonly outcome: "RELEASED" | "REFUNDED" | "SPLIT";
      readonly settledAt: string;
    }
  | ({ readonly kind: "orderReminded"; readonly order: OrderTerms } & Deadline)
  | ({ readonly kind: "deadlineRenewed"; readonly order: OrderTerms; readonly previousAt: string } & Deadline);

/** What the fact changes in our books. `receipt` is what the chain said, for facts that come from it. */
export function orderStep(fact: OrderFact, receipt: ChainReceipt | null): Step {
  const { order } = fact;
  switch (fact.kind) {
    case "orderCreated":
      return created(order, fact.details);
    case "fundsReserved":
      return reserved(order);
    case "orderCanceled":
      return canceled(fact);
    case "escrowStarted":
      return escrowStarted(order, fact.isFirst);
    case "escrowDeployed":
      return escrowDeployed(order, present(receipt));
    case "escrowReused":
      return escrowReused(order, fact.contractId);
    case "deploymentRefused":
      return deploymentRefused(order);
    case "fundingStarted":
      return fundingStarted(order, fact.contractId);
    case "escrowFunded":
      return escrowFunded(order, fact.contractId, present(receipt));
    case "fundingRefused":
      return fundingRefused(order);
    case "releaseRequested":
      return releaseRequested(order, fact.requestedBy, fact.reason, fact.requestedAt);
    case "milestoneCompleted":
      return milestoneCompleted(order, fact.milestoneIndex, present(receipt));
    case "milestoneApproved":
      return {};
    case "orderReleased":
      return released(order, present(receipt));
    case "releaseAbandoned":
      return releaseAbandoned(order);
    case "refundRequested":
      return refundRequested(fact);
    case "escrowFrozen":
      return {};
    case "orderRefunded":
      return refunded(order, present(receipt));
    case "refundAbandoned":
      return refundAbandoned(order);
    case "milestoneSettling":
      return milestoneSettling(fact);
    case "milestoneSettlingAbandoned":
      return milestoneSettlingAbandoned(fact);
    case "milestoneReleased":
      return milestoneSettled(order, fact.milestoneIndex, "RELEASED", present(receipt));
    case "milestoneRefunded":
      return milestoneSettled(order, fact.milestoneIndex, "REFUNDED", present(receipt));
    case "restWithdrawn":
      return restWithdrawn(order, present(receipt));
    case "milestonesSettled":
      return allSettled(order, fact.outcome, fact.settledAt);
    case "orderReminded":
      return reminded(order, fact);
    case "deadlineRenewed":
      return renewed(order, fact, fact.previousAt);
  }
}
