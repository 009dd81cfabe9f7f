import type { MaintenanceRow } from "../reads/maintenance.ts";
import { type Actor, recordAudit } from "./audit.ts";
import type { Transaction } from "./transaction.ts";

/** Switches maintenance, with one audit row when that changed something. Its beginning stays when only the message changes. */
export async function switchMaintenance(
  tx: Transaction,
  to: { readonly enabled: boolean; readonly message: string | null },
  actor: Actor,
  now: Date,
): Promise<MaintenanceRow> {
  await tx.$queryRaw`SELECT id FROM maintenance FOR UPDATE`;
  const before = await tx.maintenance.findUniqueOrThrow({ where: { id: "self" } });
  if (before.enabled === to.enabled && before.message === to.message) return before;
  const since = { enabledAt: before.enabledAt ?? now, enabledBy: before.enabledBy ?? actor.actorId };
  const data = to.enabled ? { ...to, ...since } : { ...to, enabledAt: null, enabledBy: null };
  const after = await tx.maintenance.update({ where: { id: "self" }, data });
  const eventType = to.enabled ? "maintenance.enabled" : "maintenance.disabled";
  const note = { action: "UPDATE", eventType, resourceType: "Maintenance", resourceId: "self" } as const;
  await recordAudit(tx, { ...note, before: shown(before), after: shown(after) }, actor);
  return after;
}

const shown = ({ enabled, message, enabledAt, enabledBy }: MaintenanceRow) => ({
  enabled,
  message,
  enabledAt,
  enabledBy,
});
