import { cancelUpdate } from "../../../workflows/contracts/platform-payout.ts";
import { endpoint } from "../../endpoint.ts";
import { refuseBoundKey } from "../../grants.ts";
import { commandPlatformPayout } from "./command-platform-payout.ts";
import { CancelPlatformPayoutBody, PlatformPayoutParams, PlatformPayoutWire } from "./schemas.ts";

export const cancelPlatformPayout = endpoint(
  {
    method: "post",
    path: "/admin/payouts/{id}/cancel",
    operationId: "cancelPlatformPayout",
    tag: "Platform payouts",
    summary: "Withdraw a request that nobody has approved; one key is enough.",
    access: "support",
    params: PlatformPayoutParams,
    body: CancelPlatformPayoutBody,
    shape: "plain",
    status: 200,
    data: PlatformPayoutWire,
    waits: true,
    errors: ["NOT_FOUND", "INVALID_STATE"],
    idempotency: { kind: "attach", keepDays: 30 },
  },
  async (call) => {
    refuseBoundKey(call.caller);
    return commandPlatformPayout(call, {
      id: call.params.id,
      update: cancelUpdate,
      reason: call.body.reason,
      doneAs: ["PLATFORM_PAYOUT_CANCELED"],
    });
  },
);
