import type { WorkflowClientInterceptor } from "@temporalio/client";
import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { Database } from "../prisma/client.ts";
import type { GatewayConfig } from "./config.ts";
import type { AppEnv, Endpoint } from "./endpoint.ts";
import type { EventFeed } from "./events/event-feed.ts";
import type { StreamSlots } from "./events/stream-slots.ts";
import type { Horizon } from "./horizon.ts";
import type { RateLimits } from "./rate-limits.ts";
import type { Temporal } from "./temporal.ts";
import type { SecretSealer } from "./webhooks/endpoint-secret.ts";

/** Everything a handler may use of the outside world. */
export interface GatewayDeps {
  readonly config: GatewayConfig;
  readonly db: Database;
  readonly temporal: Temporal;
  readonly horizon: Horizon;
  /** Whether the escrow provider answers; null where none is configured. */
  readonly trustlessWork: { ping(): Promise<void> } | null;
  /** Whether the fiat provider answers; null where money moves as crypto only. */
  readonly airtm: { ping(): Promise<void> } | null;
  readonly rateLimits: RateLimits;
  readonly redis: { ping(): Promise<unknown>; get(key: string): Promise<string | null> };
  readonly feed: EventFeed;
  readonly streamSlots: StreamSlots;
  /** null without WEBHOOK_SECRET_KEY: then no webhook endpoint can be made. */
  readonly webhookKeys: SecretSealer | null;
  readonly log: Logger;
  readonly now: () => Date;
  /** Only where it is on. */
  readonly tracing?: GatewayTracing | null;
}

/** Spans around what comes in and what goes to Temporal. */
export interface GatewayTracing {
  readonly aroundRequests: (endpoint: Endpoint) => MiddlewareHandler<AppEnv>;
  readonly aroundCommands: WorkflowClientInterceptor;
  close(): Promise<void>;
}
