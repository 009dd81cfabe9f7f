import type { GatewayDeps } from "../deps.ts";

/** A call as it came: nothing of it is believed before its signature is proven over these very bytes. */
export interface IncomingCall {
  readonly header: (name: string) => string | undefined;
  readonly bytes: Buffer;
}

/** What a provider says happened. */
export interface IncomingEvent {
  /** Unique at its provider, for ever. */
  readonly eventId: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What differs from provider to provider. */
export interface WebhookProvider {
  readonly name: string;
  /** False, too, when there is no secret to check it with. */
  readonly isAuthentic: (deps: GatewayDeps, call: IncomingCall) => boolean;
  /** @throws AppError VALIDATION_ERROR */
  readonly read: (call: IncomingCall, body: Readonly<Record<string, unknown>>) => IncomingEvent;
  /** Has those look who may be concerned; safe to repeat. True when the event's type is known. @throws Error while it cannot */
  readonly hint: (deps: GatewayDeps, event: IncomingEvent) => Promise<boolean>;
}
