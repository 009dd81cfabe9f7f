import { AppError } from "../../../domain/errors.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { Caller } from "../../caller.ts";
import { commandCaller } from "../../command-caller.ts";
import { endpoint } from "../../endpoint.ts";
import { created } from "../../envelope.ts";
import { balancesOf } from "../../reads/balances.ts";
import type { UserRow } from "../../reads/users.ts";
import { findUserByExternalId } from "../../reads/users.ts";
import { activateWallet } from "../../wallet-activation.ts";
import { createUser as insertUser } from "../../writes/create-user.ts";
import { actorOf } from "../../writes/in-transaction.ts";
import { presentUser } from "./present.ts";
import { CreateUserBody, UserWire } from "./schemas.ts";

/** The user is there; the wallet is waited for only this long, since it is made in any case. */
const WALLET_MS = 5_000;

export const createUser = endpoint(
  {
    method: "post",
    path: "/users",
    operationId: "createUser",
    tag: "Users",
    summary: "Create a user with a wallet; a known externalUserId answers with the existing one.",
    access: "write",
    body: CreateUserBody,
    shape: "plain",
    status: 201,
    data: UserWire,
    errors: [],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const { body, caller, deps } = call;
    await refuseForeign(caller, () => findUserByExternalId(deps.db, body.externalUserId));
    const row = await insertUser(deps.db, {
      externalUserId: body.externalUserId,
      email: body.email ?? null,
      type: body.type,
      metadata: body.metadata ?? null,
      ...actorOf(call),
    });
    const replyBy = Math.min(call.replyBy, Date.now() + WALLET_MS);
    // The relay makes the wallet when this does not: the user exists, so the answer is the user.
    await activateWallet(deps.temporal, row.id as UserId, commandCaller(call), replyBy).catch((error: unknown) =>
      deps.log.warn({ err: error, userId: row.id }, "the wallet is left to the relay"),
    );
    const balances = await balancesOf(deps.db, [row.id]);
    return created(presentUser(row, balances(row.id)));
  },
);

/** A key of one user makes no others. */
async function refuseForeign(caller: Caller, find: () => Promise<UserRow | null>): Promise<void> {
  if (caller.boundUserId === null) return;
  const existing = await find();
  if (existing?.id !== caller.boundUserId) {
    throw new AppError("INSUFFICIENT_SCOPE", { requiredScope: "write", currentScopes: caller.scopes });
  }
}
