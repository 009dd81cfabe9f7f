import type { StoredTopUp } from "../../../activities/storage/load-topup.ts";
import type { StoredWithdrawal } from "../../../activities/storage/load-withdrawal.ts";
import type { TopUpId, WithdrawalId } from "../../../domain/ids.ts";
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
