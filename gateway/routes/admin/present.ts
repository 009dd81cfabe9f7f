import type { z } from "zod";
import type { MaintenanceRow } from "../../reads/maintenance.ts";
import type { MaintenanceWire } from "./schemas.ts";

export const presentMaintenance = (row: MaintenanceRow): z.infer<typeof MaintenanceWire> => ({
  enabled: row.enabled,
  message: row.message,
  enabledAt: row.enabledAt?.toISOString() ?? null,
  enabledBy: row.enabledBy,
});
