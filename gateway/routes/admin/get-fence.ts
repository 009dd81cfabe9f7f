import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { findFence } from "../../reads/signing-fence.ts";
import { presentFence } from "./present-fence.ts";
import { FenceWire } from "./schemas.ts";

export const getFence = endpoint(
  {
    method: "get",
    path: "/admin/fence",
    operationId: "getFence",
    tag: "Admin",
    summary: "Which deployment signs, and whether it is this one.",
    access: "support",
    shape: "plain",
    status: 200,
    data: FenceWire,
    errors: [],
  },
  async ({ caller, deps }) => {
    refuseBoundKey(caller);
    return ok(presentFence(await findFence(deps.db.prisma, deps.config.deploymentId)));
  },
);
