/** A row of the error table: what a code means on the wire and to Temporal. */
export interface ErrorRow {
  /** HTTP status. */
  readonly status: number;
  /** Other statuses, by operation id, where an endpoint must answer the code differently. */
  readonly statusOn?: Readonly<Record<string, number>>;
  /** True when the same call can never succeed by being repeated. */
  readonly nonRetryable: boolean;
  /** One public sentence. */
  readonly title: string;
}

const INVALID_STATE_AS_400 = Object.fromEntries(
  [
    "reserveOrder",
    "cancelOrder",
    "createEscrow",
    "fundEscrow",
    "completeMilestone",
    "releaseOrder",
    "refundOrder",
    "openDispute",
    "assignDispute",
    "resolveDispute",
    "addEvidence",
    "commentDispute",
    "previewDispute",
    "previewSettlement",
  ].map((operationId) => [operationId, 400]),
);

/** THE table of errors. Status, OpenAPI answers, Temporal failure type, SDK class and docs page derive from it. */
export const ERRORS = {
  UNAUTHORIZED: { status: 401, nonRetryable: true, title: "No valid credential was sent." },
  INVALID_API_KEY: { status: 401, nonRetryable: true, title: "The API key was revoked or has expired." },
  WEBHOOK_SIGNATURE_INVALID: { status: 401, nonRetryable: true, title: "The webhook's signature is missing or wrong." },
  INSUFFICIENT_SCOPE: { status: 403, nonRetryable: true, title: "The credential lacks the scope for this call." },
  MANUAL_ADJUSTMENTS_DISABLED: { status: 403, nonRetryable: true, title: "Manual adjustments are switched off here." },
  SECOND_KEY_REQUIRED: { status: 403, nonRetryable: true, title: "This needs the API key of a second person." },
  VALIDATION_ERROR: { status: 400, nonRetryable: true, title: "The request is not of the documented form." },
  INVALID_AMOUNT_FORMAT: {
    status: 400,
    nonRetryable: true,
    title: "The amount must be above zero, with two decimals.",
  },
  INVALID_AMOUNT: {
    status: 400,
    statusOn: { resolveDispute: 422, previewDispute: 422, previewSettlement: 422 },
    nonRetryable: true,
    title: "The amount is outside the limits or does not add up.",
  },
  INVALID_CURRENCY: { status: 400, nonRetryable: true, title: "The currency must be USD or USDC." },
  INVALID_REQUEST: { status: 400, nonRetryable: true, title: "Buyer and seller must be two users." },
  USER_NOT_FOUND: { status: 404, statusOn: { linkAirtm: 400 }, nonRetryable: true, title: "No such user." },
  ORDER_NOT_FOUND: { status: 404, nonRetryable: true, title: "No such order." },
  ESCROW_NOT_FOUND: { status: 404, nonRetryable: true, title: "No such escrow." },
  MILESTONE_NOT_FOUND: { status: 404, nonRetryable: true, title: "No such milestone." },
  DISPUTE_NOT_FOUND: { status: 404, nonRetryable: true, title: "No such dispute." },
  TOPUP_NOT_FOUND: { status: 404, nonRetryable: true, title: "No such top-up." },
  WITHDRAWAL_NOT_FOUND: { status: 404, nonRetryable: true, title: "No such withdrawal." },
  NOT_FOUND: { status: 404, nonRetryable: true, title: "There is nothing at this address." },
  USER_INACTIVE: { status: 400, nonRetryable: true, title: "The Airtm account is not active." },
  USER_NOT_VERIFIED: { status: 400, nonRetryable: true, title: "Airtm has not verified the user." },
  AIRTM_USER_INVALID: {
    status: 422,
    statusOn: { linkAirtm: 400 },
    nonRetryable: true,
    title: "Airtm does not let this user do that.",
  },
  AIRTM_USER_NOT_LINKED: { status: 422, nonRetryable: true, title: "The user is not linked to an Airtm account." },
  AIRTM_USER_ALREADY_LINKED: {
    status: 409,
    nonRetryable: true,
    title: "The user, or the Airtm account, is linked to another one.",
  },
  USER_NOT_ELIGIBLE: { status: 422, nonRetryable: true, title: "The user may not do this." },
  INSUFFICIENT_FUNDS: { status: 422, nonRetryable: true, title: "The available balance does not cover it." },
  RESERVE_NOT_FOUND: { status: 422, nonRetryable: true, title: "Not that much is held for this order." },
  RESERVE_MISMATCH_AMOUNT: { status: 422, nonRetryable: true, title: "The amount differs from the order's." },
  INVALID_STATE: {
    status: 409,
    statusOn: INVALID_STATE_AS_400,
    nonRetryable: true,
    title: "It cannot do that in its present state.",
  },
  FUNDS_ALREADY_RESERVED: { status: 409, nonRetryable: true, title: "Money is already held for this order." },
  BALANCE_REFERENCE_REUSED: {
    status: 409,
    nonRetryable: true,
    title: "The reference was used for another amount of this user.",
  },
  BALANCE_DISCREPANCY: { status: 409, nonRetryable: true, title: "The books and the wallet on the chain differ." },
  CLIENT_ORDER_REF_REUSED: { status: 409, nonRetryable: true, title: "Another order already has this clientOrderRef." },
  REFERENCE_REUSED: { status: 409, nonRetryable: true, title: "Another payment already has this reference." },
  DISPUTE_ALREADY_OPEN: {
    status: 409,
    nonRetryable: true,
    title: "The order has another dispute that is not resolved.",
  },
  WITHDRAWAL_NOT_COMMITTABLE: { status: 409, nonRetryable: true, title: "The withdrawal cannot be committed now." },
  ESCROW_ALREADY_EXISTS: { status: 409, nonRetryable: true, title: "The order already has an escrow." },
  ESCROW_NOT_READY: { status: 409, nonRetryable: true, title: "The escrow contract is not on the chain yet." },
  ESCROW_FUNDING_FAILED: {
    status: 400,
    nonRetryable: true,
    title: "The escrow was not funded; the money is back as before.",
  },
  WITHDRAWAL_DESTINATION_INVALID: {
    status: 422,
    nonRetryable: true,
    title: "The destination cannot receive this payment.",
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    nonRetryable: true,
    title: "The idempotency key was used for another request.",
  },
  IDEMPOTENCY_KEY_IN_PROGRESS: {
    status: 409,
    nonRetryable: false,
    title: "The first request with this key is still running.",
  },
  CURSOR_EXPIRED: { status: 410, nonRetryable: true, title: "What comes after the cursor is older than 30 days." },
  PAYLOAD_TOO_LARGE: { status: 413, nonRetryable: true, title: "The body is larger than 100 kB." },
  RATE_LIMITED: { status: 429, nonRetryable: false, title: "Too many requests." },
  PROVIDER_ERROR: { status: 502, nonRetryable: false, title: "A provider refused or failed." },
  PROVIDER_RATE_LIMITED: { status: 502, nonRetryable: false, title: "A provider's request budget is used up." },
  STELLAR_NETWORK_ERROR: { status: 502, nonRetryable: false, title: "The Stellar network did not answer." },
  PROVIDER_TIMEOUT: { status: 504, nonRetryable: false, title: "A provider did not answer in time." },
  PROVIDER_UNAVAILABLE: { status: 503, nonRetryable: false, title: "A provider is away; try again later." },
  MAINTENANCE_MODE: { status: 503, nonRetryable: false, title: "The service is in maintenance and takes no commands." },
  SERVICE_UNAVAILABLE: {
    status: 503,
    nonRetryable: false,
    title: "A part of this installation is away; try again later.",
  },
  INTERNAL_ERROR: {
    status: 500,
    nonRetryable: false,
    title: "Something went wrong here; the request id tells us what.",
  },
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof ERRORS;

/** Extra facts of an error that its caller may see: states, ids, amounts. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** A known error, by its code. The message is public; what only we should know goes into `cause`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails | null;
  constructor(code: ErrorCode, details: ErrorDetails | null = null, message: string = ERRORS[code].title) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

export const isAppError = (error: unknown, code: ErrorCode): error is AppError =>
  error instanceof AppError && error.code === code;

export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === "string" && Object.hasOwn(ERRORS, text);
}

/** The HTTP status of a code, which a few operations answer differently. */
export function statusOf(code: ErrorCode, operationId: string | null): number {
  const row: ErrorRow = ERRORS[code];
  return (operationId && row.statusOn?.[operationId]) || row.status;
}
