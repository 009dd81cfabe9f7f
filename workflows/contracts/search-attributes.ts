import { defineSearchAttributeKey, SearchAttributeType } from "@temporalio/common";

/** Typed search attributes of every money workflow. They are not encrypted: ids and states only, nothing personal. */
export const paymentKindKey = defineSearchAttributeKey("PaymentKind", SearchAttributeType.KEYWORD);
export const paymentStateKey = defineSearchAttributeKey("PaymentState", SearchAttributeType.KEYWORD);
export const parkedReasonKey = defineSearchAttributeKey("ParkedReason", SearchAttributeType.KEYWORD);
export const orderIdKey = defineSearchAttributeKey("OrderId", SearchAttributeType.KEYWORD);
export const contractIdKey = defineSearchAttributeKey("ContractId", SearchAttributeType.KEYWORD);
export const assetKey = defineSearchAttributeKey("Asset", SearchAttributeType.KEYWORD);
export const chainTxHashKey = defineSearchAttributeKey("ChainTxHash", SearchAttributeType.KEYWORD);
export const userIdsKey = defineSearchAttributeKey("UserIds", SearchAttributeType.KEYWORD_LIST);
export const needsOperatorKey = defineSearchAttributeKey("NeedsOperator", SearchAttributeType.BOOL);
export const stateSinceKey = defineSearchAttributeKey("StateSince", SearchAttributeType.DATETIME);
export const attemptCountKey = defineSearchAttributeKey("AttemptCount", SearchAttributeType.INT);

export const SEARCH_ATTRIBUTES = [
  paymentKindKey,
  paymentStateKey,
  parkedReasonKey,
  orderIdKey,
  contractIdKey,
  assetKey,
  chainTxHashKey,
  userIdsKey,
  needsOperatorKey,
  stateSinceKey,
  attemptCountKey,
] as const;

/** With which of them a payment begins. */
export const firstAttributes = (
  kind: "order" | "topup" | "wallet" | "withdrawal" | "platform-payout",
  state: string,
  userIds: readonly string[],
) => [
  { key: paymentKindKey, value: kind },
  { key: paymentStateKey, value: state },
  { key: userIdsKey, value: [...userIds] },
  { key: assetKey, value: "USDC" },
];
