import { randomUUID } from "node:crypto";
import type { Airtm } from "../airtm.ts";
import { AirtmError } from "../errors.ts";
import { newHash } from "../identifiers.ts";
import { toEmailKey } from "../users/user.ts";
import { changePayoutStatus } from "./change-payout-status.ts";
import { checkCommit, commitPayout } from "./commit-payout.ts";
import type { Payout } from "./payout.ts";
import { checkRecipient } from "./recipient.ts";
import type { CreatePayout } from "./schemas.ts";

/**
 * With `commit` in one step: what would refuse the commit then refuses the payout, and nothing is created.
 * @throws AirtmError 415056 when the code was ever used, also by a payout that was canceled
 */
export function createPayout(airtm: Airtm, order: CreatePayout): Payout {
  const { code, commit } = order;
  if (code !== undefined && airtm.state.payouts.findByCode(code) !== null) throw new AirtmError("415056");
  const payout = toPayout(airtm, order);
  checkRecipient(airtm.state.findUser(payout.userEmail), payout);
  if (commit) checkCommit(airtm, payout);
  const created = changePayoutStatus(airtm, payout, "CREATED", { updatedAtMs: payout.createdAtMs });
  return commit ? commitPayout(airtm, created) : created;
}

function toPayout(airtm: Airtm, order: CreatePayout): Payout {
  const nowMs = airtm.clock.nowMs();
  const email = toEmailKey(order.airtmUserEmail);
  return {
    id: randomUUID(),
    hash: newHash(),
    code: order.code ?? null,
    status: "CREATED",
    userId: airtm.state.findUser(email)?.id ?? null,
    userEmail: email,
    amountCents: order.amount,
    airtmFeeCents: 0n,
    enterpriseFeeCents: order.enterpriseFee ?? 0n,
    notes: order.notes,
    internalNote: order.internalNote ?? null,
    requireIdVerified: order.requireIdVerified,
    reasonCode: null,
    reasonDescription: null,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    committedAtMs: null,
    next: null,
    events: [],
    commits: 0,
    completions: 0,
  };
}
