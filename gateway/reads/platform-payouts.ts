import { AppError } from "../../domain/errors.ts";
import type { Database } from "../../prisma/client.ts";
import { type PageRequest, pageOf } from "./page.ts";

export type PlatformPayoutRow = NonNullable<Awaited<ReturnType<typeof findPlatformPayout>>>;

export interface PlatformPayoutFilter {
  readonly source?: string | undefined;
  readonly status?: string | undefined;
}

export const findPlatformPayout = (db: Database, id: string) => db.prisma.platformPayout.findUnique({ where: { id } });

/** @throws AppError NOT_FOUND */
export async function requirePlatformPayout(db: Database, platformPayoutId: string): Promise<PlatformPayoutRow> {
  const row = await findPlatformPayout(db, platformPayoutId);
  if (!row) throw new AppError("NOT_FOUND", { platformPayoutId });
  return row;
}

export const listPlatformPayouts = (db: Database, { source, status }: PlatformPayoutFilter, request: PageRequest) =>
  pageOf(
    db.prisma.platformPayout,
    { AND: [...(source ? [{ source }] : []), ...(status ? [{ status }] : [])] },
    request,
  );
