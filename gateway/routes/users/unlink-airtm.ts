import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { requireAirtm } from "../../payment-mode.ts";
import { balancesOf } from "../../reads/balances.ts";
import { visibleUser } from "../../reads/users.ts";
import { actorOf } from "../../writes/in-transaction.ts";
import { unlinkAirtm as clearLink } from "../../writes/unlink-airtm.ts";
import { presentUser } from "./present.ts";
import { UserParams, UserWire } from "./schemas.ts";

export const unlinkAirtm = endpoint(
  {
    method: "delete",
    path: "/users/{id}/airtm/link",
    operationId: "unlinkAirtm",
    tag: "Users",
    summary: "Untie a user from their Airtm account, once nothing of theirs is under way there. 404 without Airtm.",
    access: "write",
    params: UserParams,
    shape: "plain",
    status: 200,
    data: UserWire,
    errors: ["NOT_FOUND", "USER_NOT_FOUND", "INVALID_STATE"],
  },
  async (call) => {
    const { deps, caller, params } = call;
    requireAirtm(deps);
    const { id } = await visibleUser(deps.db, caller, params.id);
    await clearLink(deps.db, id, actorOf(call));
    const row = await visibleUser(deps.db, caller, id);
    const balances = await balancesOf(deps.db, [id]);
    return ok(presentUser(row, balances(id)));
  },
);
