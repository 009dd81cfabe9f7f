import { AppError } from "../../../domain/errors.ts";
import { cancelUpdate } from "../../../workflows/contracts/topup.ts";
import { endpoint } from "../../endpoint.ts";
import { commandTopUp } from "./command-top-up.ts";
import { CancelTopUpBody, OwnerQuery, TopUpParams, TopUpWire } from "./schemas.ts";

export const cancelTopUp = endpoint(
  {
    method: "post",
    path: "/topups/{id}/cancel",
    operationId: "cancelTopUp",
    tag: "Top-ups",
    summary: "Give up a top-up that its user has not confirmed. 404 without Airtm.",
    access: "write",
    params: TopUpParams,
    query: OwnerQuery,
    body: CancelTopUpBody,
    shape: "repeated",
    status: 200,
    data: TopUpWire,
    waits: true,
    errors: ["NOT_FOUND", "TOPUP_NOT_FOUND", "INVALID_STATE"],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  (call) =>
    commandTopUp(call, {
      update: cancelUpdate,
      topUpId: call.params.id,
      userId: call.query.userId,
      reason: call.body.reason,
      refusalAtEnd: ({ id, status }) =>
        status === "TOPUP_CANCELED"
          ? null
          : new AppError("INVALID_STATE", {
              id,
              currentState: status,
              allowedStates: ["TOPUP_AWAITING_USER_CONFIRMATION"],
            }),
    }),
);
