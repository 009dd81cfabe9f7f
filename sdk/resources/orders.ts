import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { path } from "../path.ts";
import { dataOf, listOf } from "../read-reply.ts";
import type { CreateOrderBody, Explanation, List, Milestone, Order, OrdersQuery, Progress } from "../types.ts";

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
    dataOf(http.get(path`/orders/${orderId}/milestones`)),
  /** Pays the seller from escrow; resolves when the chain has it. @throws InvalidTransitionError unless IN_PROGRESS */
  release: (orderId: string, reason?: string, options?: RequestOptions): Promise<Order> =>
    dataOf(
      http.post(path`/orders/${orderId}/resolution/release`, reason === undefined ? undefined : { reason }, options),
    ),
  /** Where the order is now, step by step, and what it waits for. */
  getProgress: (orderId: string): Promise<Progress> => dataOf(http.get(path`/orders/${orderId}/progress`)),
  /** Why it is not finished: what it waits for, who must act, the evidence, and what may be done now. */
  explain: (orderId: string): Promise<Explanation> => dataOf(http.get(path`/orders/${orderId}/explain`)),
});
