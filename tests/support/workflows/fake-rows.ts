import type { StoredDispute } from "../../../activities/storage/load-dispute.ts";
import type { StoredTopUp } from "../../../activities/storage/load-topup.ts";
import type { StoredWithdrawal } from "../../../activities/storage/load-withdrawal.ts";
import type { Decision } from "../../../domain/dispute/ruling.ts";
import type { DisputeId, TopUpId, WithdrawalId } from "../../../domain/ids.ts";
import { formatAmount } from "../../../domain/money.ts";
import type { FakeLedger } from "./fake-ledger.ts";

const caller = (correlationId: string) => ({ keyId: "airtm", correlationId });

/** A top-up's row, as the steps left it. */
export function storedTopUp(ledger: FakeLedger, topUpId: TopUpId): StoredTopUp {
  const read = <Value>(name: string) => ledger.column(topUpId, name) as Value;
  const amount = formatAmount(BigInt(read<string>("amount_stroops")));
  return {
    topUp: { topUpId, userId: read("user_id"), amount, currency: read("currency") },
    status: ledger.statuses(topUpId).at(-1) as StoredTopUp["status"],
    payinId: read<string | undefined>("airtm_payin_id") ?? null,
    caller: caller(topUpId),
  };
}

/** A dispute's row, as the steps left it. */
export function storedDispute(ledger: FakeLedger, disputeId: DisputeId): StoredDispute {
  const read = <Value>(name: string) => (ledger.column(disputeId, name) ?? null) as Value;
  const decision = read<Decision | null>("resolution_decision");
  const amount = (name: string) => formatAmount(BigInt(read<string>(name)));
  const split = () => ({
    decision: "SPLIT" as const,
    sellerAmount: amount("release_amount_stroops"),
    buyerAmount: amount("refund_amount_stroops"),
  });
  return {
    status: ledger.statuses(disputeId).at(-1) as StoredDispute["status"],
    evidence: read("evidence"),
    ruling: decision === "SPLIT" ? split() : decision && { decision },
    note: read("decision_note"),
    decidedBy: read("decided_by"),
    givenUpCount: read<number | null>("rulings_given_up") ?? 0,
  };
}

export function storedWithdrawal(ledger: FakeLedger, withdrawalId: WithdrawalId): StoredWithdrawal {
  const read = <Value>(name: string) => ledger.column(withdrawalId, name) as Value;
  return {
    payout: {
      withdrawalId,
      userId: read("user_id"),
      amount: formatAmount(BigInt(read<string>("amount_stroops"))),
      currency: read("currency"),
      destinationType: read("destination_type"),
      destination: read("destination_ref"),
      memo: read("memo"),
    },
    status: ledger.statuses(withdrawalId).at(-1) as StoredWithdrawal["status"],
    payoutId: read<string | undefined>("airtm_payout_id") ?? null,
    caller: caller(withdrawalId),
  };
}
