import { z } from "zod";
import { Id, Timestamp } from "../../schemas.ts";

export const BalanceParams = z.strictObject({ userId: Id });

export const BalanceWire = z
  .object({
    userId: z.string(),
    user_id: z.string(),
    available: z.string(),
    reserved: z.string(),
    currency: z.string(),
    total: z.string(),
    updatedAt: Timestamp,
    updated_at: Timestamp,
  })
  .meta({ id: "Balance" });
