import type { WithdrawalId } from "../../../domain/ids.ts";
import { isWithdrawalOver } from "../../../domain/withdrawal/states.ts";
import { withdrawalWorkflowId } from "../../../workflows/contracts/withdrawal.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { progressOf } from "../../progress.ts";
import { visibleWithdrawal } from "../../reads/withdrawals.ts";
import { ProgressWire } from "../../schemas.ts";
import { WithdrawalParams } from "./schemas.ts";

export const getWithdrawalProgress = endpoint(
  {
    method: "get",
    path: "/withdrawals/{id}/progress",
    operationId: "getWithdrawalProgress",
    tag: "Withdrawals",
    summary: "Where the withdrawal is now, and what it waits for.",
    access: "read",
    params: WithdrawalParams,
    shape: "repeated",
    status: 200,
    data: ProgressWire,
    errors: ["WITHDRAWAL_NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    const { id, status, updatedAt } = await visibleWithdrawal(deps.db, caller, params.id);
    const workflowId = withdrawalWorkflowId(id as WithdrawalId);
    const final = isWithdrawalOver(status);
    return ok(await progressOf(deps, { workflowId, status, updatedAt, isFinal: final }));
  },
);
