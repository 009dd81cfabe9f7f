import { z } from "zod";
import type { EscrowTypeName } from "../../escrow/any-escrow.ts";
import { amountNumber } from "../numbers.ts";
import { escrowIn, isActive, statusOf } from "../wire.ts";
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
  readonly type: EscrowTypeName;
  /** null: a multi-release escrow has neither. */
  readonly amount: number | null;
  readonly status: string | null;
  readonly title: string;
  readonly engagementId: string;
  readonly isActive: boolean;
}

export function filtered(escrows: readonly ShownEscrow[], filters: Filters): readonly ShownEscrow[] {
  const rows = escrows.map((shown) => ({ shown, row: rowOf(shown) })).filter(({ row }) => matches(row, filters));
  const sign = filters.orderDirection === "asc" ? 1 : -1;
  rows.sort((a, b) => sign * (sortKey(a.row, filters) - sortKey(b.row, filters)));
  return rows.slice((filters.page - 1) * PAGE_SIZE, filters.page * PAGE_SIZE).map(({ shown }) => shown);
}

function rowOf({ record, copy }: ShownEscrow): Row {
  const known = escrowIn(copy);
  return {
    createdAtMs: record.createdAtMs,
    updatedAtMs: copy.takenAtMs,
    type: known.type,
    amount: known.type === "single-release" ? amountNumber(known.escrow.amountStroops) : null,
    status: statusOf(known),
    title: known.escrow.title,
    engagementId: known.escrow.engagementId,
    isActive: isActive(known),
  };
}

const matches = (row: Row, filters: Filters): boolean =>
  (filters.type === undefined || row.type === filters.type) &&
  row.createdAtMs >= (filters.startDate ?? Number.NEGATIVE_INFINITY) &&
  row.createdAtMs <= (filters.endDate ?? Number.POSITIVE_INFINITY) &&
  (filters.minAmount === undefined || (row.amount !== null && row.amount >= filters.minAmount)) &&
  (filters.maxAmount === undefined || (row.amount !== null && row.amount <= filters.maxAmount)) &&
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
      return row.amount ?? 0;
  }
}
