import { type Decision, objectionToRuling, type Ruling } from "../../../../domain/dispute/ruling.ts";
import { AppError } from "../../../../domain/errors.ts";

/** A decision as the dispute's workflow takes it: amounts only of a split. */
export interface DecidedRuling {
  readonly decision: Decision;
  readonly releaseAmount: string | null;
  readonly refundAmount: string | null;
}

export interface RulingInput {
  readonly decision: Decision;
  readonly releaseAmount?: string | null | undefined;
  readonly refundAmount?: string | null | undefined;
}

export function rulingOf({ decision, releaseAmount, refundAmount }: RulingInput): DecidedRuling {
  if (decision !== "SPLIT") return { decision, releaseAmount: null, refundAmount: null };
  return { decision, releaseAmount: releaseAmount ?? null, refundAmount: refundAmount ?? null };
}

export const toRuling = ({ decision, releaseAmount, refundAmount }: DecidedRuling): Ruling =>
  decision === "SPLIT"
    ? { decision, sellerAmount: releaseAmount ?? "", buyerAmount: refundAmount ?? "" }
    : { decision };

/** @throws AppError INVALID_AMOUNT unless a split divides exactly this amount between both */
export function refuseImpossibleRuling(decided: DecidedRuling, amount: string): void {
  const objection = objectionToRuling(toRuling(decided), amount);
  if (objection) throw new AppError("INVALID_AMOUNT", { amount, reason: objection });
}
