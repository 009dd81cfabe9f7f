import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { switchMaintenance } from "../../writes/maintenance.ts";
import { presentMaintenance } from "./present.ts";
import { MaintenanceWire } from "./schemas.ts";

export const disableMaintenance = endpoint(
  {
    method: "post",
    path: "/admin/maintenance/disable",
    operationId: "disableMaintenance",
    tag: "Admin",
    summary: "Take commands again.",
    access: "support",
    shape: "plain",
    status: 200,
    data: MaintenanceWire,
    duringMaintenance: true,
    errors: ["IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7 },
  },
  async (call) => {
    const { caller, deps } = call;
    refuseBoundKey(caller);
    const to = { enabled: false, message: null };
    const state = await inTransaction(call, (tx) => switchMaintenance(tx, to, actorOf(call), deps.now()));
    return ok(presentMaintenance(state));
  },
);
