import type { Http } from "../http.ts";
import { path } from "../path.ts";
import { dataOf } from "../read-reply.ts";
import type { Explanation } from "../types.ts";

/** Disagreements about funded orders. */
export const disputes = (http: Http) => ({
  /** Why it is not resolved: what it waits for, who must act, the evidence, and what may be done now. */
  explain: (disputeId: string): Promise<Explanation> => dataOf(http.get(path`/disputes/${disputeId}/explain`)),
});
