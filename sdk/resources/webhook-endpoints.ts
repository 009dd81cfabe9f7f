import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { path } from "../path.ts";
import { dataOf, listOf } from "../read-reply.ts";
import type {
  CreateWebhookEndpointBody,
  List,
  PageQuery,
  UpdateWebhookEndpointBody,
  WebhookDeliveriesQuery,
  WebhookDelivery,
  WebhookDeliveryWithAttempts,
  WebhookEndpoint,
  WebhookEndpointWithSecret,
} from "../types.ts";

/** Where events are sent. Needs a key with the scope `support`. */
export const webhookEndpoints = (http: Http) => ({
  /** Has events sent to an address from now on. Keep `secret`: it is shown this once, and `webhooks.verify` needs it. */
  create: (body: CreateWebhookEndpointBody, options?: RequestOptions): Promise<WebhookEndpointWithSecret> =>
    dataOf(http.post("/webhook-endpoints", body, options)),
  /** Newest first. */
  list: (query: PageQuery = {}): Promise<List<WebhookEndpoint>> => listOf(http.get("/webhook-endpoints", { ...query })),
  /** @throws NotFoundError `NOT_FOUND` */
  get: (endpointId: string): Promise<WebhookEndpoint> => dataOf(http.get(path`/webhook-endpoints/${endpointId}`)),
  /** Changes where events go, or which. */
  update: (endpointId: string, body: UpdateWebhookEndpointBody, options?: RequestOptions): Promise<WebhookEndpoint> =>
    dataOf(http.post(path`/webhook-endpoints/${endpointId}`, body, options)),
  /** Sends nothing more there, for ever. */
  delete: (endpointId: string): Promise<{ readonly id: string; readonly status: "deleted" }> =>
    dataOf(http.delete(path`/webhook-endpoints/${endpointId}`)),
  /** A new secret; the one so far signs beside it for `overlapHours` (24), so that you can change it without a gap. */
  rotateSecret: (
    endpointId: string,
    body?: { readonly overlapHours?: number },
    options?: RequestOptions,
  ): Promise<WebhookEndpointWithSecret> =>
    dataOf(http.post(path`/webhook-endpoints/${endpointId}/secret/rotate`, body, options)),
  /** Goes on with a paused endpoint where it stopped. @throws InvalidTransitionError unless it is paused */
  resume: (endpointId: string, options?: RequestOptions): Promise<WebhookEndpoint> =>
    dataOf(http.post(path`/webhook-endpoints/${endpointId}/resume`, undefined, options)),
  /** Sends an event of the type `webhook_endpoint.test` there. */
  sendTest: (endpointId: string, options?: RequestOptions): Promise<{ readonly eventId: string }> =>
    dataOf(http.post(path`/webhook-endpoints/${endpointId}/test`, undefined, options)),
  /** Newest first. */
  listDeliveries: (endpointId: string, query: WebhookDeliveriesQuery = {}): Promise<List<WebhookDelivery>> =>
    listOf(http.get(path`/webhook-endpoints/${endpointId}/deliveries`, { ...query })),
  /** One delivery, by its id or its event's, with every attempt. @throws NotFoundError `NOT_FOUND` */
  getDelivery: (endpointId: string, deliveryId: string): Promise<WebhookDeliveryWithAttempts> =>
    dataOf(http.get(path`/webhook-endpoints/${endpointId}/deliveries/${deliveryId}`)),
  /** Sends one event again, by its delivery's id or its own; with its own also one that was never sent there. */
  replay: (endpointId: string, deliveryId: string, options?: RequestOptions): Promise<{ readonly replayed: number }> =>
    dataOf(http.post(path`/webhook-endpoints/${endpointId}/deliveries/${deliveryId}/replay`, undefined, options)),
  /** Sends a range again, both ends included; up to 5,000 events, those of them that the endpoint wants. */
  replayRange: (
    endpointId: string,
    body: { readonly fromSequence: number; readonly toSequence?: number },
    options?: RequestOptions,
  ): Promise<{ readonly replayed: number }> =>
    dataOf(http.post(path`/webhook-endpoints/${endpointId}/replay`, body, options)),
});
