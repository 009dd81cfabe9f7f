import type { TopUpId, WithdrawalId } from "../../domain/ids.ts";
import type { Database } from "../../prisma/client.ts";
import { providerHintSignal } from "../../workflows/contracts/provider-hint.ts";
import { firstAttributes } from "../../workflows/contracts/search-attributes.ts";
import { TOPUP_WORKFLOW, topUpWorkflowId } from "../../workflows/contracts/topup.ts";
import { WITHDRAWAL_WORKFLOW, withdrawalWorkflowId } from "../../workflows/contracts/withdrawal.ts";
import type { GatewayDeps } from "../deps.ts";
import { topUpAtAirtm } from "../reads/topups.ts";
import { withdrawalAtAirtm } from "../reads/withdrawals.ts";

/** A payment of ours at Airtm. */
interface AirtmPayment {
  readonly workflowType: string;
  readonly workflowId: string;
  readonly input: object;
  readonly id: string;
  readonly userId: string;
  readonly status: string;
  /** True when Airtm's last word may be another one than ours. */
  readonly mayReopen: boolean;
}

/** What may have been paid after all, and what Airtm has while somebody terminated its workflow. Nothing is sent by looking. */
const PAYOUTS_TO_LOOK_AT: readonly string[] = [
  "WITHDRAWAL_PENDING",
  "WITHDRAWAL_PENDING_USER_ACTION",
  "WITHDRAWAL_FAILED",
  "WITHDRAWAL_CANCELED",
];

interface Named {
  /** Airtm's. */
  readonly id: string | null;
  /** Ours. */
  readonly code: string | null;
}

/** null for one that is none of ours, or that we do not know yet: its own workflow asks for it by our code. */
export async function concernedPayment(
  db: Database,
  noun: "topup" | "withdrawal",
  named: Named,
): Promise<AirtmPayment | null> {
  if (noun === "topup") {
    const row = await topUpAtAirtm(db, named);
    if (!row) return null;
    const topUpId = row.id as TopUpId;
    return {
      ...row,
      workflowType: TOPUP_WORKFLOW,
      workflowId: topUpWorkflowId(topUpId),
      input: { topUpId, isReopened: true },
      mayReopen: row.status !== "TOPUP_SUCCEEDED",
    };
  }
  const row = await withdrawalAtAirtm(db, named);
  if (!row) return null;
  const withdrawalId = row.id as WithdrawalId;
  return {
    ...row,
    workflowType: WITHDRAWAL_WORKFLOW,
    workflowId: withdrawalWorkflowId(withdrawalId),
    input: { withdrawalId, isReopened: true },
    mayReopen: PAYOUTS_TO_LOOK_AT.includes(row.status),
  };
}

/**
 * Has the payment's workflow look. Where that is over, another run does, since what failed or was canceled may have been paid
 * after all. @throws Error while Temporal is away
 */
export async function hintPayment({ temporal }: GatewayDeps, payment: AirtmPayment, eventId: string): Promise<void> {
  const { workflowType, workflowId, input, id, userId, status, mayReopen } = payment;
  if (await temporal.signal(workflowId, providerHintSignal, { provider: "airtm", eventId })) return;
  if (!mayReopen) return;
  await temporal.startOnce({
    workflowType,
    workflowId,
    input,
    summary: `${id}: Airtm says that something happened after its end`,
    searchAttributes: firstAttributes(workflowType === TOPUP_WORKFLOW ? "topup" : "withdrawal", status, [userId]),
    mayReopen: true,
  });
}
