import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { readMaintenance } from "../../reads/maintenance.ts";
import { presentMaintenance } from "./present.ts";
import { MaintenanceWire } from "./schemas.ts";

export const getMaintenance = endpoint(
  {
    method: "get",
    path: "/admin/maintenance/status",
    operationId: "getMaintenance",
    tag: "Admin",
    summary: "Whether commands are taken now.",
    access: "read",
    shape: "plain",
    status: 200,
    data: MaintenanceWire,
    errors: [],
  },
  async ({ deps }) => ok(presentMaintenance(await readMaintenance(deps.db))),
);
