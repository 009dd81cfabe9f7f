import type { Logger } from "pino";
import type { Database } from "../prisma/client.ts";
import type { GatewayConfig } from "./config.ts";
import type { Horizon } from "./horizon.ts";
import type { Temporal } from "./temporal.ts";

/** Everything a handler may use of the outside world. */
export interface GatewayDeps {
  readonly config: GatewayConfig;
  readonly db: Database;
  readonly temporal: Temporal;
  readonly horizon: Horizon;
  readonly redis: { ping(): Promise<unknown>; get(key: string): Promise<string | null> };
  readonly log: Logger;
  readonly now: () => Date;
}
