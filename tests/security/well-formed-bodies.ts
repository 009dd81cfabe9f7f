const BODIES: Readonly<Record<string, object>> = {
  assignDispute: { assignedTo: "somebody" },
  commentDispute: { comment: "x", author: "somebody" },
  addEvidence: { evidence: ["x"] },
  previewDispute: { decision: "FULL_REFUND" },
  resolveDispute: { decision: "FULL_REFUND" },
  openDispute: { openedBy: "BUYER", reason: "OTHER" },
  previewSettlement: { decision: "FULL_REFUND" },
  refundOrder: { reason: "x" },
  decideOperation: { action: "retry", reason: "x" },
};

/** A body of the right form, for the operations that need one; ids in it are nobody's. */
export const wellFormedBody = (operationId: string): object => BODIES[operationId] ?? {};
