export const DELIVER_WEBHOOK_WORKFLOW = "deliverWebhook";

/** One workflow per endpoint, event and round: whoever starts it twice starts it once. */
export const deliverWebhookWorkflowId = (endpointId: string, sequence: number, round: number): string =>
  `webhook/${endpointId}/${sequence}${round === 1 ? "" : `/${round}`}`;

/** Ids only: what is sent, where to and under which secret is read when it is sent. */
export interface DeliverWebhookInput {
  readonly deliveryId: string;
  /** A replay begins a new round; the attempts of an older one end by themselves. */
  readonly round: number;
}

/**
 * How one attempt went. `failed` is tried again; every other word ends the round: `given-up` after the last attempt, `held`
 * because the endpoint is paused, `canceled` because it is gone, `superseded` because another round has begun.
 */
export type DeliveryOutcome = "delivered" | "failed" | "given-up" | "held" | "canceled" | "superseded";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds before the second, third… attempt: three days in all. */
export const DELIVERY_PAUSES_MS: readonly number[] = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  1 * HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  12 * HOUR,
  12 * HOUR,
  16 * HOUR,
  16 * HOUR,
];
