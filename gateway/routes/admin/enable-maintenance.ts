import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { switchMaintenance } from "../../writes/maintenance.ts";
import { presentMaintenance } from "./present.ts";
import { EnableMaintenanceBody, MaintenanceWire } from "./schemas.ts";

export const enableMaintenance = endpoint(
  {
    method: "post",
    path: "/admin/maintenance/enable",
    operationId: "enableMaintenance",
    tag: "Admin",
    summary: "Take no commands from now on; reads, webhooks and payments under way go on.",
    access: "support",
    body: EnableMaintenanceBody,
    shape: "plain",
    status: 200,
    data: MaintenanceWire,
    duringMaintenance: true,
    errors: ["IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7 },
  },
  async (call) => {
    const { body, caller, deps } = call;
    refuseBoundKey(caller);
    const to = { enabled: true, message: body.message ?? null };
    const state = await inTransaction(call, (tx) => switchMaintenance(tx, to, actorOf(call), deps.now()));
    return ok(presentMaintenance(state));
  },
);
