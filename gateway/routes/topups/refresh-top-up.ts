import { refreshUpdate } from "../../../workflows/contracts/topup.ts";
import { endpoint } from "../../endpoint.ts";
import { commandTopUp } from "./command-top-up.ts";
import { OwnerQuery, TopUpParams, TopUpWire } from "./schemas.ts";

export const refreshTopUp = endpoint(
  {
    method: "post",
    path: "/topups/{id}/refresh",
    operationId: "refreshTopUp",
    tag: "Top-ups",
    summary: "Ask Airtm about a top-up, and show it. 404 without Airtm.",
    access: "read",
    params: TopUpParams,
    query: OwnerQuery,
    shape: "repeated",
    status: 200,
    data: TopUpWire,
    waits: true,
    errors: ["NOT_FOUND", "TOPUP_NOT_FOUND"],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  (call) =>
    commandTopUp(call, {
      update: refreshUpdate,
      topUpId: call.params.id,
      userId: call.query.userId,
      refusalAtEnd: () => null,
    }),
);
