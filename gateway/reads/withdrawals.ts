import { AppError } from "../../domain/errors.ts";
import type { Database } from "../../prisma/client.ts";
import { type Caller, maySee } from "../caller.ts";
import { type PageRequest, pageOf } from "./page.ts";

export type WithdrawalRow = NonNullable<Awaited<ReturnType<typeof findWithdrawal>>>;

export interface WithdrawalFilter {
  readonly userId?: string | undefined;
  readonly status?: string | undefined;
  readonly reference?: string | undefined;
}

export const findWithdrawal = (db: Database, id: string) => db.prisma.withdrawal.findUnique({ where: { id } });

export const findWithdrawalByReference = (db: Database, reference: string) =>
  db.prisma.withdrawal.findUnique({ where: { reference } });

/**
 * The withdrawal for its user, or for a key of nobody.
 * @throws AppError WITHDRAWAL_NOT_FOUND, also for foreign ones and for another `userId` than was named
 */
export async function visibleWithdrawal(
  db: Database,
  caller: Caller,
  withdrawalId: string,
  userId?: string,
): Promise<WithdrawalRow> {
  const row = await findWithdrawal(db, withdrawalId);
  if (!row || !maySee(caller, row.userId) || (userId !== undefined && userId !== row.userId)) {
    throw new AppError("WITHDRAWAL_NOT_FOUND", { withdrawalId });
  }
  return row;
}

export const listWithdrawals = (
  db: Database,
  caller: Caller,
  { userId, status, reference }: WithdrawalFilter,
  request: PageRequest,
) => {
  const conditions = [
    ...(caller.boundUserId ? [{ userId: caller.boundUserId }] : []),
    ...(userId ? [{ userId }] : []),
    ...(status ? [{ status }] : []),
    ...(reference ? [{ reference }] : []),
  ];
  return pageOf(db.prisma.withdrawal, { AND: conditions }, request);
};

/** The withdrawal behind a payout at Airtm: by our code, which it carries, else by Airtm's id. */
export async function withdrawalAtAirtm(
  { prisma }: Pick<Database, "prisma">,
  { id, code }: { readonly id: string | null; readonly code: string | null },
) {
  const select = { id: true, userId: true, status: true } as const;
  const byCode =
    code === null
      ? null
      : await prisma.withdrawal.findFirst({ where: { id: code, destinationType: { not: "crypto" } }, select });
  if (byCode || id === null) return byCode;
  return prisma.withdrawal.findUnique({ where: { airtmPayoutId: id }, select });
}
