import type { Page } from "../envelope.ts";
import { invalid } from "../middleware/validate.ts";

export interface PageRequest {
  readonly limit: number;
  readonly cursor: string | null;
}

interface Row {
  readonly id: string;
  readonly createdAt: Date;
}

/** What we use of a Prisma table. Its own types are too narrow to be named once for all tables. */
interface Table<Where, Found extends Row> {
  findFirst(query: { where: { AND: object[] } }): PromiseLike<Row | null>;
  findMany(query: { where: { AND: object[] }; orderBy: object[]; take: number }): PromiseLike<Found[]>;
  readonly where?: Where;
}

/** One page, newest first. The cursor is the id of the last item of the page before. @throws AppError VALIDATION_ERROR */
export async function pageOf<Where extends object, Found extends Row>(
  table: Table<Where, Found>,
  where: Where,
  { limit, cursor }: PageRequest,
): Promise<{ readonly items: Found[]; readonly page: Page }> {
  const last = cursor === null ? null : await table.findFirst({ where: { AND: [where, { id: cursor }] } });
  if (cursor !== null && !last) throw invalid([{ field: "cursor", message: "is unknown" }]);
  const after = last
    ? [{ OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] }]
    : [];
  const found = await table.findMany({
    where: { AND: [where, ...after] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const items = found.slice(0, limit);
  const hasMore = found.length > limit;
  return { items, page: { hasMore, nextCursor: hasMore ? (items.at(-1)?.id ?? null) : null } };
}
