import type { Dispute } from "../../sdk/index.ts";
import { factsOf, textOf } from "./table.ts";

export const disputeLines = (dispute: Dispute): readonly string[] => [
  ...factsOf({
    dispute: dispute.id,
    status: dispute.status,
    order: `${dispute.orderId}, ${dispute.order.amount} ${dispute.order.currency}, ${dispute.order.status}`,
    "opened by": `${dispute.openedBy} at ${dispute.createdAt}`,
    reason: dispute.reason,
    "assigned to": dispute.assignedTo,
    notes: dispute.notes,
    decision: decisionOf(dispute),
    "decided at": dispute.resolvedAt,
  }),
  ...section("evidence", dispute.evidence),
  ...section(
    "comments",
    dispute.comments.map(({ createdAt, author, comment }) => `${createdAt} ${author}: ${comment}`),
  ),
];

function decisionOf({ resolutionDecision, releaseAmount, refundAmount, decisionNote }: Dispute): string | null {
  if (!resolutionDecision) return null;
  const shares = resolutionDecision === "SPLIT" ? `: seller ${releaseAmount}, buyer ${refundAmount}` : "";
  return `${resolutionDecision}${shares}${decisionNote ? ` (${decisionNote})` : ""}`;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${textOf(line)}`)];
