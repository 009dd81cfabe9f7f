import type { Database } from "../../prisma/client.ts";
import type { Page } from "../envelope.ts";
import { invalid } from "../middleware/validate.ts";
import type { PageRequest } from "./page.ts";

export interface AuditFilter {
  readonly resourceType?: string | undefined;
  readonly resourceId?: string | undefined;
  /** CREATE, UPDATE, DELETE, or the type of an event. */
  readonly action?: string | undefined;
  /** Rows about this user, and about orders, withdrawals and keys of this user. */
  readonly userId?: string | undefined;
  /** Of a key that sees one user's rows only. */
  readonly onlyUserId: string | null;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

export interface AuditRow {
  readonly id: string;
  readonly occurredAt: Date;
  readonly action: "CREATE" | "UPDATE" | "DELETE";
  readonly eventType: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly payloadBefore: Readonly<Record<string, unknown>> | null;
  readonly payloadAfter: Readonly<Record<string, unknown>> | null;
  readonly actorType: string;
  readonly actorId: string;
  readonly result: "SUCCESS" | "FAILURE";
  readonly correlationId: string | null;
}

const COLUMNS = `id, occurred_at AS "occurredAt", action, event_type AS "eventType", resource_type AS "resourceType",
  resource_id AS "resourceId", payload_before AS "payloadBefore", payload_after AS "payloadAfter", actor_type AS "actorType",
  actor_id AS "actorId", result, correlation_id AS "correlationId"`;

const ABOUT_USER = `(resource_id = ? OR payload_after->>'heldOf' = ? OR resource_id IN (
  SELECT id FROM orders WHERE buyer_id = ? OR seller_id = ? UNION ALL
  SELECT id FROM withdrawal WHERE user_id = ? UNION ALL SELECT id FROM api_key WHERE user_id = ?))`;

const ACTIONS = ["CREATE", "UPDATE", "DELETE"];

/** Newest first. @throws AppError VALIDATION_ERROR on a cursor that is none of these rows */
export async function listAuditRecords(
  db: Database,
  filter: AuditFilter,
  { limit, cursor }: PageRequest,
): Promise<{ readonly items: readonly AuditRow[]; readonly page: Page }> {
  const { texts, values } = conditionsOf(filter);
  const find = async (more: readonly string[], added: readonly unknown[], take: number) => {
    const where = [...texts, ...more].join(" AND ") || "true";
    const sql = `SELECT ${COLUMNS} FROM audit_record WHERE ${where} ORDER BY occurred_at DESC, id DESC LIMIT ${take}`;
    return (await db.sql.query<AuditRow>(sql, [...values, ...added])).rows;
  };
  const next = `$${values.length + 1}`;
  const [last] = cursor === null ? [] : await find([`id = ${next}`], [cursor], 1);
  if (cursor !== null && !last) throw invalid([{ field: "cursor", message: "is unknown" }]);
  const after = `(occurred_at, id) < (SELECT occurred_at, id FROM audit_record WHERE id = ${next})`;
  const found = await (last ? find([after], [last.id], limit + 1) : find([], [], limit + 1));
  const items = found.slice(0, limit);
  const hasMore = found.length > limit;
  return { items, page: { hasMore, nextCursor: hasMore ? (items.at(-1)?.id ?? null) : null } };
}

/** Every `?` of a condition is the same value, numbered in the order of the conditions. */
function conditionsOf({ resourceType, resourceId, action, userId, onlyUserId, from, to }: AuditFilter) {
  const given: [string, unknown][] = [
    ["lower(resource_type) = lower(?)", resourceType],
    ["resource_id = ?", resourceId],
    [action && ACTIONS.includes(action) ? "action = ?" : "event_type = ?", action],
    [ABOUT_USER, userId],
    [ABOUT_USER, onlyUserId ?? undefined],
    ["occurred_at >= ?", from],
    ["occurred_at <= ?", to],
  ];
  const set = given.filter(([, value]) => value !== undefined);
  return {
    texts: set.map(([text], index) => text.replaceAll("?", `$${index + 1}`)),
    values: set.map(([, value]) => value),
  };
}
