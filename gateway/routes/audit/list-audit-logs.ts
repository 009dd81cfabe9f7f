import { endpoint } from "../../endpoint.ts";
import { list } from "../../envelope.ts";
import { listAuditRecords } from "../../reads/audit-records.ts";
import { AuditRowList, ListAuditLogsQuery } from "./schemas.ts";

export const listAuditLogs = endpoint(
  {
    method: "get",
    path: "/audit/logs",
    operationId: "listAuditLogs",
    tag: "Audit",
    summary: "Who changed what, newest first.",
    access: "support",
    query: ListAuditLogsQuery,
    shape: "plain",
    status: 200,
    data: AuditRowList,
    errors: [],
  },
  async ({ query: { limit, cursor, ...filter }, caller, deps }) => {
    const mine = { ...filter, onlyUserId: caller.boundUserId };
    const { items, page } = await listAuditRecords(deps.db, mine, { limit, cursor });
    return list(
      items.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() })),
      page,
    );
  },
);
