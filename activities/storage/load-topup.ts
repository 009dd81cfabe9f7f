import type { TopUpId, UserId } from "../../domain/ids.ts";
import { formatAmount } from "../../domain/money.ts";
import type { TopUpStatus } from "../../domain/topup/states.ts";
import type { TopUpTerms } from "../../domain/topup/topup-facts.ts";
import type { Caller } from "../../workflows/contracts/operating.ts";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";

export interface StoredTopUp {
  readonly topUp: TopUpTerms;
  readonly status: TopUpStatus;
  readonly payinId: string | null;
  /** In whose name it goes on: the provider's. */
  readonly caller: Caller;
}

interface Row {
  readonly userId: UserId;
  readonly stroops: string;
  readonly currency: "USD" | "USDC";
  readonly status: TopUpStatus;
  readonly payinId: string | null;
  readonly reference: string | null;
}

/** A top-up as it was left. @throws StepFailure STATE_UNEXPECTED when there is none */
export const storageLoadTopUp =
  ({ db }: ActivityDeps) =>
  async ({ topUpId }: { readonly topUpId: TopUpId }): Promise<StoredTopUp> => {
    const { rows } = await db.sql.query<Row>(
      `SELECT user_id AS "userId", amount_stroops::text AS stroops, currency, status, airtm_payin_id AS "payinId", reference
       FROM topup WHERE id = $1`,
      [topUpId],
    );
    const [row] = rows;
    if (!row) throw new StepFailure("STATE_UNEXPECTED", `there is no top-up ${topUpId}`);
    const { userId, stroops, currency, status, payinId, reference } = row;
    const caller = { keyId: "airtm", correlationId: topUpId };
    const topUp = { topUpId, userId, amount: formatAmount(BigInt(stroops)), currency, reference };
    return { topUp, status, payinId, caller };
  };
