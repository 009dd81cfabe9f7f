import { z } from "zod";
import { amountNumber } from "../numbers.ts";
import { escrowIn, statusOf } from "../wire.ts";
import type { ShownEscrow } from "./show-escrows.ts";

const PAGE_SIZE = 20;

export const Flag = z.enum(["true", "false"]).transform((text) => text === "true");
const Numeric = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number);
const Moment = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), "must be a date")
  .transform(Date.parse);

export const Filters = z.object({
  page: z
    .string()
    .regex(/^[1-9]\d*$/)
    .transform(Number)
    .default(1),
  orderDirection: z.enum(["asc", "desc"]).default("desc"),
  orderBy: z.enum(["createdAt", "updatedAt", "amount"]).default("createdAt"),
  startDate: Moment.optional(),
  endDate: Moment.optional(),
  minAmount: Numeric.optional(),
  maxAmount: Numeric.optional(),
  isActive: Flag.optional(),
  title: z.string().optional(),
  engagementId: z.string().optional(),
  status: z.enum(["working", "pendingRelease", "released", "resolved", "inDispute"]).optional(),
  type: z.enum(["single-release", "multi-release"]).optional(),
  validateOnChain: Flag.default(false),
});

export type Filters = z.output<typeof Filters>;

interface Row {
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly amount: number;
  readonly title: string;
  readonly engagementId: string;
  readonly status: string;
  readonly isActive: boolean;
}

export function filtered(escrows: readonly ShownEscrow[], filters: Filters): readonly ShownEscrow[] {
  const rows = escrows.map((shown) => ({ shown, row: rowOf(shown) })).filter(({ row }) => matches(row, filters));
  const sign = filters.orderDirection === "asc" ? 1 : -1;
  rows.sort((a, b) => sign * (sortKey(a.row, filters) - sortKey(b.row, filters)));
  return rows.slice((filters.page - 1) * PAGE_SIZE, filters.page * PAGE_SIZE).map(({ shown }) => shown);
}

function rowOf({ record, copy }: ShownEscrow): Row {
  const escrow = escrowIn(copy);
  const status = statusOf(escrow);
  return {
    createdAtMs: record.createdAtMs,
    updatedAtMs: copy.takenAtMs,
    amount: amountNumber(escrow.amountStroops),
    title: escrow.title,
    engagementId: escrow.engagementId,
    status,
    isActive: status !== "released" && status !== "resolved",
  };
}

const matches = (row: Row, filters: Filters): boolean =>
  filters.type !== "multi-release" &&
  row.createdAtMs >= (filters.startDate ?? Number.NEGATIVE_INFINITY) &&
  row.createdAtMs <= (filters.endDate ?? Number.POSITIVE_INFINITY) &&
  row.amount >= (filters.minAmount ?? Number.NEGATIVE_INFINITY) &&
  row.amount <= (filters.maxAmount ?? Number.POSITIVE_INFINITY) &&
  (filters.title === undefined || row.title === filters.title) &&
  (filters.engagementId === undefined || row.engagementId === filters.engagementId) &&
  (filters.status === undefined || row.status === filters.status) &&
  (filters.isActive === undefined || row.isActive === filters.isActive);

function sortKey(row: Row, { orderBy }: Filters): number {
  switch (orderBy) {
    case "createdAt":
      return row.createdAtMs;
    case "updatedAt":
      return row.updatedAtMs;
    case "amount":
      return row.amount;
  }
}
