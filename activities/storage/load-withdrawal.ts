import type { FiatDestination, PayoutTerms } from "../../domain/chain/intent.ts";
import type { UserId, WithdrawalId } from "../../domain/ids.ts";
import { formatAmount } from "../../domain/money.ts";
import type { MemoType } from "../../domain/withdrawal/memo.ts";
import type { WithdrawalStatus } from "../../domain/withdrawal/states.ts";
import type { Caller } from "../../workflows/contracts/operating.ts";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";

export interface StoredWithdrawal {
  readonly payout: PayoutTerms;
  readonly status: WithdrawalStatus;
  readonly payoutId: string | null;
  /** In whose name it goes on: the provider's. */
  readonly caller: Caller;
}

interface Row {
  readonly userId: UserId;
  readonly stroops: string;
  readonly currency: "USD" | "USDC";
  readonly destinationType: FiatDestination | "crypto";
  readonly destination: string;
  readonly memo: string | null;
  readonly memoType: MemoType | null;
  readonly reference: string | null;
  readonly status: WithdrawalStatus;
  readonly payoutId: string | null;
}

/** A withdrawal as it was left. @throws StepFailure STATE_UNEXPECTED when there is none */
export const storageLoadWithdrawal =
  ({ db }: ActivityDeps) =>
  async ({ withdrawalId }: { readonly withdrawalId: WithdrawalId }): Promise<StoredWithdrawal> => {
    const { rows } = await db.sql.query<Row>(
      `SELECT user_id AS "userId", amount_stroops::text AS stroops, currency, destination_type AS "destinationType",
         destination_ref AS destination, memo, memo_type AS "memoType", reference, status, airtm_payout_id AS "payoutId"
         FROM withdrawal WHERE id = $1`,
      [withdrawalId],
    );
    const [row] = rows;
    if (!row) throw new StepFailure("STATE_UNEXPECTED", `there is no withdrawal ${withdrawalId}`);
    const { stroops, destinationType, status, payoutId, memoType, ...terms } = row;
    const typed = memoType === null || memoType === "text" ? {} : { memoType };
    const payout = { withdrawalId, amount: formatAmount(BigInt(stroops)), ...terms, ...typed };
    return {
      payout: destinationType === "crypto" ? payout : { ...payout, destinationType },
      status,
      payoutId,
      caller: { keyId: "airtm", correlationId: withdrawalId },
    };
  };
