import { setTimeout as delay } from "node:timers/promises";
import {
  DELIVER_WEBHOOK_WORKFLOW,
  type DeliverWebhookInput,
  deliverWebhookWorkflowId,
} from "../../workflows/contracts/webhooks.ts";
import type { GatewayDeps } from "../deps.ts";
import type { Following } from "../events/event-feed.ts";
import {
  type DeliveryWork,
  deliveryWork,
  type UnstartedDelivery,
  unstartedDeliveries,
} from "../reads/webhook-deliveries.ts";
import { markStarted, planDeliveries } from "../writes/webhook-deliveries.ts";

const EVERY_MS = 2_000;
const BATCH = 100;

/**
 * Turns new events into deliveries, and deliveries into workflows, for as long as the gateway runs. Any number of gateways do
 * so at once: an endpoint's row is planned by one at a time, and a workflow exists once.
 */
export async function runDeliveryRelay(deps: GatewayDeps, signal: AbortSignal): Promise<void> {
  let following: Following | null = null; // only while there is an endpoint: nobody else pays for reading events
  while (!signal.aborted && !following?.isOver) {
    try {
      const work = await deliveryWork(deps.db);
      if (await relayDeliveries(deps, work)) continue;
      if (work.hasEndpoints) following ??= deps.feed.follow();
      else following = endOf(following);
      await (following?.more(work.newest, EVERY_MS) ?? pause(signal));
    } catch (error) {
      deps.log.warn({ err: error }, "deliveries of webhooks wait; trying again");
      await pause(signal);
    }
  }
  endOf(following);
}

/** One turn; true when there may be more to do. @throws Error while Temporal or the database is away */
export async function relayDeliveries(deps: GatewayDeps, work: DeliveryWork): Promise<boolean> {
  let moved = false;
  for (const endpointId of work.behind) moved = (await planDeliveries(deps.db, endpointId)) || moved;
  if (!moved && !work.hasUnstarted) return false;
  const deliveries = await unstartedDeliveries(deps.db, BATCH);
  await Promise.all(deliveries.map((delivery) => start(deps, delivery)));
  return moved || deliveries.length > 0;
}

const pause = (signal: AbortSignal) => delay(EVERY_MS, undefined, { signal }).catch(() => {});

function endOf(following: Following | null): null {
  following?.end();
  return null;
}

async function start({ db, temporal }: GatewayDeps, delivery: UnstartedDelivery): Promise<void> {
  const { id, endpointId, sequence, round, eventType } = delivery;
  const input: DeliverWebhookInput = { deliveryId: id, round };
  await temporal.startOnce({
    workflowType: DELIVER_WEBHOOK_WORKFLOW,
    workflowId: deliverWebhookWorkflowId(endpointId, sequence, round),
    input,
    summary: `${eventType} to ${endpointId}`,
  });
  await markStarted(db, delivery);
}
