import { DISPUTE_TRANSITIONS, type DisputeStatus } from "../../../domain/dispute/states.ts";
import { disputeCommands } from "../../../domain/explain/commands.ts";
import { DISPUTE_RULES } from "../../../domain/explain/other-rules.ts";
import { isFinal } from "../../../domain/state-machine.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleDispute } from "../../reads/disputes.ts";
import { explainSubject } from "./explain-subject.ts";
import { ExplanationWire, SubjectParams } from "./schemas.ts";
import { contractReferences, disputeWorkflow, orderWorkflow } from "./subject-parts.ts";

export const explainDispute = endpoint(
  {
    method: "get",
    path: "/disputes/{id}/explain",
    operationId: "explainDispute",
    tag: "Explain",
    summary:
      "Why the dispute is not resolved: what it waits for, who must act, the evidence, and what may be done now.",
    access: "read",
    params: SubjectParams,
    shape: "flagged",
    status: 200,
    data: ExplanationWire,
    errors: ["DISPUTE_NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    const dispute = await visibleDispute(deps.db, caller, params.id);
    const status = dispute.status as DisputeStatus; // written through the state machine only
    const { id, order } = dispute;
    return ok(
      await explainSubject(deps, {
        kind: "dispute",
        id,
        state: status,
        isFinished: isFinal<DisputeStatus>(DISPUTE_TRANSITIONS, status),
        rule: DISPUTE_RULES[status],
        commands: disputeCommands(id, status),
        // the contract is frozen by the order's workflow, and paid out by the dispute's
        workflows: [disputeWorkflow(dispute), orderWorkflow(order)],
        booked: { noun: "orders", id: order.id },
        references: contractReferences(order),
        statesPage: "dispute",
      }),
    );
  },
);
