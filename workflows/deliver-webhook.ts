import { setCurrentDetails, sleep } from "@temporalio/workflow";
import { notifying } from "./activity-options.ts";
import { DELIVERY_PAUSES_MS, type DeliverWebhookInput, type DeliveryOutcome } from "./contracts/webhooks.ts";

/** Brings one event to one endpoint: tried until it is taken, more and more slowly, for three days. */
export async function deliverWebhook({ deliveryId, round }: DeliverWebhookInput): Promise<DeliveryOutcome> {
  const attempts = DELIVERY_PAUSES_MS.length + 1;
  for (let number = 1; ; number += 1) {
    const isLast = number === attempts;
    const attempt = { deliveryId, round, number, isLast };
    const summary = `attempt ${number} of ${attempts}`;
    const outcome = await notifying.webhooksDeliver.executeWithOptions({ summary }, [attempt]);
    const pauseMs = DELIVERY_PAUSES_MS[number - 1];
    if (outcome !== "failed" || pauseMs === undefined) return outcome;
    setCurrentDetails(`attempt ${number} failed; the next one is at ${new Date(Date.now() + pauseMs).toISOString()}`);
    await sleep(pauseMs);
  }
}
