import type { ChainReceipt, PayoutTerms } from "../chain/intent.ts";
import { ledgerAccounts } from "../ledger/accounts.ts";
import { transfer } from "../ledger/entry.ts";
import { parseOrderAmount, parseStroops } from "../money.ts";
import { arrivals, balanceEvent, withBalance } from "../public-events.ts";
import type { AuditNote, Move, PublicEvent, Step } from "../step.ts";
import type { WithdrawalStatus } from "./states.ts";

/** Something that happened to a withdrawal, decided by its workflow or shown by the chain. */
export type WithdrawalFact =
  | { readonly kind: "withdrawalCreated"; readonly payout: PayoutTerms; readonly description: string | null }
  | { readonly kind: "withdrawalCommitted"; readonly payout: PayoutTerms }
  | { readonly kind: "withdrawalCompleted"; readonly payout: PayoutTerms }
  /** It is to be paid out by the fiat provider; nothing was asked of it yet. */
  | { readonly kind: "payoutCommitted"; readonly payout: PayoutTerms }
  /** The provider has it, and has been told to pay. */
  | { readonly kind: "payoutPending"; readonly payout: PayoutTerms; readonly payoutId: string }
  | {
      readonly kind: "payoutNeedsUser";
      readonly payout: PayoutTerms;
      readonly payoutId: string;
      readonly action: string;
    }
  | { readonly kind: "payoutResumed"; readonly payout: PayoutTerms; readonly payoutId: string }
  | {
      readonly kind: "payoutCompleted";
      readonly payout: PayoutTerms;
      readonly from: WithdrawalStatus;
      readonly payoutId: string;
      /** What the provider kept of it. */
      readonly feeAmount: string;
      readonly completedAt: string;
    }
  | {
      readonly kind: "payoutReturned";
      readonly payout: PayoutTerms;
      readonly from: WithdrawalStatus;
      readonly to: "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED";
      readonly payoutId: string | null;
      readonly reason: string;
      readonly errorCode: string | null;
    }
  /** Paid out although the provider had told us that it would not, and the money was given back. */
  | {
      readonly kind: "payoutPaidAfterReturn";
      readonly payout: PayoutTerms;
      readonly from: "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED";
      readonly payoutId: string;
      readonly feeAmount: string;
      readonly completedAt: string;
      /** False when the user has spent it since: then somebody has to ask them for it. */
      readonly isCovered: boolean;
    }
  | {
      readonly kind: "withdrawalFailed";
      readonly payout: PayoutTerms;
      readonly reason: string;
      readonly errorCode: string;
    }
  | {
      readonly kind: "withdrawalCanceled";
      readonly payout: PayoutTerms;
      readonly canceledBy: string;
      readonly reason: string | null;
    };

/** What the fact changes in our books. `receipt` is what the chain said, for facts that come from it. */
export function withdrawalStep(fact: WithdrawalFact, receipt: ChainReceipt | null): Step {
  const { payout } = fact;
  switch (fact.kind) {
    case "withdrawalCreated":
      return created(payout, fact.description);
    case "withdrawalCommitted":
      return committed(payout);
    case "withdrawalCompleted":
      return completed(payout, receipt);
    case "payoutCommitted":
      return payoutCommitted(payout);
    case "payoutPending":
      return moved(payout, "WITHDRAWAL_COMMITTED", "WITHDRAWAL_PENDING", { airtm_payout_id: fact.payoutId }, [
        event(payout, "pending", { airtmPayoutId: fact.payoutId }),
      ]);
    case "payoutNeedsUser":
      return moved(payout, "WITHDRAWAL_PENDING", "WITHDRAWAL_PENDING_USER_ACTION", {}, [
        event(payout, "pending_user_action", { actionRequired: fact.action, actionUrl: null }),
      ]);
    case "payoutResumed":
      return moved(payout, "WITHDRAWAL_PENDING_USER_ACTION", "WITHDRAWAL_PENDING", {}, [
        event(payout, "pending", { airtmPayoutId: fact.payoutId }),
      ]);
    case "payoutCompleted":
      return paidOut(fact, ledgerAccounts.withdrawing(payout.userId));
    case "payoutPaidAfterReturn":
      return paidOut(fact, fact.isCovered ? ledgerAccounts.available(payout.userId) : ledgerAccounts.paidAfterReturn);
    case "payoutReturned": {
      const { from, to, payoutId, reason, errorCode } = fact;
      const failed = { reason, errorCode, airtmPayoutId: payoutId };
      const canceled = { canceledBy: "system", reason, refundedToBalance: true, airtmPayoutId: payoutId };
      return to === "WITHDRAWAL_FAILED"
        ? returned(payout, from, to, "failed", failed)
        : returned(payout, from, to, "canceled", canceled);
    }
    case "withdrawalFailed":
      return returned(payout, "WITHDRAWAL_PENDING", "WITHDRAWAL_FAILED", "failed", {
        reason: fact.reason,
        errorCode: fact.errorCode,
        airtmPayoutId: null,
      });
    case "withdrawalCanceled":
      return returned(payout, "WITHDRAWAL_CREATED", "WITHDRAWAL_CANCELED", "canceled", {
        canceledBy: fact.canceledBy,
        reason: fact.reason,
        refundedToBalance: true,
      });
  }
}

function created(payout: PayoutTerms, description: string | null): Step {
  const row = {
    id: payout.withdrawalId,
    user_id: payout.userId,
    amount_stroops: parseStroops(payout.amount).toString(),
    currency: payout.currency,
    destination_type: payout.destinationType ?? "crypto",
    destination_ref: payout.destination,
    memo: payout.memo,
    reference: payout.reference ?? null,
    memo_type: payout.memo === null ? null : (payout.memoType ?? "text"),
    description,
    status: "WITHDRAWAL_CREATED",
  };
  return {
    inserts: [{ noun: "withdrawal", row }],
    entry: transfer(
      "hold",
      ledgerAccounts.available(payout.userId),
      ledgerAccounts.withdrawing(payout.userId),
      parseStroops(payout.amount),
    ),
    audits: [audit(payout, "CREATE", "withdrawal.created", null, { status: "WITHDRAWAL_CREATED" })],
    events: [
      debited(payout),
      event(payout, "created", {
        destinationType: payout.destinationType ?? "crypto",
        destinationRef: payout.destination,
      }),
    ],
  };
}

const debited = (payout: PayoutTerms): PublicEvent =>
  balanceEvent("debited", payout.userId, {
    amount: payout.amount,
    currency: payout.currency,
    destination: "withdrawal",
    destinationId: payout.withdrawalId,
  });

function committed(payout: PayoutTerms): Step {
  return {
    moves: [
      move(payout, "WITHDRAWAL_CREATED", "WITHDRAWAL_COMMITTED", { committed: true }),
      move(payout, "WITHDRAWAL_COMMITTED", "WITHDRAWAL_PENDING"),
    ],
    audits: [changed(payout, "withdrawal.committed", "WITHDRAWAL_CREATED", "WITHDRAWAL_PENDING")],
    events: [committedEvent(payout), event(payout, "pending", { airtmPayoutId: null })],
  };
}

const committedEvent = (payout: PayoutTerms): PublicEvent =>
  withBalance(event(payout, "committed", {}), payout.userId, {
    committedBalance: "newReserved",
    availableBalance: "newAvailable",
  });

const payoutCommitted = (payout: PayoutTerms): Step =>
  moved(payout, "WITHDRAWAL_CREATED", "WITHDRAWAL_COMMITTED", { committed: true }, [committedEvent(payout)]);

type PaidOut = Extract<WithdrawalFact, { kind: "payoutCompleted" | "payoutPaidAfterReturn" }>;

/** The provider has paid: what stood for it in our books goes out into the world. */
function paidOut({ payout, from, payoutId, feeAmount, completedAt }: PaidOut, takenFrom: string): Step {
  const set = {
    airtm_payout_id: payoutId,
    fee_stroops: parseOrderAmount(feeAmount).toString(),
    failure_reason: null,
  };
  return {
    ...moved(payout, from, "WITHDRAWAL_COMPLETED", set, [
      ...(takenFrom === ledgerAccounts.available(payout.userId) ? [debited(payout)] : []),
      event(payout, "completed", { completedAt, airtmPayoutId: payoutId, transactionHash: null }),
    ]),
    entry: transfer("withdraw", takenFrom, ledgerAccounts.airtm, parseStroops(payout.amount)),
  };
}

function moved(
  payout: PayoutTerms,
  from: WithdrawalStatus,
  to: WithdrawalStatus,
  set: Readonly<Record<string, unknown>>,
  events: readonly PublicEvent[],
): Step {
  const eventType = events.at(-1)?.type ?? "withdrawal.changed";
  return { moves: [move(payout, from, to, set)], audits: [changed(payout, eventType, from, to)], events };
}

function completed(payout: PayoutTerms, receipt: ChainReceipt | null): Step {
  if (!receipt) throw new RangeError("a completed withdrawal needs the chain's receipt");
  return {
    moves: [move(payout, "WITHDRAWAL_PENDING", "WITHDRAWAL_COMPLETED", { tx_hash: receipt.txHash })],
    audits: [changed(payout, "withdrawal.completed", "WITHDRAWAL_PENDING", "WITHDRAWAL_COMPLETED")],
    events: [
      event(payout, "completed", {
        completedAt: receipt.closedAt,
        airtmPayoutId: null,
        transactionHash: receipt.txHash,
      }),
      ...arrivals(payout.withdrawalId, payout.currency, receipt),
    ],
  };
}

function returned(
  payout: PayoutTerms,
  from: WithdrawalStatus,
  to: WithdrawalStatus,
  verb: "failed" | "canceled",
  payload: Readonly<Record<string, unknown>>,
): Step {
  return {
    moves: [move(payout, from, to, { failure_reason: payload.reason ?? null, ...atProvider(payload.airtmPayoutId) })],
    entry: transfer(
      "return",
      ledgerAccounts.withdrawing(payout.userId),
      ledgerAccounts.available(payout.userId),
      parseStroops(payout.amount),
    ),
    audits: [changed(payout, `withdrawal.${verb}`, from, to)],
    events: [
      balanceEvent("credited", payout.userId, {
        amount: payout.amount,
        currency: payout.currency,
        source: "withdrawal_cancel",
        sourceId: payout.withdrawalId,
      }),
      withBalance(event(payout, verb, payload), payout.userId, { newAvailableBalance: "newAvailable" }),
    ],
  };
}

/** Its id there outlives it: what is told of it later is looked at under it. */
const atProvider = (payoutId: unknown) => (typeof payoutId === "string" ? { airtm_payout_id: payoutId } : {});

function event(payout: PayoutTerms, verb: string, payload: Readonly<Record<string, unknown>>): PublicEvent {
  return {
    type: `withdrawal.${verb}`,
    aggregateType: "Withdrawal",
    aggregateId: payout.withdrawalId,
    userId: payout.userId,
    payload: {
      withdrawalId: payout.withdrawalId,
      userId: payout.userId,
      amount: payout.amount,
      currency: payout.currency,
      reference: payout.reference ?? null,
      ...payload,
    },
  };
}

function move(payout: PayoutTerms, from: WithdrawalStatus, to: WithdrawalStatus, set?: Record<string, unknown>): Move {
  return { noun: "withdrawal", id: payout.withdrawalId, from: [from], to, ...(set && { set }) };
}

function changed(payout: PayoutTerms, eventType: string, from: WithdrawalStatus, to: WithdrawalStatus): AuditNote {
  return audit(payout, "UPDATE", eventType, { status: from }, { status: to });
}

function audit(
  payout: PayoutTerms,
  action: AuditNote["action"],
  eventType: string,
  before: AuditNote["before"],
  after: AuditNote["after"],
): AuditNote {
  return { action, eventType, resourceType: "Withdrawal", resourceId: payout.withdrawalId, before, after };
}
