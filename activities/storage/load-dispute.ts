import type { Decision, Ruling } from "../../domain/dispute/ruling.ts";
import type { DisputeStatus } from "../../domain/dispute/states.ts";
import type { DisputeId } from "../../domain/ids.ts";
import { formatAmount } from "../../domain/money.ts";
import type { LeftDispute } from "../../workflows/contracts/dispute.ts";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";

export type StoredDispute = Omit<LeftDispute, "isFrozen">;

interface Row {
  readonly status: DisputeStatus;
  readonly evidence: readonly string[];
  readonly decision: Decision | null;
  readonly sellerStroops: string | null;
  readonly buyerStroops: string | null;
  readonly note: string | null;
  readonly decidedBy: string | null;
  readonly givenUpCount: number;
}

/** A dispute as it was left. @throws StepFailure STATE_UNEXPECTED when there is none */
export const storageLoadDispute =
  ({ db }: Pick<ActivityDeps, "db">) =>
  async ({ disputeId }: { readonly disputeId: DisputeId }): Promise<StoredDispute> => {
    const { rows } = await db.sql.query<Row>(
      `SELECT status, evidence, resolution_decision AS decision, release_amount_stroops::text AS "sellerStroops",
         refund_amount_stroops::text AS "buyerStroops", decision_note AS note, decided_by AS "decidedBy",
         rulings_given_up AS "givenUpCount"
       FROM dispute WHERE id = $1`,
      [disputeId],
    );
    const [row] = rows;
    if (!row) throw new StepFailure("STATE_UNEXPECTED", `there is no dispute ${disputeId}`);
    const { status, evidence, note, decidedBy, givenUpCount } = row;
    return { status, evidence, ruling: rulingOf(row), note, decidedBy, givenUpCount };
  };

function rulingOf({ decision, sellerStroops, buyerStroops }: Row): Ruling | null {
  if (decision !== "SPLIT") return decision && { decision };
  const [sellerAmount, buyerAmount] = [sellerStroops, buyerStroops].map((text) => formatAmount(BigInt(text ?? "0")));
  return { decision, sellerAmount: sellerAmount ?? "", buyerAmount: buyerAmount ?? "" };
}
