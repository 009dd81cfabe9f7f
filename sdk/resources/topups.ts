import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { path } from "../path.ts";
import { dataOf, listOf } from "../read-reply.ts";
import type { CreateTopUpBody, List, TopUp, TopUpsQuery } from "../types.ts";

/** Fiat in, by Airtm. An installation without Airtm (see `features.airtm` of the configuration) answers NotFoundError. */
export const topups = (http: Http) => ({
  /** Begins a top-up; the user confirms it at `confirmationUri`. */
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
});
