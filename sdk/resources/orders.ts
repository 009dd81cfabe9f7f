import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { path } from "../path.ts";
import { dataOf, itemsOf, listOf } from "../read-reply.ts";
import type {
  CreateOrderBody,
  Explanation,
  List,
  Milestone,
  Order,
  OrdersQuery,
  PreviewBody,
  Progress,
  RefundOrderBody,
  ReleaseOrderBody,
  SettlementPreview,
} from "../types.ts";

/** Orders. A command resolves when its effect is final; called again, it has no second effect. */
export const orders = (http: Http) => ({
  /**
   * Opens an order.
   * @throws NotFoundError `USER_NOT_FOUND`
   * @throws OfferHubError `USER_NOT_ELIGIBLE`, `CLIENT_ORDER_REF_REUSED`
   */
  create: (body: CreateOrderBody, options?: RequestOptions): Promise<Order> =>
    dataOf(http.post("/orders", body, options)),
  /** Newest first. */
  list: (query: OrdersQuery = {}): Promise<List<Order>> => listOf(http.get("/orders", { ...query })),
  /** @throws NotFoundError `ORDER_NOT_FOUND` */
  get: (orderId: string): Promise<Order> => dataOf(http.get(path`/orders/${orderId}`)),
  /**
   * Holds the buyer's money.
   * @throws InsufficientFundsError when the available balance does not cover it
   * @throws InvalidTransitionError unless the order is ORDER_CREATED
   */
  reserve: (orderId: string, options?: RequestOptions): Promise<Order> =>
    dataOf(http.post(path`/orders/${orderId}/reserve`, undefined, options)),
  /** Closes the order before its escrow and gives back what was held. @throws InvalidTransitionError after that */
  cancel: (orderId: string, body?: { readonly reason?: string }, options?: RequestOptions): Promise<Order> =>
    dataOf(http.post(path`/orders/${orderId}/cancel`, body, options)),
  /** Deploys the escrow contract. @throws InvalidTransitionError unless the money is reserved */
  createEscrow: (orderId: string, options?: RequestOptions): Promise<Order> =>
    dataOf(http.post(path`/orders/${orderId}/escrow`, undefined, options)),
  /**
   * Moves the reserved money into the contract.
   * @throws ValidationError `ESCROW_FUNDING_FAILED`: refused for good, the money is reserved as before
   */
  fundEscrow: (orderId: string, options?: RequestOptions): Promise<Order> =>
    dataOf(http.post(path`/orders/${orderId}/escrow/fund`, undefined, options)),
  /** Oldest first. */
  getMilestones: (orderId: string): Promise<readonly Milestone[]> =>
    itemsOf(http.get(path`/orders/${orderId}/milestones`)),
  /**
   * The seller has done a part of the order; also said on the contract.
   * @throws NotFoundError `MILESTONE_NOT_FOUND`
   * @throws InvalidTransitionError unless the order is IN_PROGRESS and the milestone OPEN
   */
  completeMilestone: (orderId: string, milestoneRef: string, options?: RequestOptions): Promise<Milestone> =>
    dataOf(http.post(path`/orders/${orderId}/milestones/${milestoneRef}/complete`, undefined, options)),
  /**
   * Pays the seller from escrow; resolves when the chain has it. Of a multi-release order `milestoneRef` names the milestone
   * that is paid; without it all that are completed are.
   * @throws InvalidTransitionError unless the order is IN_PROGRESS and every milestone it is about is completed
   */
  release: (orderId: string, reason?: string | ReleaseOrderBody, options?: RequestOptions): Promise<Order> =>
    dataOf(http.post(path`/orders/${orderId}/resolution/release`, bodyOf(reason), options)),
  /**
   * Pays the buyer back from escrow, less the fees that the contract takes; resolves when the chain has it. Of a
   * multi-release order `milestoneRef` names the milestone.
   * @throws InvalidTransitionError unless the order is IN_PROGRESS
   */
  refund: (orderId: string, reason: string | RefundOrderBody, options?: RequestOptions): Promise<Order> =>
    dataOf(http.post(path`/orders/${orderId}/resolution/refund`, bodyOf(reason), options)),
  /** What a release, a refund or a split would pay now, with its fees and transactions. Changes nothing. */
  preview: (orderId: string, body: PreviewBody, options?: RequestOptions): Promise<SettlementPreview> =>
    dataOf(http.post(path`/orders/${orderId}/resolution/preview`, body, options)),
  /** Where the order is now, step by step, and what it waits for. */
  getProgress: (orderId: string): Promise<Progress> => dataOf(http.get(path`/orders/${orderId}/progress`)),
  /** Why it is not finished: what it waits for, who must act, the evidence, and what may be done now. */
  explain: (orderId: string): Promise<Explanation> => dataOf(http.get(path`/orders/${orderId}/explain`)),
});

/** Existing clients give the reason alone. */
const bodyOf = (reason: string | object | undefined) => (typeof reason === "string" ? { reason } : reason);
