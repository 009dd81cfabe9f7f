import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { path } from "../path.ts";
import { dataOf, listOf } from "../read-reply.ts";
import type {
  AssignDisputeBody,
  CommentDisputeBody,
  Dispute,
  DisputeComment,
  DisputesQuery,
  Explanation,
  List,
  OpenDisputeBody,
  ResolveDisputeBody,
  RulingBody,
  SettlementPreview,
} from "../types.ts";

/** Disagreements about funded orders. A command resolves when its effect is final; called again, it has no second effect. */
export const disputes = (http: Http) => ({
  /** Newest first. */
  list: (query: DisputesQuery = {}): Promise<List<Dispute>> => listOf(http.get("/disputes", { ...query })),
  /** @throws NotFoundError `DISPUTE_NOT_FOUND` */
  get: (disputeId: string): Promise<Dispute> => dataOf(http.get(path`/disputes/${disputeId}`)),
  /**
   * Stops an order and freezes its contract on the chain: from then on it pays only as support decides. The same
   * disagreement told again is the same dispute.
   * @throws InvalidTransitionError unless the order is IN_PROGRESS
   * @throws OfferHubError `DISPUTE_ALREADY_OPEN`: another one is not resolved
   */
  open: (orderId: string, body: OpenDisputeBody, options?: RequestOptions): Promise<Dispute> =>
    dataOf(http.post(path`/orders/${orderId}/resolution/dispute`, body, options)),
  /** Says who of support takes care of it. Needs the scope `support`. @throws InvalidTransitionError unless it is OPEN */
  assign: (disputeId: string, body: AssignDisputeBody, options?: RequestOptions): Promise<Dispute> =>
    dataOf(http.post(path`/disputes/${disputeId}/assign`, body, options)),
  /** What a decision would pay now, with its fees and transactions; changes nothing. */
  preview: (disputeId: string, body: RulingBody, options?: RequestOptions): Promise<SettlementPreview> =>
    dataOf(http.post(path`/disputes/${disputeId}/preview`, body, options)),
  /**
   * Decides; resolves when the contract has paid. The two amounts of a split are before fees and add up to the order's.
   * Needs the scope `support`.
   * @throws InvalidTransitionError unless it is UNDER_REVIEW, or when another decision is being carried out
   * @throws OfferHubError `INVALID_AMOUNT`: the split does not divide the order's amount between both
   */
  resolve: (disputeId: string, body: ResolveDisputeBody, options?: RequestOptions): Promise<Dispute> =>
    dataOf(http.post(path`/disputes/${disputeId}/resolve`, body, options)),
  /** Says something about it. Needs the scope `support`. @throws InvalidTransitionError once it is resolved */
  comment: (disputeId: string, body: CommentDisputeBody, options?: RequestOptions): Promise<DisputeComment> =>
    dataOf(http.post(path`/disputes/${disputeId}/comment`, body, options)),
  /** Adds to what is there: at most twenty texts at once. @throws InvalidTransitionError once it is resolved */
  addEvidence: (disputeId: string, evidence: string | readonly string[], options?: RequestOptions): Promise<Dispute> =>
    dataOf(http.post(path`/disputes/${disputeId}/evidence`, { evidence }, options)),
  /** Why it is not resolved: what it waits for, who must act, the evidence, and what may be done now. */
  explain: (disputeId: string): Promise<Explanation> => dataOf(http.get(path`/disputes/${disputeId}/explain`)),
});
