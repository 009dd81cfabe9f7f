/** What consumers read of each event, by the catalogue of the API: the fields of its kind, then its own. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  user: ["userId"],
  wallet: ["userId"],
  balance: ["userId", "amount", "currency", "previousAvailableBalance", "newAvailableBalance"],
  order: ["orderId"],
  escrow: ["escrowId", "orderId", "amount"],
  dispute: ["disputeId", "orderId"],
  topup: ["topupId", "userId", "amount", "currency"],
  withdrawal: ["withdrawalId", "userId", "amount", "currency"],
  platform_payout: ["platformPayoutId", "source", "asset", "amount", "destination"],
};

const HOLD = ["orderId", "previousReservedBalance", "newReservedBalance"];

const FURTHER: Readonly<Record<string, readonly string[]>> = {
  "wallet.created": ["publicKey", "provider", "funded", "trustlineReady"],
  "balance.credited": ["source", "sourceId", "newBalance"],
  "balance.debited": ["destination", "destinationId"],
  "balance.reserved": HOLD,
  "balance.released": [...HOLD, "reason"],
  "order.created": ["buyerId", "sellerId", "amount", "currency", "title", "description", "clientOrderRef"],
  "order.funds_reserved": ["buyerId", "amount", "currency", "reservedBalance", "availableBalance"],
  "order.escrow_creating": ["escrowId", "amount"],
  "order.escrow_funding": ["escrowId", "amount", "trustlessContractId"],
  "order.escrow_funded": ["escrowId", "amount", "trustlessContractId", "fundedAt"],
  "order.in_progress": ["escrowId"],
  "order.release_requested": ["requestedBy", "requestedAt"],
  "order.deadline_approaching": ["action", "at"],
  "order.deadline_renewed": ["action", "at", "previousAt"],
  "order.refund_requested": ["requestedBy", "requestedAt"],
  "order.refunded": ["buyerId", "amount", "currency", "refundedAt", "newBuyerBalance"],
  "order.disputed": ["disputeId", "openedBy", "reason", "openedAt"],
  "order.released": ["sellerId", "amount", "currency", "releasedAt", "newSellerBalance"],
  "order.canceled": ["buyerId", "canceledBy", "reason", "canceledAt", "fundsReleased"],
  "order.closed": ["finalStatus", "outcome", "closedAt"],
  "escrow.created": ["currency"],
  "escrow.funding_started": ["trustlessContractId"],
  "escrow.funded": ["trustlessContractId", "fundedAt"],
  "escrow.milestone_completed": ["milestoneRef", "milestoneTitle", "completedAt"],
  "escrow.milestone_settled": ["milestoneRef", "milestoneTitle", "sellerAmount", "buyerAmount", "settledAt"],
  "escrow.released": ["sellerId", "releasedAt"],
  "escrow.refunded": ["buyerId", "refundedAt"],
  "dispute.opened": ["openedBy", "reason", "evidence", "openedAt"],
  "dispute.under_review": ["reviewedBy", "reviewStartedAt"],
  "dispute.resolved": ["decision", "decisionNote", "resolvedBy", "resolvedAt", "buyerAmount", "sellerAmount"],
  "topup.created": [],
  "topup.confirmation_required": ["confirmationUri"],
  "topup.processing": ["airtmPayinId"],
  "topup.succeeded": ["newAvailableBalance", "airtmPayinId"],
  "topup.failed": ["reason", "errorCode", "airtmPayinId"],
  "topup.canceled": ["canceledBy", "reason"],
  "platform_payout.requested": ["requestedBy", "reason"],
  "platform_payout.approved": ["approvedBy"],
  "platform_payout.completed": ["completedAt", "transactionHash"],
  "platform_payout.failed": ["reason", "errorCode"],
  "platform_payout.canceled": ["canceledBy", "reason"],
  "withdrawal.created": ["destinationType", "destinationRef"],
  "withdrawal.committed": ["committedBalance", "availableBalance"],
  "withdrawal.pending": ["airtmPayoutId"],
  "withdrawal.pending_user_action": ["actionRequired", "actionUrl"],
  "withdrawal.completed": ["completedAt", "airtmPayoutId", "transactionHash"],
  "withdrawal.failed": ["reason", "errorCode", "airtmPayoutId"],
  "withdrawal.canceled": ["canceledBy", "reason", "refundedToBalance", "newAvailableBalance"],
};

/** Every event that a fact or a balance operation writes. */
export const CATALOGUE: readonly string[] = Object.keys(FURTHER);

export function fieldsOfEvent(type: string): readonly string[] {
  const further = FURTHER[type];
  if (!further) throw new RangeError(`the catalogue has no event ${type}`);
  return [...(COMMON[type.split(".")[0] ?? ""] ?? []), ...further];
}
