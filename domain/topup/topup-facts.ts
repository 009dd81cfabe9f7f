import type { TopUpId, UserId } from "../ids.ts";
import { ledgerAccounts } from "../ledger/accounts.ts";
import { entry } from "../ledger/entry.ts";
import { formatAmount, parseOrderAmount } from "../money.ts";
import { balanceEvent, withBalance } from "../public-events.ts";
import type { AuditNote, Move, PublicEvent, Step } from "../step.ts";
import type { TopUpStatus } from "./states.ts";

/** What of a top-up its records need to know. */
export interface TopUpTerms {
  readonly topUpId: TopUpId;
  readonly userId: UserId;
  /** Two decimals. */
  readonly amount: string;
  readonly currency: "USD" | "USDC";
  /** The marketplace's own name of it. */
  readonly reference?: string | null;
}

/** What a caller says of a new top-up, stored and given back as it was. */
export interface TopUpDetails {
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  /** Where the user is sent afterwards; null: the installation's own page. */
  readonly returnUrl: string | null;
  readonly cancelUrl: string | null;
}

/** Something that happened to a top-up, as its provider says when it is asked. */
export type TopUpFact =
  | { readonly kind: "topUpCreated"; readonly topUp: TopUpTerms; readonly details: TopUpDetails }
  | {
      readonly kind: "topUpAwaiting";
      readonly topUp: TopUpTerms;
      readonly payinId: string;
      /** Where the user confirms. */
      readonly confirmationUri: string;
      readonly expiresAt: string;
    }
  | { readonly kind: "topUpProcessing"; readonly topUp: TopUpTerms; readonly payinId: string }
  | {
      readonly kind: "topUpSucceeded";
      readonly topUp: TopUpTerms;
      readonly from: TopUpStatus;
      readonly payinId: string;
      /** What the user paid, and what the provider kept of it. Decimal strings. */
      readonly paidAmount: string;
      readonly feeAmount: string;
    }
  | {
      readonly kind: "topUpFailed";
      readonly topUp: TopUpTerms;
      readonly from: TopUpStatus;
      readonly payinId: string | null;
      readonly reason: string;
      readonly errorCode: string | null;
    }
  | {
      readonly kind: "topUpCanceled";
      readonly topUp: TopUpTerms;
      readonly from: TopUpStatus;
      readonly canceledBy: "user" | "system" | "admin";
      readonly reason: string | null;
    };

/** What the fact changes in our books. */
export function topUpStep(fact: TopUpFact): Step {
  const { topUp } = fact;
  switch (fact.kind) {
    case "topUpCreated":
      return created(topUp, fact.details);
    case "topUpAwaiting": {
      const { payinId, confirmationUri, expiresAt } = fact;
      const set = { airtm_payin_id: payinId, confirmation_uri: confirmationUri, expires_at: expiresAt };
      return moved(topUp, "TOPUP_CREATED", "TOPUP_AWAITING_USER_CONFIRMATION", set, [
        event(topUp, "confirmation_required", { confirmationUri }),
      ]);
    }
    case "topUpProcessing":
      return moved(topUp, "TOPUP_AWAITING_USER_CONFIRMATION", "TOPUP_PROCESSING", {}, [
        event(topUp, "processing", { airtmPayinId: fact.payinId }),
      ]);
    case "topUpSucceeded":
      return succeeded(fact);
    case "topUpFailed": {
      const { from, payinId, reason, errorCode } = fact;
      return moved(topUp, from, "TOPUP_FAILED", { failure_reason: reason }, [
        event(topUp, "failed", { reason, errorCode, airtmPayinId: payinId }),
      ]);
    }
    case "topUpCanceled": {
      const { from, canceledBy, reason } = fact;
      return moved(topUp, from, "TOPUP_CANCELED", { failure_reason: reason }, [
        event(topUp, "canceled", { canceledBy, reason }),
      ]);
    }
  }
}

function created(topUp: TopUpTerms, { description, metadata, returnUrl, cancelUrl }: TopUpDetails): Step {
  const row = {
    id: topUp.topUpId,
    user_id: topUp.userId,
    amount_stroops: parseOrderAmount(topUp.amount).toString(),
    currency: topUp.currency,
    reference: topUp.reference ?? null,
    description,
    metadata,
    return_url: returnUrl,
    cancel_url: cancelUrl,
    status: "TOPUP_CREATED",
  };
  return {
    inserts: [{ noun: "topup", row }],
    audits: [audit(topUp, "CREATE", "topup.created", null, { status: "TOPUP_CREATED" })],
    events: [event(topUp, "created", {})],
  };
}

/** The one place where a top-up becomes money: with its status, once, net of what the provider kept. */
function succeeded(fact: Extract<TopUpFact, { kind: "topUpSucceeded" }>): Step {
  const { topUp, from, payinId, paidAmount, feeAmount } = fact;
  const [paid, fee] = [parseOrderAmount(paidAmount), parseOrderAmount(feeAmount)];
  const credited = formatAmount(paid - fee);
  const balance = balanceEvent("credited", topUp.userId, {
    amount: credited,
    currency: topUp.currency,
    source: "topup",
    sourceId: topUp.topUpId,
  });
  const told = event(topUp, "succeeded", { airtmPayinId: payinId, paidAmount, feeAmount, creditedAmount: credited });
  return {
    ...moved(topUp, from, "TOPUP_SUCCEEDED", { paid_stroops: paid.toString(), fee_stroops: fee.toString() }, [
      balance,
      withBalance(told, topUp.userId, { newAvailableBalance: "newAvailable" }),
    ]),
    entry: entry("top-up", [
      { account: ledgerAccounts.airtm, stroops: -paid },
      { account: ledgerAccounts.airtmFees, stroops: fee },
      { account: ledgerAccounts.available(topUp.userId), stroops: paid - fee },
    ]),
  };
}

function moved(
  topUp: TopUpTerms,
  from: TopUpStatus,
  to: TopUpStatus,
  set: Readonly<Record<string, unknown>>,
  events: readonly PublicEvent[],
): Step {
  const move: Move = { noun: "topup", id: topUp.topUpId, from: [from], to, set };
  const eventType = events.at(-1)?.type ?? "topup.changed";
  return { moves: [move], audits: [audit(topUp, "UPDATE", eventType, { status: from }, { status: to })], events };
}

function event(topUp: TopUpTerms, verb: string, payload: object): PublicEvent {
  const { topUpId, userId, amount, currency, reference = null } = topUp;
  return {
    type: `topup.${verb}`,
    aggregateType: "TopUp",
    aggregateId: topUpId,
    userId,
    payload: { topupId: topUpId, userId, amount, currency, reference, ...payload },
  };
}

function audit(
  { topUpId }: TopUpTerms,
  action: AuditNote["action"],
  eventType: string,
  before: AuditNote["before"],
  after: AuditNote["after"],
): AuditNote {
  return { action, eventType, resourceType: "TopUp", resourceId: topUpId, before, after };
}
