import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { path } from "../path.ts";
import { dataOf, listOf } from "../read-reply.ts";
import type { List, PlatformPayout, PlatformPayoutsQuery, RequestPlatformPayoutBody } from "../types.ts";

/** For operators: money that leaves a wallet of the platform or of a suspended user. Every call needs a key with the scope `support`. */
export const platformPayouts = (http: Http) => ({
  /**
   * Asks for it; nothing moves before a second person's key approves it.
   * @throws InsufficientFundsError the wallet holds less than this that is promised to nobody
   * @throws InvalidTransitionError `INVALID_STATE` of a user who is not suspended
   */
  request: (body: RequestPlatformPayoutBody, options?: RequestOptions): Promise<PlatformPayout> =>
    dataOf(http.post("/admin/payouts", body, options)),
  /**
   * Sends what another key asked for.
   * @throws AuthorizationError `SECOND_KEY_REQUIRED` when the key asked for it itself, or is younger than the request
   */
  approve: (platformPayoutId: string, options?: RequestOptions): Promise<PlatformPayout> =>
    dataOf(http.post(path`/admin/payouts/${platformPayoutId}/approve`, undefined, options)),
  /** Withdraws a request that nobody has approved. */
  cancel: (platformPayoutId: string, reason?: string, options?: RequestOptions): Promise<PlatformPayout> =>
    dataOf(http.post(path`/admin/payouts/${platformPayoutId}/cancel`, { reason }, options)),
  get: (platformPayoutId: string): Promise<PlatformPayout> =>
    dataOf(http.get(path`/admin/payouts/${platformPayoutId}`)),
  /** Newest first. */
  list: (query: PlatformPayoutsQuery = {}): Promise<List<PlatformPayout>> =>
    listOf(http.get("/admin/payouts", { ...query })),
});
