import { z } from "zod";
import { Timestamp } from "../../schemas.ts";

const Limits = z.object({ min: z.string(), max: z.string() });

export const ConfigWire = z
  .object({
    currencies: z.array(z.string()),
    limits: z.object({ topup: Limits, withdrawal: Limits, order: Limits }),
    features: z.object({
      milestones: z.boolean(),
      disputes: z.boolean(),
      sse: z.boolean(),
      airtm: z.boolean(),
      trustlessWork: z.boolean(),
      manualAdjustments: z.boolean(),
    }),
    rateLimits: z.object({
      windowSeconds: z.number(),
      perKey: z.number(),
      withdrawalsPerUser: z.number(),
      topupsPerUser: z.number(),
    }),
    providers: z.object({
      fiat: z.string().nullable().meta({ description: "null: money moves as crypto only." }),
      escrow: z.string(),
    }),
    version: z.string(),
  })
  .meta({ id: "Config" });

export const HealthWire = z
  .object({ status: z.literal("healthy"), version: z.string(), timestamp: Timestamp })
  .meta({ id: "Health" });

const Dependency = z.object({
  status: z.enum(["up", "degraded", "down", "disabled"]).meta({
    description: "degraded: it answers, and a person must be told of it. disabled: not part of this installation.",
  }),
  required: z.boolean().meta({ description: "False: its absence degrades, and does not stop, the service." }),
  latencyMs: z.number(),
  latency: z.number().optional().meta({ description: "The same, where existing clients read it." }),
  error: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
});

export const ReadyWire = z
  .object({
    status: z.enum(["ready", "degraded", "unready"]),
    version: z.string(),
    timestamp: Timestamp,
    dependencies: z.record(z.string(), Dependency),
  })
  .meta({ id: "Readiness" });

export const DetailedHealthWire = z
  .object({
    status: z.enum(["healthy", "degraded", "unhealthy"]),
    version: z.string(),
    timestamp: Timestamp,
    dependencies: z.record(z.string(), Dependency),
  })
  .meta({ id: "DetailedHealth" });
