import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { ReconciliationWire } from "./schemas.ts";
import { showReconciliation } from "./show-reconciliation.ts";

export const getReconciliation = endpoint(
  {
    method: "get",
    path: "/admin/reconciliation",
    operationId: "getReconciliation",
    tag: "Admin",
    summary: "Where our ledger, our records and the chain do not agree, since when, and why if it can be told.",
    access: "support",
    shape: "plain",
    status: 200,
    data: ReconciliationWire,
    errors: [],
  },
  async ({ caller, deps }) => {
    refuseBoundKey(caller);
    return ok(await showReconciliation(deps));
  },
);
