import { AppError } from "../../domain/errors.ts";
import type { Database } from "../../prisma/client.ts";
import { type Caller, maySee } from "../caller.ts";
import { type PageRequest, pageOf } from "./page.ts";

export type TopUpRow = NonNullable<Awaited<ReturnType<typeof findTopUp>>>;

export interface TopUpFilter {
  readonly userId?: string | undefined;
  readonly status?: string | undefined;
  readonly reference?: string | undefined;
}

export const findTopUp = (db: Pick<Database, "prisma">, id: string) => db.prisma.topUp.findUnique({ where: { id } });

export const findTopUpByReference = (db: Pick<Database, "prisma">, reference: string) =>
  db.prisma.topUp.findUnique({ where: { reference } });

/**
 * The top-up for its user, or for a key of nobody.
 * @throws AppError TOPUP_NOT_FOUND, also for foreign ones and for another `userId` than was named
 */
export async function visibleTopUp(db: Database, caller: Caller, topupId: string, userId?: string): Promise<TopUpRow> {
  const row = await findTopUp(db, topupId);
  if (!row || !maySee(caller, row.userId) || (userId !== undefined && userId !== row.userId)) {
    throw new AppError("TOPUP_NOT_FOUND", { topupId });
  }
  return row;
}

export const listTopUps = (
  db: Database,
  caller: Caller,
  { userId, status, reference }: TopUpFilter,
  request: PageRequest,
) => {
  const conditions = [
    ...(caller.boundUserId ? [{ userId: caller.boundUserId }] : []),
    ...(userId ? [{ userId }] : []),
    ...(status ? [{ status }] : []),
    ...(reference ? [{ reference }] : []),
  ];
  return pageOf(db.prisma.topUp, { AND: conditions }, request);
};

/** The top-up behind a payment at Airtm: by our code, which it carries, else by Airtm's id. */
export async function topUpAtAirtm(
  { prisma }: Pick<Database, "prisma">,
  { id, code }: { readonly id: string | null; readonly code: string | null },
) {
  const select = { id: true, userId: true, status: true } as const;
  const byCode = code === null ? null : await prisma.topUp.findUnique({ where: { id: code }, select });
  if (byCode || id === null) return byCode;
  return prisma.topUp.findUnique({ where: { airtmPayinId: id }, select });
}
