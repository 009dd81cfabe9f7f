/** How events are brought to endpoints. */
export interface WebhookSettings {
  /** Opens what was sealed for an endpoint. @throws Error when the key is missing or another one */
  readonly openSecret: (sealed: string, endpointId: string) => string;
  /** True in development: then an endpoint may be on this machine or network. */
  readonly allowPrivateAddresses: boolean;
  /** For one whole exchange. */
  readonly timeoutMs: number;
}

/** What a secret of an endpoint is sealed for. */
export const WEBHOOK_SECRET_PURPOSE = "webhook-secret";
