import type { DisputeParty } from "../../domain/dispute/dispute-facts.ts";
import type { DisputeStatus } from "../../domain/dispute/states.ts";
import { AppError } from "../../domain/errors.ts";
import type { Database } from "../../prisma/client.ts";
import { type Caller, maySee } from "../caller.ts";
import { ORDER_PARTS } from "./orders.ts";
import { type PageRequest, pageOf } from "./page.ts";

const WITH_PARTS = {
  milestone: { select: { ref: true } },
  comments: { orderBy: { createdAt: "asc" } },
  order: { include: ORDER_PARTS },
} as const;

export type DisputeRow = NonNullable<Awaited<ReturnType<typeof findDispute>>>;

export interface DisputeFilter {
  readonly orderId?: string | undefined;
  readonly status?: DisputeStatus | undefined;
  readonly openedBy?: DisputeParty | undefined;
}

export const findDispute = (db: Database, id: string) =>
  db.prisma.dispute.findUnique({ where: { id }, include: WITH_PARTS });

/** The dispute for a party of its order, or for a key of nobody. @throws AppError DISPUTE_NOT_FOUND, also for foreign ones */
export async function visibleDispute(db: Database, caller: Caller, disputeId: string): Promise<DisputeRow> {
  const dispute = await findDispute(db, disputeId);
  if (!dispute || !maySee(caller, dispute.order.buyerId, dispute.order.sellerId)) {
    throw new AppError("DISPUTE_NOT_FOUND", { disputeId });
  }
  return dispute;
}

export function listDisputes(db: Database, caller: Caller, filter: DisputeFilter, request: PageRequest) {
  const { orderId, status, openedBy } = filter;
  const own = caller.boundUserId;
  const conditions = [
    ...(own ? [{ order: { OR: [{ buyerId: own }, { sellerId: own }] } }] : []),
    ...(orderId ? [{ orderId }] : []),
    ...(status ? [{ status }] : []),
    ...(openedBy ? [{ openedBy }] : []),
  ];
  const disputes = {
    findFirst: db.prisma.dispute.findFirst,
    findMany: (query: object) => db.prisma.dispute.findMany({ ...query, include: WITH_PARTS }),
  };
  return pageOf(disputes, { AND: conditions }, request);
}
