import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { path } from "../path.ts";
import { dataOf, listOf } from "../read-reply.ts";
import type { CreateTopUpBody, Explanation, List, Progress, TopUp, TopUpsQuery } from "../types.ts";

/** Fiat in, by Airtm. An installation without Airtm (see `features.airtm` of the configuration) answers NotFoundError. */
export const topups = (http: Http) => ({
  /**
   * Begins a top-up; the user confirms it at `confirmationUri`.
   * @throws OfferHubError `AIRTM_USER_NOT_LINKED`, `AIRTM_USER_INVALID`
   */
  create: (body: CreateTopUpBody, options?: RequestOptions): Promise<TopUp> =>
    dataOf(http.post("/topups", body, options)),
  /** Newest first. */
  list: (query: TopUpsQuery = {}): Promise<List<TopUp>> => listOf(http.get("/topups", { ...query })),
  /** @throws NotFoundError `TOPUP_NOT_FOUND` */
  get: (topupId: string): Promise<TopUp> => dataOf(http.get(path`/topups/${topupId}`)),
  /** The present state, asked of Airtm. */
  refresh: (topupId: string, options?: RequestOptions): Promise<TopUp> =>
    dataOf(http.post(path`/topups/${topupId}/refresh`, undefined, options)),
  /** Gives it up. @throws InvalidTransitionError once the user has confirmed */
  cancel: (topupId: string, options?: RequestOptions): Promise<TopUp> =>
    dataOf(http.post(path`/topups/${topupId}/cancel`, undefined, options)),
  /** Where the top-up is now, and what it waits for. */
  getProgress: (topupId: string): Promise<Progress> => dataOf(http.get(path`/topups/${topupId}/progress`)),
  /** Why it is not finished: what it waits for, who must act, the evidence, and what may be done now. */
  explain: (topupId: string): Promise<Explanation> => dataOf(http.get(path`/topups/${topupId}/explain`)),
});
