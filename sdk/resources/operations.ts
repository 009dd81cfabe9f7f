import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { path } from "../path.ts";
import { dataOf, listOf } from "../read-reply.ts";
import type { DecisionBody, List, OperatorDecision, ParkedOperation, ParkedQuery } from "../types.ts";

/** For operators: payments that are parked, and what is decided about them. Needs the scope `support`. */
export const operations = (http: Http) => ({
  /** Oldest first. */
  listParked: (query: ParkedQuery = {}): Promise<List<ParkedOperation>> =>
    listOf(
      http.get("/operations/parked", {
        ...query,
        needsOperator: query.needsOperator === undefined ? undefined : String(query.needsOperator),
      }),
    ),
  /**
   * Decides about a parked payment, e.g. `order/ord_…`. Resolves when the decision is with its workflow; ask `explain` what
   * became of it. The same `decisionId` counts once.
   * @throws InvalidTransitionError when nothing is parked, or when the decision could pay twice
   * @throws ValidationError for evidence that the chain does not know
   */
  decide: (workflowId: string, body: DecisionBody, options: RequestOptions = {}): Promise<OperatorDecision> =>
    // it is accepted and no more: there is no end to wait for
    dataOf(
      http.post(pathOf(workflowId), body, { ...options, headers: { prefer: "respond-async", ...options.headers } }),
    ),
});

function pathOf(workflowId: string): string {
  const slash = workflowId.indexOf("/");
  if (slash < 0) return path`/operations/${workflowId}/decision`;
  return path`/operations/${workflowId.slice(0, slash)}/${workflowId.slice(slash + 1)}/decision`;
}
