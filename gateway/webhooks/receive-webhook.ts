import { AppError } from "../../domain/errors.ts";
import type { GatewayDeps } from "../deps.ts";
import type { CallContext } from "../endpoint.ts";
import { parseBody } from "../middleware/read-body.ts";
import { type InboxEvent, unprocessedWebhooks } from "../reads/webhook-inbox.ts";
import { markProcessed, storeWebhook } from "../writes/webhook-inbox.ts";
import { airtm } from "./airtm.ts";
import { trustlessWork } from "./trustless-work.ts";
import type { WebhookProvider } from "./webhook-provider.ts";

const PROVIDERS: readonly WebhookProvider[] = [trustlessWork, airtm];
const BATCH = 50;

export interface WebhookReceipt {
  readonly status: "ok";
  /** False when it was only kept: its type is unknown, or it could not be passed on yet and will be. */
  readonly processed: boolean;
  readonly duplicate?: true;
}

/**
 * Proven, then kept, then passed on. What could not be passed on stays in the inbox, and the relay tries again: the provider
 * need not.
 * @throws AppError WEBHOOK_SIGNATURE_INVALID before anything else of it is looked at; VALIDATION_ERROR
 */
export async function receiveWebhook(call: CallContext, provider: WebhookProvider): Promise<WebhookReceipt> {
  const { deps, header, bytes } = call;
  if (!provider.isAuthentic(deps, { header, bytes })) throw new AppError("WEBHOOK_SIGNATURE_INVALID");
  const event = provider.read({ header, bytes }, parseBody(bytes));
  const { isNew, isProcessed } = await storeWebhook(deps.db, provider.name, event);
  const processed =
    isProcessed || (await passOn(deps, { ...event, provider: provider.name }).catch(later(deps, event)));
  return { status: "ok", processed, ...(!isNew && { duplicate: true as const }) };
}

/** Returns how many were passed on. One that fails does not keep the others. */
export async function processInbox(deps: GatewayDeps): Promise<number> {
  const events = await unprocessedWebhooks(deps.db, BATCH);
  const results = await Promise.all(events.map((event) => passOn(deps, event).then(() => true, later(deps, event))));
  return results.filter(Boolean).length;
}

async function passOn(deps: GatewayDeps, event: InboxEvent): Promise<boolean> {
  const provider = PROVIDERS.find(({ name }) => name === event.provider);
  if (!provider) throw new Error(`nobody knows the provider ${event.provider}`);
  const isKnown = await provider.hint(deps, event);
  await markProcessed(deps.db, event);
  return isKnown;
}

const later =
  ({ log }: GatewayDeps, { eventId }: { readonly eventId: string }) =>
  (error: unknown): false => {
    log.warn({ err: error, eventId }, "a webhook waits in the inbox; the relay passes it on");
    return false;
  };
