import { z } from "zod";

export const WebhookReceiptWire = z
  .object({
    status: z.literal("ok"),
    processed: z
      .boolean()
      .meta({ description: "false: kept, and passed on later; or of a type that means nothing here." }),
    duplicate: z.literal(true).optional(),
  })
  .meta({ id: "WebhookReceipt" });
