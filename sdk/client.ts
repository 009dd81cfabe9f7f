import { InvalidTransitionError, StillPendingError } from "./errors.ts";
import { createHttp } from "./http.ts";
import type { ClientOptions } from "./options.ts";
import { balance } from "./resources/balance.ts";
import { disputes } from "./resources/disputes.ts";
import { operations } from "./resources/operations.ts";
import { orders } from "./resources/orders.ts";
import { users } from "./resources/users.ts";
import { wallet } from "./resources/wallet.ts";
import { withdrawals } from "./resources/withdrawals.ts";
import type { Order, OrderStatus } from "./types.ts";
import { wait } from "./wait.ts";

const POLL_MS = 500;
const WAIT_MS = 120_000;

/**
 * A client of one installation, for a marketplace's server.
 *
 *     const offerhub = new OfferHubSDK({ apiUrl: "http://localhost:4000", apiKey: process.env.OFFERHUB_API_KEY });
 *     const order = await offerhub.orders.create({ buyerId, sellerId, amount: "120.00", title: "A logo" });
 *
 * Every POST carries an idempotency key, the same over its retries, so that none has a second effect.
 */
export class OfferHubSDK {
  readonly users: ReturnType<typeof users>;
  readonly balance: ReturnType<typeof balance>;
  readonly wallet: ReturnType<typeof wallet>;
  readonly orders: ReturnType<typeof orders>;
  readonly withdrawals: ReturnType<typeof withdrawals>;
  readonly disputes: ReturnType<typeof disputes>;
  readonly operations: ReturnType<typeof operations>;
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    const http = createHttp(options);
    this.#options = options;
    this.users = users(http);
    this.balance = balance(http);
    this.wallet = wallet(http);
    this.orders = orders(http);
    this.withdrawals = withdrawals(http);
    this.disputes = disputes(http);
    this.operations = operations(http);
  }

  /** A client that sends this key with every POST: for one intent of yours that must survive your own crash. */
  withIdempotencyKey(idempotencyKey: string): OfferHubSDK {
    return new OfferHubSDK({ ...this.#options, idempotencyKey });
  }

  /** A client that sends these headers too. */
  withHeaders(headers: Readonly<Record<string, string>>): OfferHubSDK {
    return new OfferHubSDK({ ...this.#options, headers: { ...this.#options.headers, ...headers } });
  }

  /**
   * Waits until an order has the status; a passing one may be missed.
   * @throws InvalidTransitionError when the order is CLOSED and can never have it
   * @throws StillPendingError after `timeout` milliseconds (120,000)
   */
  async waitFor(
    order: string | Pick<Order, "id">,
    status: OrderStatus,
    { timeout = WAIT_MS }: { readonly timeout?: number } = {},
  ): Promise<Order> {
    const orderId = typeof order === "string" ? order : order.id;
    const deadline = Date.now() + timeout;
    for (;;) {
      const present = await this.orders.get(orderId);
      if (present.status === status) return present;
      const details = { id: orderId, currentState: present.status, targetState: status };
      const message = `the order is ${present.status}, not ${status}`;
      if (present.status === "CLOSED") {
        throw new InvalidTransitionError({ message, code: "INVALID_STATE", statusCode: 0, details });
      }
      if (Date.now() >= deadline)
        throw new StillPendingError({ message, code: "STILL_PENDING", statusCode: 0, details });
      await wait(POLL_MS);
    }
  }
}
