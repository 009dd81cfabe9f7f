import { topUpCommands } from "../../../domain/explain/commands.ts";
import { topUpRule } from "../../../domain/explain/other-rules.ts";
import type { TopUpId } from "../../../domain/ids.ts";
import { isTopUpOver, type TopUpStatus } from "../../../domain/topup/states.ts";
import { topUpWorkflowId } from "../../../workflows/contracts/topup.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { requireAirtm } from "../../payment-mode.ts";
import { visibleTopUp } from "../../reads/topups.ts";
import { explainSubject } from "./explain-subject.ts";
import { ExplanationWire, SubjectParams } from "./schemas.ts";

export const explainTopUp = endpoint(
  {
    method: "get",
    path: "/topups/{id}/explain",
    operationId: "explainTopUp",
    tag: "Explain",
    summary: "Why the top-up is not finished: what it waits for, who must act, and the evidence. 404 without Airtm.",
    access: "read",
    params: SubjectParams,
    shape: "flagged",
    status: 200,
    data: ExplanationWire,
    errors: ["NOT_FOUND", "TOPUP_NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    requireAirtm(deps);
    const { id, updatedAt, failureReason, ...row } = await visibleTopUp(deps.db, caller, params.id);
    const status = row.status as TopUpStatus; // written through the state machine only
    const rule = topUpRule(status, row.expiresAt?.toISOString() ?? null);
    const isFinished = isTopUpOver(status);
    return ok(
      await explainSubject(deps, {
        kind: "topup",
        id,
        state: status,
        isFinished,
        rule: failureReason ? { ...rule, why: `${rule.why} The reason: ${failureReason}` } : rule,
        commands: topUpCommands(id, status),
        workflows: [{ workflowId: topUpWorkflowId(id as TopUpId), status, updatedAt, isFinal: isFinished }],
        booked: { noun: "topup", id },
        references: row.airtmPayinId ? [{ provider: "airtm", kind: "payin", id: row.airtmPayinId }] : [],
        statesPage: "topup",
      }),
    );
  },
);
