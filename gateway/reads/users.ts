import type { Database } from "../../prisma/client.ts";
import { type PageRequest, pageOf } from "./page.ts";

export type UserRow = NonNullable<Awaited<ReturnType<typeof findUser>>>;

export interface UserFilter {
  readonly id?: string;
  readonly type?: string | undefined;
  readonly status?: string | undefined;
}

export const findUser = (db: Database, id: string) => db.prisma.user.findUnique({ where: { id } });

export const findUserByExternalId = (db: Database, externalUserId: string) =>
  db.prisma.user.findUnique({ where: { externalUserId } });

export const listUsers = (db: Database, { id, type, status }: UserFilter, request: PageRequest) =>
  pageOf(db.prisma.user, { ...(id && { id }), ...(type && { type }), ...(status && { status }) }, request);

/** Users whose wallet was never made, oldest first: what a crash or an outage left behind. */
export const usersWithoutWallet = (db: Database, take: number) =>
  db.prisma.user.findMany({ where: { wallet: null }, orderBy: { createdAt: "asc" }, select: { id: true }, take });
