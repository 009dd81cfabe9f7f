import { AppError } from "../../domain/errors.ts";
import type { FiatLink, LinkFiatAccount } from "../../workflows/contracts/fiat-link.ts";
import type { ActivityDeps } from "../deps.ts";
import { linkedAccount } from "../storage/fiat-users.ts";
import { forgetPrivate, readPrivate } from "../storage/private-values.ts";
import { recordStep } from "../storage/record-step.ts";
import { fiatOf } from "./fiat.ts";
import type { FiatUser } from "./fiat-rail.ts";

const UNIQUE_VIOLATION = "23505";

/**
 * Ties a user to their account at the provider, by the address that the caller gave. Linked to that account already: the same.
 * @throws AppError USER_NOT_FOUND, USER_INACTIVE, USER_NOT_VERIFIED, AIRTM_USER_INVALID, AIRTM_USER_ALREADY_LINKED
 */
export const fiatLinkUser =
  (deps: ActivityDeps) =>
  async (request: LinkFiatAccount): Promise<FiatLink> => {
    const email = await readPrivate(deps.db, request.emailRef);
    const account = await eligibleAccount(deps, email);
    const link = await linkTo(deps, request, { ...account, email });
    await forgetPrivate(deps.db, request.emailRef);
    return link;
  };

async function eligibleAccount(deps: ActivityDeps, email: string): Promise<FiatUser> {
  const { rail, objectionTo } = fiatOf(deps);
  const account = await rail.findUser(email);
  if (!account) throw new AppError("USER_NOT_FOUND", { reason: "NO_SUCH_AIRTM_ACCOUNT" });
  const reason = objectionTo(account, { direction: "out", amount: "1.00" });
  if (reason === "USER_INACTIVE" || reason === "USER_NOT_VERIFIED") throw new AppError(reason);
  if (reason) throw new AppError("AIRTM_USER_INVALID", { reason });
  return account;
}

async function linkTo({ db }: ActivityDeps, request: LinkFiatAccount, account: FiatUser): Promise<FiatLink> {
  const { userId, caller } = request;
  const present = await linkedAccount(db, userId).catch(notLinked);
  if (present && present.providerUserId !== account.id) throw new AppError("AIRTM_USER_ALREADY_LINKED", { userId });
  if (!present) {
    await recordStep(db.sql, linking(request, account)).catch((error: unknown) => {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
      throw new AppError("AIRTM_USER_ALREADY_LINKED", { userId }); // to another user of ours
    });
  }
  return { userId, providerUserId: account.id, correlationId: caller.correlationId };
}

function linking({ userId, caller, emailRef }: LinkFiatAccount, { id, email }: FiatUser) {
  const linkedAt = new Date().toISOString();
  const about = { resourceType: "User", resourceId: userId };
  return {
    key: `user/${userId}#airtm-linked/${emailRef}`,
    caller,
    edits: [
      {
        noun: "users" as const,
        id: userId,
        while: ["ACTIVE", "PENDING_VERIFICATION"],
        set: { airtm_user_id: id, airtm_email: email, airtm_linked_at: linkedAt },
      },
    ],
    audits: [
      {
        action: "UPDATE" as const,
        eventType: "user.airtm_linked",
        ...about,
        before: { airtmUserId: null },
        after: { airtmUserId: id },
      },
    ],
    events: [
      {
        type: "user.airtm_linked",
        aggregateType: "User",
        aggregateId: userId,
        userId,
        payload: { userId, airtmUserId: id, linkedAt },
      },
    ],
  };
}

function notLinked(error: unknown): null {
  if (error instanceof AppError && error.code === "AIRTM_USER_NOT_LINKED") return null;
  throw error;
}
