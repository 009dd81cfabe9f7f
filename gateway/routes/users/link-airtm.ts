import { AppError } from "../../../domain/errors.ts";
import type { UserId } from "../../../domain/ids.ts";
import {
  LINK_FIAT_ACCOUNT_WORKFLOW,
  linkFiatAccountWorkflowId,
  linkUpdate,
} from "../../../workflows/contracts/fiat-link.ts";
import { userIdsKey } from "../../../workflows/contracts/search-attributes.ts";
import { commandCaller } from "../../command-caller.ts";
import { type CallContext, endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { requireAirtm } from "../../payment-mode.ts";
import { visibleUser } from "../../reads/users.ts";
import { CommandRefused } from "../../temporal.ts";
import { forgetPrivateValue, keepPrivateValue } from "../../writes/private-values.ts";
import { presentAirtmLink } from "./present.ts";
import { AirtmLinkWire, LinkAirtmBody, UserParams } from "./schemas.ts";

/** There is nothing to poll afterwards, so that no `Prefer` makes it shorter. */
const LINK_MS = 25_000;

export const linkAirtm = endpoint(
  {
    method: "post",
    path: "/users/{id}/airtm/link",
    operationId: "linkAirtm",
    tag: "Users",
    summary: "Tie a user to the Airtm account with this e-mail address. 404 without Airtm.",
    access: "write",
    params: UserParams,
    body: LinkAirtmBody,
    shape: "plain",
    status: 200,
    data: AirtmLinkWire,
    errors: [
      "NOT_FOUND",
      "USER_NOT_FOUND",
      "USER_INACTIVE",
      "USER_NOT_VERIFIED",
      "USER_NOT_ELIGIBLE",
      "AIRTM_USER_INVALID",
      "AIRTM_USER_NOT_LINKED",
      "AIRTM_USER_ALREADY_LINKED",
      "PROVIDER_UNAVAILABLE",
      "PROVIDER_TIMEOUT",
    ],
    idempotency: { kind: "attach", keepDays: 7, sealed: true }, // it names the address
  },
  async (call) => {
    const { deps, caller, params, body } = call;
    requireAirtm(deps);
    const { id, status } = await visibleUser(deps.db, caller, params.id);
    if (status === "SUSPENDED") throw new AppError("USER_NOT_ELIGIBLE", { userId: id, reason: status });
    await link(call, id as UserId, body.email);
    return ok(presentAirtmLink(await visibleUser(deps.db, caller, id)));
  },
);

/** The address stays in our database: the workflow carries where it is. It is forgotten as soon as nobody will read it. */
async function link(call: CallContext, userId: UserId, email: string): Promise<void> {
  const { deps, identity } = call;
  const emailRef = `pv_${identity.updateId.slice(0, 32)}`;
  await keepPrivateValue(deps.db, emailRef, email);
  const reply = await deps.temporal
    .open({
      workflowType: LINK_FIAT_ACCOUNT_WORKFLOW,
      workflowId: linkFiatAccountWorkflowId(userId),
      input: {},
      update: linkUpdate,
      updateId: identity.updateId,
      args: [{ caller: commandCaller(call), userId, emailRef }],
      replyBy: Date.now() + LINK_MS,
      summary: `${userId} ↔ Airtm`,
      searchAttributes: [{ key: userIdsKey, value: [userId] }],
      mayReopen: true,
    })
    .catch(async (error: unknown) => {
      if (error instanceof CommandRefused) await forgetPrivateValue(deps.db, emailRef).catch(() => {}); // else the relay does
      throw error;
    });
  if (reply.kind === "final") return;
  // nothing moves by a link, so that an error, after which it is asked for again, does no harm
  if (reply.kind === "pending") throw new AppError("PROVIDER_TIMEOUT", { provider: "airtm", timeoutMs: LINK_MS });
  throw new AppError("SERVICE_UNAVAILABLE", { dependency: "temporal" });
}
