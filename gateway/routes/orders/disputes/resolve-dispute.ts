import { formatAmount } from "../../../../domain/money.ts";
import { type ResolveDispute, resolveUpdate } from "../../../../workflows/contracts/dispute.ts";
import { endpoint } from "../../../endpoint.ts";
import { accepted, ok } from "../../../envelope.ts";
import { refuseBoundKey } from "../../../grants.ts";
import { type DisputeRow, visibleDispute } from "../../../reads/disputes.ts";
import { DisputeWire } from "../schemas.ts";
import { askDispute } from "./command-dispute.ts";
import { presentDispute } from "./present.ts";
import { refuseImpossibleRuling, rulingOf } from "./ruling.ts";
import { DisputeParams, ResolveDisputeBody, RULING_ALIASES } from "./schemas.ts";

export const resolveDispute = endpoint(
  {
    method: "post",
    path: "/disputes/{id}/resolve",
    operationId: "resolveDispute",
    tag: "Disputes",
    summary: "Decide: the contract pays the seller, the buyer, or both.",
    access: "support",
    params: DisputeParams,
    body: ResolveDisputeBody,
    aliases: RULING_ALIASES,
    shape: "flagged",
    status: 200,
    data: DisputeWire,
    waits: true,
    errors: ["DISPUTE_NOT_FOUND", "INVALID_STATE", "INVALID_AMOUNT"],
    idempotency: { kind: "attach", keepDays: 3650 },
  },
  async (call) => {
    const { body, params, caller, deps } = call;
    refuseBoundKey(caller); // nobody is the judge of an own case
    const { order, milestone } = await visibleDispute(deps.db, caller, params.id);
    const decided = rulingOf(body);
    const disputed = order.milestones.find(({ ref }) => ref === milestone?.ref) ?? order;
    refuseImpossibleRuling(decided, formatAmount(disputed.amountStroops));
    const { dispute, isFinal } = await askDispute(call, {
      disputeId: params.id,
      update: resolveUpdate,
      argument: { ...decided, note: body.note ?? null },
      allowedStates: ["UNDER_REVIEW"],
      isAchieved: (row) => isDecidedAs(row, decided),
    });
    const data = presentDispute(dispute);
    return isFinal ? ok(data) : accepted(data, `/disputes/${dispute.id}`);
  },
);

function isDecidedAs(row: DisputeRow, decided: Omit<ResolveDispute, "caller" | "note">): boolean {
  const [release, refund] = [row.releaseAmountStroops, row.refundAmountStroops].map((stroops) =>
    stroops === null ? null : formatAmount(stroops),
  );
  const isSame = row.resolutionDecision === decided.decision;
  return row.status === "RESOLVED" && isSame && release === decided.releaseAmount && refund === decided.refundAmount;
}
