import { assignUpdate } from "../../../../workflows/contracts/dispute.ts";
import { endpoint } from "../../../endpoint.ts";
import { ok } from "../../../envelope.ts";
import { refuseBoundKey } from "../../../grants.ts";
import { DisputeWire } from "../schemas.ts";
import { askDispute } from "./command-dispute.ts";
import { presentDispute } from "./present.ts";
import { ASSIGN_ALIASES, AssignDisputeBody, DisputeParams } from "./schemas.ts";

export const assignDispute = endpoint(
  {
    method: "post",
    path: "/disputes/{id}/assign",
    operationId: "assignDispute",
    tag: "Disputes",
    summary: "Somebody of support takes care of it.",
    access: "support",
    params: DisputeParams,
    body: AssignDisputeBody,
    aliases: ASSIGN_ALIASES,
    shape: "flagged",
    status: 200,
    data: DisputeWire,
    errors: ["DISPUTE_NOT_FOUND", "INVALID_STATE"],
    idempotency: { kind: "attach", keepDays: 3650 },
  },
  async (call) => {
    refuseBoundKey(call.caller); // nobody is the judge of an own case
    const { assignedTo, notes } = call.body;
    const { dispute } = await askDispute(call, {
      disputeId: call.params.id,
      update: assignUpdate,
      argument: { assignedTo, notes: notes ?? null },
      allowedStates: ["OPEN"],
    });
    return ok(presentDispute(dispute));
  },
);
