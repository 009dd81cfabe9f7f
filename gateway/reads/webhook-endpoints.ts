import { AppError } from "../../domain/errors.ts";
import type { Database } from "../../prisma/client.ts";
import { type Caller, maySee } from "../caller.ts";
import { type PageRequest, pageOf } from "./page.ts";

export type EndpointRow = NonNullable<Awaited<ReturnType<typeof findEndpoint>>>;

const findEndpoint = ({ prisma }: Database, id: string) => prisma.webhookEndpoint.findUnique({ where: { id } });

/** @throws AppError NOT_FOUND, also for foreign ones and for those that were deleted */
export async function visibleEndpoint(db: Database, caller: Caller, id: string): Promise<EndpointRow> {
  const row = await endpointOrDeleted(db, caller, id);
  if (row.status === "DELETED") throw new AppError("NOT_FOUND", { id });
  return row;
}

/** @throws AppError NOT_FOUND, also for foreign ones */
export async function endpointOrDeleted(db: Database, caller: Caller, id: string): Promise<EndpointRow> {
  const row = await findEndpoint(db, id);
  if (!row || !maySee(caller, row.userId ?? "")) throw new AppError("NOT_FOUND", { id });
  return row;
}

export const listEndpoints = ({ prisma }: Database, caller: Caller, request: PageRequest) =>
  pageOf(
    prisma.webhookEndpoint,
    { status: { not: "DELETED" }, ...(caller.boundUserId && { userId: caller.boundUserId }) },
    request,
  );
