const HOLD = { amount: "1.00", orderId: "x" };
const ADJUSTMENT = { amount: "1.00", description: "x" };

const BODIES: Readonly<Record<string, object>> = {
  creditBalance: ADJUSTMENT,
  debitBalance: ADJUSTMENT,
  reserveBalance: HOLD,
  cancelReservation: HOLD,
  deductReserved: HOLD,
  refundOrder: { reason: "x" },
  openDispute: { openedBy: "BUYER", reason: "OTHER" },
  previewSettlement: { decision: "FULL_REFUND" },
  previewDispute: { decision: "FULL_REFUND" },
  assignDispute: { assignedTo: "x" },
  commentDispute: { comment: "x" },
  addEvidence: { evidence: ["x"] },
  resolveDispute: { decision: "FULL_REFUND" },
  replayWebhookEvents: { fromSequence: 1 },
  updateWebhookEndpoint: { description: "x" },
  freezeOperations: { reason: "x" },
  takeFence: { reason: "x" },
  bookTreasury: { direction: "in", amount: "1.00", reason: "x" },
  writeOffBalance: { account: "suspense/unexplained", amount: "1.00", reason: "x" },
  requestPlatformPayout: {
    source: "platform/sponsor",
    asset: "XLM",
    amount: "1.00",
    destination: "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ",
    reason: "x",
  },
  suspendUser: { reason: "a reason" },
  reinstateUser: { reason: "a reason" },
  linkAirtm: { email: "somebody@example.com" },
  releaseBalance: { ...HOLD, sellerId: "usr_nobody" },
  decideOperation: { action: "retry", reason: "x" },
};

/** A body of the right form, for the operations that need one; ids in it are nobody's. */
export const wellFormedBody = (operationId: string): object => BODIES[operationId] ?? {};
