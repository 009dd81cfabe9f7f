import { InvalidTransitionError, StillPendingError } from "./errors.ts";
import { createHttp } from "./http.ts";
import { iterate } from "./iterate.ts";
import type { ClientOptions } from "./options.ts";
import { admin } from "./resources/admin.ts";
import { audit } from "./resources/audit.ts";
import { balance } from "./resources/balance.ts";
import { disputes } from "./resources/disputes.ts";
import { events } from "./resources/events.ts";
import { keys } from "./resources/keys.ts";
import { maintenance } from "./resources/maintenance.ts";
import { operations } from "./resources/operations.ts";
import { orders } from "./resources/orders.ts";
import { platform } from "./resources/platform.ts";
import { platformPayouts } from "./resources/platform-payouts.ts";
import { service } from "./resources/service.ts";
import { topups } from "./resources/topups.ts";
import { users } from "./resources/users.ts";
import { wallet } from "./resources/wallet.ts";
import { webhookEndpoints } from "./resources/webhook-endpoints.ts";
import { withdrawals } from "./resources/withdrawals.ts";
import type { OrderStatus } from "./states.ts";
import type { List, Order, PageQuery } from "./types.ts";
import { wait } from "./wait.ts";
import { webhooks } from "./webhooks.ts";

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
  readonly disputes: ReturnType<typeof disputes>;
  readonly topups: ReturnType<typeof topups>;
  readonly withdrawals: ReturnType<typeof withdrawals>;
  readonly keys: ReturnType<typeof keys>;
  readonly audit: ReturnType<typeof audit>;
  readonly maintenance: ReturnType<typeof maintenance>;
  readonly service: ReturnType<typeof service>;
  readonly events: ReturnType<typeof events>;
  readonly webhookEndpoints: ReturnType<typeof webhookEndpoints>;
  readonly webhooks = webhooks;
  readonly operations: ReturnType<typeof operations>;
  readonly platform: ReturnType<typeof platform>;
  readonly platformPayouts: ReturnType<typeof platformPayouts>;
  readonly admin: ReturnType<typeof admin>;
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    const http = createHttp(options);
    this.#options = options;
    this.users = users(http);
    this.balance = balance(http);
    this.wallet = wallet(http);
    this.orders = orders(http);
    this.disputes = disputes(http);
    this.topups = topups(http);
    this.withdrawals = withdrawals(http);
    this.keys = keys(http);
    this.audit = audit(http);
    this.maintenance = maintenance(http);
    this.service = service(http);
    this.events = events(http);
    this.webhookEndpoints = webhookEndpoints(http);
    this.operations = operations(http);
    this.platform = platform(http);
    this.platformPayouts = platformPayouts(http);
    this.admin = admin(http);
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
   * Every item of a list, newest first, page after page:
   *
   *     for await (const order of offerhub.iterate(offerhub.orders.list, { status: "IN_PROGRESS" })) …
   *
   * Takes the `list` of any resource; `limit` is the size of a page.
   * @throws OfferHubError from the page that could not be read; what came before it is yours
   */
  iterate<Item, Query extends PageQuery>(
    list: (query?: Query) => Promise<List<Item>>,
    query: NoInfer<Query> = {} as NoInfer<Query>, // the list's own query: every list works without one
  ): AsyncGenerator<Item, void> {
    return iterate(list, query);
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
