import { ApplicationFailure, ApplicationFailureCategory } from "@temporalio/common";
import { asSeenBy } from "../../domain/events/as-seen-by.ts";
import { toDomainEvent } from "../../domain/events/domain-event.ts";
import type { DeliveryOutcome } from "../../workflows/contracts/webhooks.ts";
import type { ActivityDeps } from "../deps.ts";
import {
  type Delivery,
  type DeliveryAttempt,
  hasAttempt,
  loadDelivery,
  recordAttempt,
  settleUntried,
} from "../storage/webhook-deliveries.ts";
import { type PostAnswer, postEvent } from "./post-event.ts";
import { signEvent } from "./sign-event.ts";

/** At one endpoint at a time, per worker: a slow one must not take the others' places. */
const PER_ENDPOINT_MAX = 10;
const BUSY_RETRY_MS = 1_000;

/** Tries once to bring an event to an endpoint, and writes down how it went. Called again, it does not try again. */
export const webhooksDeliver = (deps: ActivityDeps) => {
  const places = createPlaces(PER_ENDPOINT_MAX);
  return async (attempt: DeliveryAttempt): Promise<DeliveryOutcome> => {
    const delivery = await loadDelivery(deps.db, attempt.deliveryId);
    if (delivery?.status !== "PENDING" || delivery.round !== attempt.round) return "superseded";
    if (delivery.endpointStatus !== "ACTIVE") return settleUntried(deps.db, attempt, delivery.endpointStatus);
    if (await hasAttempt(deps.db, attempt)) return "failed"; // it was written, its answer was lost
    return places.within(delivery.endpointId, async () => {
      const attemptedAt = new Date();
      const answer = await post(deps, delivery, attemptedAt);
      const durationMs = Date.now() - attemptedAt.getTime();
      return recordAttempt(deps.db, {
        ...attempt,
        ...answer,
        endpointId: delivery.endpointId,
        attemptedAt,
        durationMs,
      });
    });
  };
};

async function post({ webhooks, log }: ActivityDeps, delivery: Delivery, now: Date): Promise<PostAnswer> {
  const { endpointId, event, marketplaceId, url, viewerId } = delivery;
  const body = JSON.stringify(toDomainEvent(asSeenBy(viewerId, event), marketplaceId));
  try {
    const secrets = delivery.sealedSecrets.map((sealed) => webhooks.openSecret(sealed, endpointId));
    const headers = { "content-type": "application/json", "user-agent": "offerhub-webhooks/1" };
    return await postEvent(
      { url, body, headers: { ...headers, ...signEvent(event.id, body, secrets, now) } },
      webhooks,
    );
  } catch {
    // the error is dropped: whatever went wrong with a secret must not be told with its text
    log.error({ endpointId }, "the secret of a webhook endpoint does not open under WEBHOOK_SECRET_KEY");
    return { statusCode: null, error: "the signing secret could not be opened", answerPrefix: null };
  }
}

function createPlaces(max: number) {
  const taken = new Map<string, number>();
  return {
    /** @throws ApplicationFailure ENDPOINT_BUSY, to be tried again: waiting one's turn is no attempt */
    async within<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
      const count = taken.get(name) ?? 0;
      if (count >= max) {
        throw ApplicationFailure.create({
          type: "ENDPOINT_BUSY",
          message: "as many calls to this endpoint are under way as may be",
          category: ApplicationFailureCategory.BENIGN,
          nextRetryDelay: BUSY_RETRY_MS,
        });
      }
      taken.set(name, count + 1);
      try {
        return await work();
      } finally {
        const left = (taken.get(name) ?? 1) - 1;
        if (left === 0) taken.delete(name);
        else taken.set(name, left);
      }
    },
  };
}
