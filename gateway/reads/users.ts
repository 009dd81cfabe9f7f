import { AppError } from "../../domain/errors.ts";
import type { Database } from "../../prisma/client.ts";
import { type Caller, maySee } from "../caller.ts";
import { type PageRequest, pageOf } from "./page.ts";

export type UserRow = NonNullable<Awaited<ReturnType<typeof findUser>>>;

export interface UserFilter {
  readonly id?: string;
  readonly type?: string | undefined;
  readonly status?: string | undefined;
}

export const findUser = (db: Database, id: string) => db.prisma.user.findUnique({ where: { id } });

/** The user for itself, or for a key of nobody. @throws AppError USER_NOT_FOUND, also for foreign ones */
export async function visibleUser(db: Database, caller: Caller, userId: string): Promise<UserRow> {
  const user = maySee(caller, userId) ? await findUser(db, userId) : null;
  if (!user) throw new AppError("USER_NOT_FOUND", { userId });
  return user;
}

export const findUserByExternalId = (db: Database, externalUserId: string) =>
  db.prisma.user.findUnique({ where: { externalUserId } });

export const listUsers = (db: Database, { id, type, status }: UserFilter, request: PageRequest) =>
  pageOf(db.prisma.user, { ...(id && { id }), ...(type && { type }), ...(status && { status }) }, request);

/** Users whose wallet was never made, oldest first: what a crash or an outage left behind. */
export const usersWithoutWallet = (db: Database, take: number) =>
  db.prisma.user.findMany({ where: { wallet: null }, orderBy: { createdAt: "asc" }, select: { id: true }, take });
