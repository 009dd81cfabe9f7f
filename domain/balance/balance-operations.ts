import type { UserId } from "../ids.ts";
import { ledgerAccounts } from "../ledger/accounts.ts";
import { type LedgerEntry, transfer } from "../ledger/entry.ts";
import { parseOrderAmount } from "../money.ts";
import { balanceEvent } from "../public-events.ts";
import type { AuditNote, PublicEvent, Step } from "../step.ts";
import { unreachable } from "../unreachable.ts";

interface Moved {
  readonly operationId: string;
  readonly userId: UserId;
  /** Two decimals. */
  readonly amount: string;
  readonly currency: string;
  /** Why, in the caller's words. */
  readonly description: string | null;
}

/** A person corrects what a user can spend; nothing moves on the chain. */
export interface Adjustment extends Moved {
  readonly kind: "CREDIT_AVAILABLE" | "DEBIT_AVAILABLE";
  /** Used once per user and kind. */
  readonly reference: string | null;
}

/** Money of a user is held for an order of the marketplace, given back, or taken away. */
export interface HoldChange extends Moved {
  readonly kind: "RESERVE" | "CANCEL_RESERVATION" | "DEDUCT_RESERVED";
  readonly orderId: string;
}

/** What is held of a user becomes another's to spend; nothing moves on the chain. */
export interface HoldRelease extends Moved {
  readonly kind: "RELEASE";
  readonly orderId: string;
  readonly sellerId: UserId;
}

/** What the balance routes do on request. */
export type BalanceOperation = Adjustment | HoldChange | HoldRelease;
export type BalanceOperationKind = BalanceOperation["kind"];

/** Those that leave books and chain apart, so that an installation may switch them off. */
export const isAdjustment = ({ kind }: BalanceOperation): boolean =>
  kind !== "RESERVE" && kind !== "CANCEL_RESERVATION";

/** What the operation does to a hold: makes it, takes from it, or has none. */
export function holdUseOf({ kind }: BalanceOperation): "open" | "take" | null {
  if (kind === "RESERVE") return "open";
  return kind === "CREDIT_AVAILABLE" || kind === "DEBIT_AVAILABLE" ? null : "take";
}

/** Whose balance the operation answers with: of a release the seller's. */
export const subjectOf = (operation: BalanceOperation): UserId =>
  operation.kind === "RELEASE" ? operation.sellerId : operation.userId;

/** What an operation changes in our books: money, one audit row, and its events. */
export function balanceOperationStep(operation: BalanceOperation): Step {
  const events = eventsOf(operation);
  return { entry: entryOf(operation), audits: [auditOf(operation, events)], events };
}

function entryOf(operation: BalanceOperation): LedgerEntry {
  const { kind, userId } = operation;
  const { available, held, manual } = ledgerAccounts;
  const stroops = parseOrderAmount(operation.amount);
  switch (kind) {
    case "CREDIT_AVAILABLE":
      return transfer("adjust", manual, available(userId), stroops);
    case "DEBIT_AVAILABLE":
      return transfer("adjust", available(userId), manual, stroops);
    case "RESERVE":
      return transfer("reserve", available(userId), held(userId), stroops);
    case "CANCEL_RESERVATION":
      return transfer("cancel", held(userId), available(userId), stroops);
    case "DEDUCT_RESERVED":
      return transfer("adjust", held(userId), manual, stroops);
    case "RELEASE":
      return transfer("adjust", held(userId), available(operation.sellerId), stroops);
    default:
      return unreachable(kind);
  }
}

function eventsOf(operation: BalanceOperation): readonly PublicEvent[] {
  const { kind, userId, amount, currency, operationId } = operation;
  const moved = { amount, currency };
  switch (kind) {
    case "CREDIT_AVAILABLE":
      return [
        balanceEvent("credited", userId, { ...moved, source: "other", sourceId: operation.reference ?? operationId }),
      ];
    case "DEBIT_AVAILABLE":
      return [
        balanceEvent("debited", userId, {
          ...moved,
          destination: "other",
          destinationId: operation.reference ?? operationId,
        }),
      ];
    case "RESERVE":
      return [balanceEvent("reserved", userId, { ...moved, orderId: operation.orderId })];
    case "CANCEL_RESERVATION":
      return [balanceEvent("released", userId, { ...moved, orderId: operation.orderId, reason: "cancel" })];
    case "DEDUCT_RESERVED":
      return [balanceEvent("released", userId, { ...moved, orderId: operation.orderId, reason: "other" })];
    case "RELEASE":
      return [
        balanceEvent("released", userId, { ...moved, orderId: operation.orderId, reason: "other" }),
        balanceEvent("credited", operation.sellerId, { ...moved, source: "release", sourceId: operation.orderId }),
      ];
    default:
      return unreachable(kind);
  }
}

function auditOf(operation: BalanceOperation, events: readonly PublicEvent[]): AuditNote {
  const { kind, amount, currency, description } = operation;
  return {
    action: "UPDATE",
    eventType: events.at(-1)?.type ?? "balance.changed",
    resourceType: "Balance",
    resourceId: subjectOf(operation),
    before: null,
    after: {
      operation: kind,
      amount,
      currency,
      reason: description,
      ...("reference" in operation && { reference: operation.reference }),
      ...("orderId" in operation && { orderId: operation.orderId }),
      ...(kind === "RELEASE" && { heldOf: operation.userId }),
    },
  };
}
