import { randomBytes } from "node:crypto";
import { AppError } from "../../domain/errors.ts";
import type { GatewayDeps } from "../deps.ts";

/** Seals a secret so that only the worker's key ring opens it, for its owner and purpose alone. */
export interface SecretSealer {
  seal(secret: string, whose: { readonly owner: string; readonly purpose: string }): string;
}

const SECRET_BYTES = 32;
/** As the worker opens it, see activities/webhooks/settings.ts. */
const PURPOSE = "webhook-secret";

export interface EndpointSecret {
  /** Shown once. */
  readonly secret: string;
  readonly sealed: string;
}

/** A new signing secret in the form of Standard Webhooks. @throws AppError SERVICE_UNAVAILABLE without WEBHOOK_SECRET_KEY */
export function makeEndpointSecret({ webhookKeys }: GatewayDeps, endpointId: string): EndpointSecret {
  if (!webhookKeys) throw new AppError("SERVICE_UNAVAILABLE", { dependency: "WEBHOOK_SECRET_KEY" });
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
  return { secret, sealed: webhookKeys.seal(secret, { owner: endpointId, purpose: PURPOSE }) };
}
