import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { path } from "../path.ts";
import { dataOf } from "../read-reply.ts";
import type {
  AdjustBalanceBody,
  Balance,
  BalanceOperation,
  HoldBody,
  ReleaseBalanceBody,
  SyncResult,
  VerifiedBalance,
} from "../types.ts";

/** What users can spend. */
export const balance = (http: Http) => {
  const operate = (userId: string, verb: string, body: object, options?: RequestOptions): Promise<BalanceOperation> =>
    dataOf(http.post(`${path`/users/${userId}/balance/`}${verb}`, body, options));

  return {
    /** `available` can be spent, `reserved` is held for orders and withdrawals. Zeros for an unknown user. */
    get: (userId: string): Promise<Balance> => dataOf(http.get(path`/users/${userId}/balance`)),
    /** The balance, if the wallet on the chain holds it too. @throws OfferHubError `BALANCE_DISCREPANCY` */
    verify: (userId: string): Promise<VerifiedBalance> => dataOf(http.get(path`/users/${userId}/balance/verify`)),
    /** Compares with the chain and flags a difference; corrects nothing. */
    sync: (userId: string, options?: RequestOptions): Promise<SyncResult> =>
      dataOf(http.post(path`/users/${userId}/balance/sync`, undefined, options)),
    /**
     * Adds by hand; nothing moves on the chain. The same `reference` is the same credit.
     * @throws AuthorizationError `MANUAL_ADJUSTMENTS_DISABLED`
     */
    credit: (userId: string, body: AdjustBalanceBody, options?: RequestOptions) =>
      operate(userId, "credit", body, options),
    /**
     * Takes by hand; nothing moves on the chain. The same `reference` is the same debit.
     * @throws AuthorizationError `MANUAL_ADJUSTMENTS_DISABLED`
     * @throws InsufficientFundsError when the available balance does not cover it
     */
    debit: (userId: string, body: AdjustBalanceBody, options?: RequestOptions) =>
      operate(userId, "debit", body, options),
    /**
     * Holds money for an order of yours, once per order; `reference` means `orderId`.
     * @throws InsufficientFundsError when the available balance does not cover it
     * @throws OfferHubError `FUNDS_ALREADY_RESERVED`
     */
    reserve: (userId: string, body: HoldBody, options?: RequestOptions) => operate(userId, "reserve", body, options),
    /** Gives back what `reserve` held, or a part. @throws OfferHubError `RESERVE_NOT_FOUND` */
    cancelReservation: (userId: string, body: HoldBody, options?: RequestOptions) =>
      operate(userId, "cancel-reservation", body, options),
    /** Takes away what `reserve` held, or a part, by hand. @throws OfferHubError `RESERVE_NOT_FOUND` */
    deductReserved: (userId: string, body: HoldBody, options?: RequestOptions) =>
      operate(userId, "deduct-reserved", body, options),
    /** Gives what `reserve` held to the recipient, by hand; the recipient's balance. @throws OfferHubError `RESERVE_NOT_FOUND` */
    release: (userId: string, body: ReleaseBalanceBody, options?: RequestOptions) =>
      operate(userId, "release", body, options),
  };
};
