import type { Logger } from "pino";
import type { Database } from "../prisma/client.ts";
import type { GatewayConfig } from "./config.ts";
import type { Horizon } from "./horizon.ts";
import type { RateLimits } from "./rate-limits.ts";
import type { Temporal } from "./temporal.ts";

/** Everything a handler may use of the outside world. */
export interface GatewayDeps {
  readonly config: GatewayConfig;
  readonly db: Database;
  readonly temporal: Temporal;
  readonly horizon: Horizon;
  /** Whether the escrow provider answers; null where none is configured. */
  readonly trustlessWork: { ping(): Promise<void> } | null;
  readonly rateLimits: RateLimits;
  readonly redis: { ping(): Promise<unknown> };
  readonly log: Logger;
  readonly now: () => Date;
}
