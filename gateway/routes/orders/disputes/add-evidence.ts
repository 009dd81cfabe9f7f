import { addEvidenceUpdate } from "../../../../workflows/contracts/dispute.ts";
import { endpoint } from "../../../endpoint.ts";
import { created } from "../../../envelope.ts";
import { DisputeWire } from "../schemas.ts";
import { askDispute } from "./command-dispute.ts";
import { presentDispute } from "./present.ts";
import { AddEvidenceBody, DisputeParams } from "./schemas.ts";

export const addEvidence = endpoint(
  {
    method: "post",
    path: "/disputes/{id}/evidence",
    operationId: "addEvidence",
    tag: "Disputes",
    summary: "Add evidence to a dispute that is not resolved yet.",
    access: "write",
    params: DisputeParams,
    body: AddEvidenceBody,
    shape: "flagged",
    status: 201,
    data: DisputeWire,
    errors: ["DISPUTE_NOT_FOUND", "INVALID_STATE"],
    idempotency: { kind: "attach", keepDays: 3650 },
  },
  async (call) => {
    const { dispute } = await askDispute(call, {
      disputeId: call.params.id,
      update: addEvidenceUpdate,
      argument: { evidence: call.body.evidence },
      allowedStates: ["OPEN", "UNDER_REVIEW"],
    });
    return created(presentDispute(dispute));
  },
);
