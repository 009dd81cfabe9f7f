import type { Http } from "../http.ts";
import { listOf } from "../read-reply.ts";
import type { AuditQuery, AuditRow, List } from "../types.ts";

/** Who changed what. */
export const audit = (http: Http) => ({
  /** Newest first; secrets, e-mails and addresses were redacted before they were stored. */
  list: (query: AuditQuery = {}): Promise<List<AuditRow>> => listOf(http.get("/audit/logs", { ...query })),
});
