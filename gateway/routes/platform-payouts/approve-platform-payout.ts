import { approveUpdate } from "../../../workflows/contracts/platform-payout.ts";
import { endpoint } from "../../endpoint.ts";
import { refuseBorrowedKey, refuseBoundKey } from "../../grants.ts";
import { commandPlatformPayout } from "./command-platform-payout.ts";
import { PlatformPayoutParams, PlatformPayoutWire } from "./schemas.ts";

export const approvePlatformPayout = endpoint(
  {
    method: "post",
    path: "/admin/payouts/{id}/approve",
    operationId: "approvePlatformPayout",
    tag: "Platform payouts",
    summary: "Send what another key asked for. The key that approves must be older than the request.",
    access: "support",
    params: PlatformPayoutParams,
    shape: "plain",
    status: 200,
    data: PlatformPayoutWire,
    waits: true,
    errors: ["NOT_FOUND", "SECOND_KEY_REQUIRED", "INVALID_STATE", "INSUFFICIENT_FUNDS"],
    idempotency: { kind: "attach", keepDays: 30 },
  },
  async (call) => {
    refuseBoundKey(call.caller);
    refuseBorrowedKey(call.caller);
    return commandPlatformPayout(call, {
      id: call.params.id,
      update: approveUpdate,
      doneAs: ["PLATFORM_PAYOUT_COMPLETED", "PLATFORM_PAYOUT_FAILED"],
    });
  },
);
