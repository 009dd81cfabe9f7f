import { endpoint } from "../../../endpoint.ts";
import { ok } from "../../../envelope.ts";
import { visibleDispute } from "../../../reads/disputes.ts";
import { DisputeWire } from "../schemas.ts";
import { presentDispute } from "./present.ts";
import { DisputeParams } from "./schemas.ts";

export const getDispute = endpoint(
  {
    method: "get",
    path: "/disputes/{id}",
    operationId: "getDispute",
    tag: "Disputes",
    summary: "One dispute, with its order and what was said.",
    access: "read",
    params: DisputeParams,
    shape: "flagged",
    status: 200,
    data: DisputeWire,
    errors: ["DISPUTE_NOT_FOUND"],
  },
  async ({ params, caller, deps }) => ok(presentDispute(await visibleDispute(deps.db, caller, params.id))),
);
