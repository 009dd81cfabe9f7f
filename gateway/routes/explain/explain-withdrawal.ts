import { withdrawalCommands } from "../../../domain/explain/commands.ts";
import { FIAT_WITHDRAWAL_RULES, WITHDRAWAL_RULES } from "../../../domain/explain/other-rules.ts";
import type { WithdrawalId } from "../../../domain/ids.ts";
import { isWithdrawalOver, type WithdrawalStatus } from "../../../domain/withdrawal/states.ts";
import { withdrawalWorkflowId } from "../../../workflows/contracts/withdrawal.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleWithdrawal } from "../../reads/withdrawals.ts";
import { explainSubject } from "./explain-subject.ts";
import { ExplanationWire, SubjectParams } from "./schemas.ts";

export const explainWithdrawal = endpoint(
  {
    method: "get",
    path: "/withdrawals/{id}/explain",
    operationId: "explainWithdrawal",
    tag: "Explain",
    summary: "Why the withdrawal is not finished: what it waits for, who must act, the evidence, and what may be done.",
    access: "read",
    params: SubjectParams,
    shape: "flagged",
    status: 200,
    data: ExplanationWire,
    errors: ["WITHDRAWAL_NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    const { id, updatedAt, failureReason, ...row } = await visibleWithdrawal(deps.db, caller, params.id);
    const status = row.status as WithdrawalStatus; // written through the state machine only
    const isFiat = row.destinationType !== "crypto";
    const rule = (isFiat ? FIAT_WITHDRAWAL_RULES : WITHDRAWAL_RULES)[status];
    const isFinished = isWithdrawalOver(status);
    return ok(
      await explainSubject(deps, {
        kind: "withdrawal",
        id,
        state: status,
        isFinished,
        rule: failureReason ? { ...rule, why: `${rule.why} The reason: ${failureReason}` } : rule,
        commands: withdrawalCommands(id, status, isFiat),
        workflows: [{ workflowId: withdrawalWorkflowId(id as WithdrawalId), status, updatedAt, isFinal: isFinished }],
        booked: { noun: "withdrawal", id },
        references: isFiat
          ? [
              { provider: "airtm", kind: row.destinationType, id: row.destinationRef },
              ...(row.airtmPayoutId ? [{ provider: "airtm", kind: "payout", id: row.airtmPayoutId }] : []),
            ]
          : [{ provider: "stellar", kind: "destination", id: row.destinationRef }],
        statesPage: "withdrawal",
      }),
    );
  },
);
