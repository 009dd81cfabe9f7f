import { z } from "zod";
import { Timestamp } from "../../schemas.ts";

export const EnableMaintenanceBody = z.strictObject({
  message: z.string().trim().min(1).max(500).nullish().meta({ description: "What callers are told." }),
});

export const MaintenanceWire = z
  .object({
    enabled: z.boolean(),
    message: z.string().nullable(),
    enabledAt: Timestamp.nullable(),
    enabledBy: z.string().nullable().meta({ description: "Id of the API key that switched it on." }),
  })
  .meta({ id: "Maintenance" });
