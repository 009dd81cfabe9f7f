import type { Database } from "../../prisma/client.ts";

export interface MaintenanceRow {
  readonly enabled: boolean;
  readonly message: string | null;
  readonly enabledAt: Date | null;
  readonly enabledBy: string | null;
}

export const readMaintenance = (db: Database): Promise<MaintenanceRow> =>
  db.prisma.maintenance.findUniqueOrThrow({ where: { id: "self" } });
