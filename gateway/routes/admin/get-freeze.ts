import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { findFreeze } from "../../reads/signing-freeze.ts";
import { presentFreeze } from "./present-freeze.ts";
import { FreezeWire } from "./schemas.ts";

export const getFreeze = endpoint(
  {
    method: "get",
    path: "/admin/freeze",
    operationId: "getFreeze",
    tag: "Admin",
    summary: "Whether outgoing money is stopped, by whom and why.",
    access: "support",
    shape: "plain",
    status: 200,
    data: FreezeWire,
    errors: [],
  },
  async ({ caller, deps }) => {
    refuseBoundKey(caller);
    return ok(presentFreeze(await findFreeze(deps.db)));
  },
);
