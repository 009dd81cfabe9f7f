import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { path } from "../path.ts";
import { dataOf, listOf } from "../read-reply.ts";
import type { DecideOperationBody, List, OperatorDecision, ParkedOperation, ParkedQuery } from "../types.ts";

/** For operators: payments that wait for a person. Every call needs a key with the scope `support`. */
export const operations = (http: Http) => ({
  /** What is parked: why, since when, and who must act. Oldest first. */
  listParked: (query: ParkedQuery = {}): Promise<List<ParkedOperation>> =>
    listOf(http.get("/operations/parked", { ...query, needsOperator: query.needsOperator?.toString() })),
  /**
   * Decides about a parked payment. It is told to the payment and counts once; `explain` says what became of it.
   * @param workflowId such as `order/ord_…`
   * @throws InvalidTransitionError when nothing is parked, or when the action could pay twice
   */
  decide: (workflowId: string, body: DecideOperationBody, options: RequestOptions = {}): Promise<OperatorDecision> =>
    dataOf(
      http.post(path`/operations/${workflowId}/decision`, body, {
        ...options,
        headers: { prefer: "respond-async", ...options.headers }, // it is accepted; its end is the payment's
      }),
    ),
});
