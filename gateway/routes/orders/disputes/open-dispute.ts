import { AppError } from "../../../../domain/errors.ts";
import type { DisputeId } from "../../../../domain/ids.ts";
import { openDisputeUpdate } from "../../../../workflows/contracts/order.ts";
import type { Caller } from "../../../caller.ts";
import { type Call, endpoint } from "../../../endpoint.ts";
import { accepted, created, ok } from "../../../envelope.ts";
import { invalid } from "../../../middleware/validate.ts";
import { findDispute } from "../../../reads/disputes.ts";
import { type OrderRow, visibleOrder } from "../../../reads/orders.ts";
import { askOrder, type CommandedOrder, milestoneOfSettlement } from "../command-order.ts";
import { presentOrder } from "../present.ts";
import { DisputeWire, OpenDisputeBody, SettlementParams } from "../schemas.ts";
import { presentDispute } from "./present.ts";

type OpenCall = Call<{ orderId: string }, object, (typeof OpenDisputeBody)["_output"]>;

export const openDispute = endpoint(
  {
    method: "post",
    path: "/orders/{orderId}/resolution/dispute",
    equalPaths: ["/orders/{orderId}/disputes"],
    operationId: "openDispute",
    tag: "Disputes",
    summary: "Disagree about a funded order: its contract is frozen until support has decided.",
    access: "write",
    params: SettlementParams,
    body: OpenDisputeBody,
    shape: "flagged",
    status: 201,
    data: DisputeWire,
    waits: true,
    errors: ["ORDER_NOT_FOUND", "MILESTONE_NOT_FOUND", "INVALID_STATE", "DISPUTE_ALREADY_OPEN", "USER_NOT_ELIGIBLE"],
    idempotency: { kind: "attach", keepDays: 3650 },
  },
  async (call) => {
    const { body, params, deps, caller, identity } = call;
    if (body.orderId && body.orderId !== params.orderId) {
      throw invalid([{ field: "orderId", message: "must be the order of the path" }]);
    }
    const order = await visibleOrder(deps.db, caller, params.orderId);
    const about = milestoneOfSettlement(order, body.milestoneRef);
    if (order.escrowType === "multi-release" && !about.milestoneRef) {
      throw invalid([{ field: "milestoneRef", message: "is required: this order is disputed milestone by milestone" }]);
    }
    refuseOthersKey(caller, order, body.openedBy);
    const disputeId: DisputeId = identity.idFor("dispute");
    const argument = {
      disputeId,
      openedBy: body.openedBy,
      disputeReason: body.reason,
      evidence: body.evidence ?? [],
      ...about,
    };
    const asked = { name: "openDispute", update: openDisputeUpdate, order } as const;
    const after = await askOrder(call, { ...asked, argument });
    const data = (await disputeOf(call, after)) ?? draftDispute(call, after.order, disputeId);
    if (!after.isFinal) return accepted(data, `/disputes/${data.id}`);
    return data.id === disputeId ? created(data) : ok(data);
  },
);

/** The dispute that the order's workflow answered with: another one may be about another milestone. */
async function disputeOf({ deps }: OpenCall, { disputeId }: CommandedOrder) {
  const row = disputeId ? await findDispute(deps.db, disputeId) : null;
  return row && presentDispute(row);
}

/** A dispute that is accepted for good and not written down yet, as it will be. */
function draftDispute({ body, deps }: OpenCall, order: OrderRow, disputeId: DisputeId) {
  const at = deps.now().toISOString();
  return {
    id: disputeId,
    orderId: order.id,
    milestoneRef: body.milestoneRef ?? null,
    openedBy: body.openedBy,
    reason: body.reason,
    evidence: body.evidence ?? [],
    status: "OPEN" as const,
    assignedTo: null,
    notes: null,
    resolutionDecision: null,
    decisionNote: null,
    releaseAmount: null,
    refundAmount: null,
    comments: [],
    resolvedAt: null,
    createdAt: at,
    updatedAt: at,
    order: presentOrder(order),
  };
}

/** A key that stands for one party does not speak for the other. @throws AppError USER_NOT_ELIGIBLE */
function refuseOthersKey({ boundUserId }: Caller, order: OrderRow, openedBy: "BUYER" | "SELLER"): void {
  const partyId = openedBy === "BUYER" ? order.buyerId : order.sellerId;
  if (boundUserId === null || boundUserId === partyId) return;
  throw new AppError("USER_NOT_ELIGIBLE", { userId: boundUserId, reason: `NOT_THE_${openedBy}` });
}
