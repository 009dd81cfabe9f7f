import type { ChainReceipt, PlatformPayoutTerms } from "../chain/intent.ts";
import type { UserId } from "../ids.ts";
import { isId } from "../ids.ts";
import { ledgerAccounts } from "../ledger/accounts.ts";
import { transfer } from "../ledger/entry.ts";
import { parseStroops } from "../money.ts";
import { arrivals, balanceEvent } from "../public-events.ts";
import type { PublicEvent, Step } from "../step.ts";
import type { PlatformPayoutStatus } from "./states.ts";

/** Something that happened to a platform payout. `by`: the key that asked for it. */
export type PlatformPayoutFact =
  | { readonly kind: "platformPayoutRequested"; readonly platformPayout: PlatformPayoutTerms; readonly by: string }
  | { readonly kind: "platformPayoutApproved"; readonly platformPayout: PlatformPayoutTerms; readonly by: string }
  | {
      readonly kind: "platformPayoutCanceled";
      readonly platformPayout: PlatformPayoutTerms;
      readonly by: string;
      readonly reason: string | null;
    }
  | { readonly kind: "platformPayoutCompleted"; readonly platformPayout: PlatformPayoutTerms }
  | {
      readonly kind: "platformPayoutFailed";
      readonly platformPayout: PlatformPayoutTerms;
      readonly reason: string;
      readonly errorCode: string;
    };

/** The user whose wallet pays; null where a wallet of the platform does. */
export const payingUserOf = ({ source }: Pick<PlatformPayoutTerms, "source">): UserId | null =>
  isId("user", source) ? source : null;

/** What the fact changes in our books. `receipt` is what the chain said, for the fact that comes from it. */
export function platformPayoutStep(fact: PlatformPayoutFact, receipt: ChainReceipt | null): Step {
  const { platformPayout } = fact;
  switch (fact.kind) {
    case "platformPayoutRequested":
      return requested(platformPayout, fact.by);
    case "platformPayoutApproved":
      return approved(platformPayout, fact.by);
    case "platformPayoutCanceled": {
      const payload = { canceledBy: fact.by, reason: fact.reason };
      return moved(platformPayout, REQUESTED, "PLATFORM_PAYOUT_CANCELED", { failure_reason: fact.reason }, [
        event(platformPayout, "canceled", payload),
      ]);
    }
    case "platformPayoutCompleted":
      return completed(platformPayout, receipt);
    case "platformPayoutFailed":
      return failed(platformPayout, fact.reason, fact.errorCode);
  }
}

const REQUESTED = "PLATFORM_PAYOUT_REQUESTED";
const PENDING = "PLATFORM_PAYOUT_PENDING";

function requested(payout: PlatformPayoutTerms, by: string): Step {
  const row = {
    id: payout.platformPayoutId,
    status: REQUESTED,
    source: payout.source,
    asset: payout.asset,
    amount_stroops: parseStroops(payout.amount).toString(),
    destination: payout.destination,
    memo: payout.memo,
    memo_type: payout.memo === null ? null : (payout.memoType ?? "text"),
    reason: payout.reason,
    requested_by: by,
  };
  const { source, asset, amount, destination, reason } = payout;
  const after = { status: REQUESTED, source, asset, amount, destination, reason };
  return {
    inserts: [{ noun: "platform_payout", row }],
    audits: [{ ...resource(payout, "requested"), action: "CREATE", before: null, after }],
    events: [event(payout, "requested", { requestedBy: by, reason })],
  };
}

/** A user's money is held from here on, so that nothing else can spend it. */
function approved(payout: PlatformPayoutTerms, by: string): Step {
  const userId = payingUserOf(payout);
  const step = moved(payout, REQUESTED, PENDING, { approved_by: by }, [
    ...(userId ? [balanceEvent("debited", userId, debitOf(payout))] : []),
    event(payout, "approved", { approvedBy: by }),
  ]);
  if (!userId) return step;
  const { available, withdrawing } = ledgerAccounts;
  return {
    ...step,
    entry: transfer("hold", available(userId), withdrawing(userId), parseStroops(payout.amount)),
  };
}

function completed(payout: PlatformPayoutTerms, receipt: ChainReceipt | null): Step {
  if (!receipt) throw new RangeError("a completed platform payout needs the chain's receipt");
  const { txHash: transactionHash, closedAt: completedAt } = receipt;
  return moved(payout, PENDING, "PLATFORM_PAYOUT_COMPLETED", { tx_hash: transactionHash }, [
    event(payout, "completed", { completedAt, transactionHash }),
    ...arrivals(payout.platformPayoutId, "USDC", receipt),
  ]);
}

function failed(payout: PlatformPayoutTerms, reason: string, errorCode: string): Step {
  const userId = payingUserOf(payout);
  const step = moved(payout, PENDING, "PLATFORM_PAYOUT_FAILED", { failure_reason: reason }, [
    ...(userId ? [balanceEvent("credited", userId, creditOf(payout))] : []),
    event(payout, "failed", { reason, errorCode }),
  ]);
  if (!userId) return step;
  const { available, withdrawing } = ledgerAccounts;
  return {
    ...step,
    entry: transfer("return", withdrawing(userId), available(userId), parseStroops(payout.amount)),
  };
}

const debitOf = ({ amount, platformPayoutId }: PlatformPayoutTerms) => ({
  amount,
  currency: "USDC",
  destination: "platform_payout",
  destinationId: platformPayoutId,
});

const creditOf = ({ amount, platformPayoutId }: PlatformPayoutTerms) => ({
  amount,
  currency: "USDC",
  source: "platform_payout",
  sourceId: platformPayoutId,
});

function moved(
  payout: PlatformPayoutTerms,
  from: PlatformPayoutStatus,
  to: PlatformPayoutStatus,
  set: Readonly<Record<string, unknown>>,
  events: readonly PublicEvent[],
): Step {
  const id = payout.platformPayoutId;
  const verb = to.slice("PLATFORM_PAYOUT_".length).toLowerCase();
  return {
    moves: [{ noun: "platform_payout", id, from: [from], to, set }],
    audits: [{ ...resource(payout, verb), action: "UPDATE", before: { status: from }, after: { status: to, ...set } }],
    events,
  };
}

const resource = ({ platformPayoutId }: PlatformPayoutTerms, verb: string) => ({
  eventType: `platform_payout.${verb}`,
  resourceType: "PlatformPayout",
  resourceId: platformPayoutId,
});

function event(payout: PlatformPayoutTerms, verb: string, payload: Readonly<Record<string, unknown>>): PublicEvent {
  const { platformPayoutId, source, asset, amount, destination } = payout;
  return {
    type: `platform_payout.${verb}`,
    aggregateType: "PlatformPayout",
    aggregateId: platformPayoutId,
    userId: null,
    payload: { platformPayoutId, source, asset, amount, destination, ...payload },
  };
}
