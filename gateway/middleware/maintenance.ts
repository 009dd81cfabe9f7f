import type { MiddlewareHandler } from "hono";
import { AppError } from "../../domain/errors.ts";
import type { Database } from "../../prisma/client.ts";
import type { AppEnv, Endpoint } from "../endpoint.ts";
import { type MaintenanceRow, readMaintenance } from "../reads/maintenance.ts";

/** A switch in the database reaches every gateway within this time. */
const KNOWN_MS = 500;

export interface MaintenanceGate {
  current(): Promise<MaintenanceRow>;
}

/** What is known of maintenance, asked again twice a second at most. A database that is away changes nothing. */
export function createMaintenanceGate(db: Database): MaintenanceGate {
  let known: MaintenanceRow = { enabled: false, message: null, enabledAt: null, enabledBy: null };
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;
  const ask = async () => {
    try {
      known = await readMaintenance(db);
    } catch {
      // the request itself will meet the database, and tell
    } finally {
      askedAt = performance.now();
      asking = null;
    }
  };
  return {
    current: async () => {
      if (performance.now() - askedAt >= KNOWN_MS) {
        asking ??= ask();
        await asking;
      }
      return known;
    },
  };
}

/** Whatever changes something; reads, webhooks and what only asks a provider again go on. */
export const isRefusedDuringMaintenance = ({ method, access, duringMaintenance }: Endpoint["declaration"]): boolean =>
  method !== "get" && (access === "write" || access === "support") && !duringMaintenance;

export const refuseDuringMaintenance = (gate: MaintenanceGate): MiddlewareHandler<AppEnv> =>
  async function maintenanceMiddleware(_c, next) {
    const { enabled, message, enabledAt } = await gate.current();
    if (enabled) throw new AppError("MAINTENANCE_MODE", { message, since: enabledAt?.toISOString() ?? null });
    await next();
  };
