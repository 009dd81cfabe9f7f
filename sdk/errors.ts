/** What every failure of the API and of the way to it tells. */
export interface Failure {
  readonly message: string;
  /** A code of the API (see `docs/errors`), or NETWORK_ERROR, TIMEOUT, STILL_PENDING, UNEXPECTED_REPLY from this client. */
  readonly code: string;
  /** HTTP status; 0 when there was no answer. */
  readonly statusCode: number;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** To be told to support. */
  readonly requestId?: string | undefined;
  /** The page that explains the code. */
  readonly docs?: string | undefined;
}

/** Any failure. Its subclasses say what kind, so that callers need not compare codes. */
export class OfferHubError extends Error {
  readonly code: string;
  readonly statusCode: number;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
  readonly docs: string | null;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = new.target.name;
    this.code = failure.code;
    this.statusCode = failure.statusCode;
    this.details = failure.details ?? {};
    this.requestId = failure.requestId ?? null;
    this.docs = failure.docs ?? null;
  }
}

/** 401: no valid credential. */
export class AuthenticationError extends OfferHubError {}
/** 403: the credential is not enough. */
export class AuthorizationError extends OfferHubError {}
/** 404: not there, or not yours. */
export class NotFoundError extends OfferHubError {}
/** IDEMPOTENCY_KEY_REUSED: the key belongs to another request. */
export class IdempotencyError extends OfferHubError {}
/** No answer: the connection failed or the time was up, also after the retries. The effect is unknown; a retry with the same key is safe. */
export class NetworkError extends OfferHubError {}
/** Accepted, going on, and not at its end within the time you waited. */
export class StillPendingError extends OfferHubError {}

/**
 * Something else than the API answered: a redirect, a login page, a proxy, another service. Nothing of it is taken for a value,
 * and it is not followed. The effect of a command is unknown; a retry with the same key is safe once `apiUrl` is right.
 */
export class UnexpectedReplyError extends OfferHubError {}

/** 400: the request is wrong; nothing was done. */
export class ValidationError extends OfferHubError {
  /** Each wrong field and why. */
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  constructor(failure: Failure) {
    super(failure);
    const { fields } = this.details;
    this.fields = Array.isArray(fields) ? fields : [];
  }
}

/** 422: the available balance does not cover it. Amounts are decimal strings. */
export class InsufficientFundsError extends OfferHubError {
  readonly userId: string | null;
  readonly required: string | null;
  readonly available: string | null;
  constructor(failure: Failure) {
    super(failure);
    this.userId = textOf(this.details.userId);
    this.required = textOf(this.details.requested);
    this.available = textOf(this.details.available);
  }
}

/** The command is not possible in the present state, and did nothing. */
export class InvalidTransitionError extends OfferHubError {
  /** Id of what refused. */
  readonly resource: string | null;
  readonly currentState: string | null;
  /** The states in which the command works. */
  readonly allowedStates: readonly string[];
  readonly targetState: string | null;
  constructor(failure: Failure) {
    super(failure);
    const { id, currentState, currentStatus, allowedStates, targetState } = this.details;
    this.resource = textOf(id);
    this.currentState = textOf(currentState) ?? textOf(currentStatus);
    this.allowedStates = Array.isArray(allowedStates) ? allowedStates : [];
    this.targetState = textOf(targetState);
  }
}

/** A provider failed for good; nothing was done, or everything was undone. */
export class ProviderError extends OfferHubError {
  readonly provider: string | null;
  constructor(failure: Failure) {
    super(failure);
    this.provider = textOf(this.details.provider);
  }
}

/** 429, also after the retries. */
export class RateLimitError extends OfferHubError {
  /** Seconds. */
  readonly retryAfter: number | null;
  constructor(failure: Failure) {
    super(failure);
    const { retryAfter } = this.details;
    this.retryAfter = typeof retryAfter === "number" ? retryAfter : null;
  }
}

type ErrorClass = new (failure: Failure) => OfferHubError;

const BY_CODE: Readonly<Record<string, ErrorClass>> = {
  INSUFFICIENT_FUNDS: InsufficientFundsError,
  INVALID_STATE: InvalidTransitionError,
  WITHDRAWAL_NOT_COMMITTABLE: InvalidTransitionError,
  IDEMPOTENCY_KEY_REUSED: IdempotencyError,
  IDEMPOTENCY_KEY_IN_PROGRESS: IdempotencyError,
  PROVIDER_ERROR: ProviderError,
  PROVIDER_RATE_LIMITED: ProviderError,
  PROVIDER_TIMEOUT: ProviderError,
  PROVIDER_UNAVAILABLE: ProviderError,
  STELLAR_NETWORK_ERROR: ProviderError,
};
const BY_STATUS: Readonly<Record<number, ErrorClass>> = {
  400: ValidationError,
  401: AuthenticationError,
  403: AuthorizationError,
  404: NotFoundError,
  429: RateLimitError,
};

/** Where a reply has no code of the API: a proxy on the way has answered. */
const CODE_BY_STATUS: Readonly<Record<number, string>> = {
  400: "VALIDATION_ERROR",
  401: "AUTHENTICATION_FAILED",
  403: "AUTHORIZATION_FAILED",
  404: "RESOURCE_NOT_FOUND",
  429: "RATE_LIMITED",
};

/**
 * The error of a reply: by its code where the code says more than the status, else by the status.
 * @param retryAfter seconds, as the reply's headers ask for
 */
export function errorOf(statusCode: number, body: unknown, retryAfter: number | null = null): OfferHubError {
  const error = recordOf(recordOf(body).error);
  const code = textOf(error.code) ?? CODE_BY_STATUS[statusCode] ?? "UNKNOWN_ERROR";
  const kind = (Object.hasOwn(BY_CODE, code) && BY_CODE[code]) || BY_STATUS[statusCode] || OfferHubError;
  return new kind({
    code,
    statusCode,
    message: textOf(error.message) ?? `the API answered ${statusCode}`,
    // a health check tells in `data` what is not well
    details: { ...(retryAfter !== null && { retryAfter }), ...recordOf(error.details ?? recordOf(body).data) },
    requestId: textOf(error.requestId) ?? undefined,
    docs: textOf(error.docs) ?? undefined,
  });
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
