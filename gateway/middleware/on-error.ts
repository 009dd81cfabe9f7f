import { AppError, statusOf } from "../../domain/errors.ts";
import { isDatabaseAway } from "../database-errors.ts";
import type { GatewayDeps } from "../deps.ts";
import type { AppContext } from "../endpoint.ts";

const RETRY_AFTER_SECONDS: Readonly<Record<string, number>> = {
  SERVICE_UNAVAILABLE: 2,
  PROVIDER_UNAVAILABLE: 5,
  MAINTENANCE_MODE: 30,
  IDEMPOTENCY_KEY_IN_PROGRESS: 1,
  RATE_LIMITED: 5,
};

/** The one place that answers an error. What is not in the table shows its request id and nothing else. */
export const onError =
  ({ config, log }: GatewayDeps) =>
  (thrown: unknown, c: AppContext): Response => {
    const requestId = c.get("requestId");
    const operationId = c.get("operationId") ?? null;
    const error = toAppError(thrown);
    const status = statusOf(error.code, operationId);
    if (status >= 500) log.error({ err: thrown, requestId, operationId, code: error.code }, "request failed");
    const body = {
      code: error.code,
      message: error.message,
      ...(error.details !== null && { details: error.details }),
      requestId,
      docs: `${config.publicBaseUrl}/docs/errors/${error.code}`,
    };
    const retryAfter = error.details?.retryAfter ?? RETRY_AFTER_SECONDS[error.code];
    const response = new Response(JSON.stringify({ error: body }), {
      status,
      headers: { "content-type": "application/json", "X-Request-ID": requestId },
    });
    if (retryAfter) response.headers.set("Retry-After", String(retryAfter));
    if (status === 401) response.headers.set("WWW-Authenticate", "Bearer");
    return response;
  };

function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isDatabaseAway(thrown)) return new AppError("SERVICE_UNAVAILABLE", { dependency: "database" });
  return new AppError("INTERNAL_ERROR");
}
