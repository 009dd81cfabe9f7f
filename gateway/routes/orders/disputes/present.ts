import type { z } from "zod";
import type { DisputeRow } from "../../../reads/disputes.ts";
import { presentDisputeItself, presentOrder } from "../present.ts";
import type { DisputeWire } from "../schemas.ts";

export type Dispute = z.infer<typeof DisputeWire>;

export const presentDispute = (row: DisputeRow): Dispute => ({
  ...presentDisputeItself(row),
  order: presentOrder(row.order),
});
