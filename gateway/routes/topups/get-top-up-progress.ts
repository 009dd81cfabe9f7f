import type { TopUpId } from "../../../domain/ids.ts";
import { isTopUpOver } from "../../../domain/topup/states.ts";
import { topUpWorkflowId } from "../../../workflows/contracts/topup.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { requireAirtm } from "../../payment-mode.ts";
import { progressOf } from "../../progress.ts";
import { visibleTopUp } from "../../reads/topups.ts";
import { ProgressWire } from "../../schemas.ts";
import { TopUpParams } from "./schemas.ts";

export const getTopUpProgress = endpoint(
  {
    method: "get",
    path: "/topups/{id}/progress",
    operationId: "getTopUpProgress",
    tag: "Top-ups",
    summary: "Where the top-up is now, and what it waits for. 404 without Airtm.",
    access: "read",
    params: TopUpParams,
    shape: "repeated",
    status: 200,
    data: ProgressWire,
    errors: ["NOT_FOUND", "TOPUP_NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    requireAirtm(deps);
    const { id, status, updatedAt } = await visibleTopUp(deps.db, caller, params.id);
    const final = isTopUpOver(status);
    return ok(
      await progressOf(deps, { workflowId: topUpWorkflowId(id as TopUpId), status, updatedAt, isFinal: final }),
    );
  },
);
