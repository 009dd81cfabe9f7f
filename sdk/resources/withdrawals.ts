import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { path } from "../path.ts";
import { dataOf, listOf } from "../read-reply.ts";
import type { CreateWithdrawalBody, Explanation, List, Progress, Withdrawal, WithdrawalsQuery } from "../types.ts";

/** Money out. A command resolves when its effect is final; called again, it has no second effect. */
export const withdrawals = (http: Http) => ({
  /**
   * Sends money to a Stellar address, a contract's too; `amount: "all"` takes everything that is available. With `commit: false` it is held until `commit` or `cancel`. To an Airtm account or a bank
   * it goes only with `commit: true`.
   * @throws InsufficientFundsError when the available balance does not cover it
   * @throws OfferHubError `WITHDRAWAL_DESTINATION_INVALID`: the destination cannot receive it, the money is back
   */
  create: (body: CreateWithdrawalBody, options?: RequestOptions): Promise<Withdrawal> =>
    dataOf(http.post("/withdrawals", body, options)),
  /** Newest first. */
  list: (query: WithdrawalsQuery = {}): Promise<List<Withdrawal>> => listOf(http.get("/withdrawals", { ...query })),
  /** @throws NotFoundError `WITHDRAWAL_NOT_FOUND` */
  get: (withdrawalId: string): Promise<Withdrawal> => dataOf(http.get(path`/withdrawals/${withdrawalId}`)),
  /** Sends what is held. @throws InvalidTransitionError `WITHDRAWAL_NOT_COMMITTABLE` */
  commit: (withdrawalId: string, options?: RequestOptions): Promise<Withdrawal> =>
    dataOf(http.post(path`/withdrawals/${withdrawalId}/commit`, undefined, options)),
  /** Gives back what is held. @throws InvalidTransitionError once it is committed, unless Airtm still takes it back */
  cancel: (withdrawalId: string, body?: { readonly reason?: string }, options?: RequestOptions): Promise<Withdrawal> =>
    dataOf(http.post(path`/withdrawals/${withdrawalId}/cancel`, body, options)),
  /** The present state, asked of the chain or of Airtm. */
  refresh: (withdrawalId: string, options?: RequestOptions): Promise<Withdrawal> =>
    dataOf(http.post(path`/withdrawals/${withdrawalId}/refresh`, undefined, options)),
  /** Where the withdrawal is now, and what it waits for. */
  getProgress: (withdrawalId: string): Promise<Progress> =>
    dataOf(http.get(path`/withdrawals/${withdrawalId}/progress`)),
  /** Why it is not finished: what it waits for, who must act, the evidence, and what may be done now. */
  explain: (withdrawalId: string): Promise<Explanation> => dataOf(http.get(path`/withdrawals/${withdrawalId}/explain`)),
});
