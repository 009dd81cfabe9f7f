import { z } from "zod";
import { Timestamp } from "../../schemas.ts";

const Reason = z.string().min(1).max(500);

export const ReasonBody = z.strictObject({ reason: Reason });
export const OptionalReasonBody = z.strictObject({ reason: Reason.nullish() });

export const FreezeWire = z
  .object({
    frozen: z.boolean(),
    reason: z.string().nullable(),
    frozenBy: z.string().nullable().meta({ description: "Id of the API key." }),
    frozenAt: Timestamp.nullable(),
    unfreezing: z
      .object({ askedBy: z.string(), askedAt: Timestamp, reason: z.string().nullable() })
      .nullable()
      .meta({ description: "Asked for; the key of a second person must send POST /admin/unfreeze too." }),
    message: z.string().meta({ description: "The same, for a person." }),
  })
  .meta({ id: "Freeze" });
