import { randomUUID } from "node:crypto";

/** pending: still to be delivered · delivered: answered with 2xx · failed: every attempt was refused · lost: by a fault · no-url */
export type WebhookState = "pending" | "delivered" | "failed" | "lost" | "no-url";

/** A webhook with the object as it was when it happened. The id is the same in every attempt. */
export interface WebhookMessage {
  readonly id: string;
  readonly type: string;
  readonly objectId: string;
  readonly code: string | null;
  readonly body: string;
  readonly createdAtMs: number;
  readonly state: WebhookState;
}

export interface WebhookOutcome {
  readonly id: string;
  readonly state: Exclude<WebhookState, "no-url">;
}

interface Happened {
  readonly type: string;
  readonly data: { readonly id: string; readonly code: string | null };
  readonly atMs: number;
  readonly hasUrl: boolean;
}

export const newMessage = ({ type, data, atMs, hasUrl }: Happened): WebhookMessage => ({
  id: `msg_${randomUUID().replaceAll("-", "")}`,
  type,
  objectId: data.id,
  code: data.code,
  body: JSON.stringify({ type, data }),
  createdAtMs: atMs,
  state: hasUrl ? "pending" : "no-url",
});
