import type { ChainReceipt, OrderTerms } from "../chain/intent.ts";
import { buyerPaid, milestonePaid, paidTo, sellerPaid } from "../order/paid-events.ts";
import { escrowMove, milestoneMove, orderMove, present } from "../order/step-parts.ts";
import { orderEvent } from "../public-events.ts";
import type { PublicEvent, Step } from "../step.ts";
import type { DisputeFact, DisputeTerms } from "./dispute-facts.ts";
import type { Ruling } from "./ruling.ts";
import { decisionColumns, disputeAudit, disputeEvent, disputeMove, NO_DECISION } from "./step-parts.ts";

type FactOf<Kind extends DisputeFact["kind"]> = Extract<DisputeFact, { kind: Kind }>;

/** Where the order waits while the contract pays, and where it ends. */
const WAY = {
  FULL_RELEASE: { waits: "RELEASE_REQUESTED", passes: "RELEASED", outcome: "RELEASED" },
  FULL_REFUND: { waits: "REFUND_REQUESTED", passes: "REFUNDED", outcome: "REFUNDED" },
  SPLIT: { waits: "DISPUTED", passes: "RELEASED", outcome: "SPLIT" },
} as const;

/** A milestone's dispute leaves its order where it is. */
const waitsIn = ({ milestone }: DisputeTerms, { decision }: Ruling) => (milestone ? "DISPUTED" : WAY[decision].waits);

/** The decision is written before anything is signed: from now on no other one can be made. */
export function rulingStarted({ dispute, ruling, note, decidedBy, decidedAt }: FactOf<"rulingStarted">): Step {
  const { order, disputeId } = dispute;
  const waits = waitsIn(dispute, ruling);
  const columns = { ...decisionColumns(ruling, note), decided_by: decidedBy };
  const requested = { requestedBy: decidedBy, requestedAt: decidedAt, reason: `dispute ${disputeId}` };
  const verb = ruling.decision === "FULL_RELEASE" ? "release_requested" : "refund_requested";
  return {
    edits: [{ noun: "dispute", id: disputeId, while: ["UNDER_REVIEW"], set: columns }],
    moves: waits === "DISPUTED" ? [] : [orderMove(order, "DISPUTED", waits)],
    audits: [disputeAudit(dispute, "dispute.decided", { decision: null }, { ...ruling, note })],
    events: waits === "DISPUTED" ? [] : [orderEvent(order, verb, requested)],
  };
}

/** Given up with nothing in flight: the contract is still frozen, and support decides again. */
export function rulingAbandoned({ dispute, ruling, givenUpCount }: FactOf<"rulingAbandoned">): Step {
  const { order, disputeId } = dispute;
  const waits = waitsIn(dispute, ruling);
  return {
    edits: [
      {
        noun: "dispute",
        id: disputeId,
        while: ["UNDER_REVIEW"],
        set: { ...NO_DECISION, rulings_given_up: givenUpCount },
      },
    ],
    moves: waits === "DISPUTED" ? [] : [orderMove(order, waits, "DISPUTED")],
    audits: [disputeAudit(dispute, "dispute.decision_abandoned", { ...ruling }, { decision: null })],
  };
}

/** The contract has paid. What each party got is taken from the chain. */
export function resolved(
  { dispute, ruling, note, decidedBy }: FactOf<"disputeResolved">,
  told: ChainReceipt | null,
): Step {
  const receipt = present(told);
  const { order, milestone } = dispute;
  const { waits, passes, outcome } = WAY[ruling.decision];
  const { closedAt, txHash } = receipt;
  const paidAt = passes === "RELEASED" ? { released_at: closedAt } : { refunded_at: closedAt };
  const resolution = { decision: ruling.decision, decisionNote: note, resolvedBy: decidedBy, resolvedAt: closedAt };
  const [buyerAmount, sellerAmount] = [paidTo(order.buyerId, receipt), paidTo(order.sellerId, receipt)];
  const resolvedMove = disputeMove(dispute, "UNDER_REVIEW", "RESOLVED", {
    resolved_by: decidedBy,
    resolved_at: closedAt,
  });
  const resolvedAudit = disputeAudit(
    dispute,
    "dispute.resolved",
    { status: "UNDER_REVIEW" },
    { status: "RESOLVED", ...ruling, txHash },
  );
  const resolvedEvent = disputeEvent(dispute, "resolved", { ...resolution, buyerAmount, sellerAmount });
  if (milestone) {
    return {
      moves: [resolvedMove, milestoneMove(order, milestone.index, "DISPUTED", outcome, { settled_at: closedAt })],
      audits: [resolvedAudit],
      events: [...milestonePaid(order, milestone.index, receipt), resolvedEvent],
    };
  }
  return {
    moves: [
      resolvedMove,
      escrowMove(order, "DISPUTED", passes, { tx_hash: txHash, ...paidAt }),
      orderMove(order, waits, passes),
      orderMove(order, passes, "CLOSED", { outcome }),
    ],
    audits: [
      resolvedAudit,
      { ...ORDER_CLOSED, resourceId: order.orderId, before: { status: waits }, after: { status: "CLOSED", outcome } },
    ],
    events: [
      ...paidEvents(order, ruling, receipt),
      resolvedEvent,
      orderEvent(order, "closed", { finalStatus: "CLOSED", outcome, closedAt }),
    ],
  };
}

const ORDER_CLOSED = { action: "UPDATE", eventType: "order.closed", resourceType: "Order" } as const;

function paidEvents(order: OrderTerms, { decision }: Ruling, receipt: ChainReceipt): PublicEvent[] {
  const toSeller = decision === "FULL_REFUND" ? [] : sellerPaid(order, receipt);
  const toBuyer = decision === "FULL_RELEASE" ? [] : buyerPaid(order, receipt);
  return [...toSeller, ...toBuyer];
}
