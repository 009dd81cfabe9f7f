import type { ErrorCode } from "../../domain/errors.ts";

export interface Advice {
  readonly happened: string;
  readonly todo: string;
  /** What `details` may hold; null when there are none. */
  readonly details: Readonly<Record<string, unknown>> | null;
}

const USER = "usr_0Fj3kXo8vQ2mZ9aLr7TcBn5WdEy1HsGp";
const ORDER = "ord_7Qm2ZxV9cKdB4nWf8LsTgYh1RjPa6EuC";
const WITHDRAWAL = "wd_5Tn8RbYc2XkLq9WvJ4HmZs7GdFa1PeUo";
const KEY = "7b0c4f0e-3a53-4f0e-9d0e-0d7a6d1f5b1c";

/** What each code means to a caller, and what to do about it. A code without a row here does not compile. */
export const ERROR_ADVICE: Readonly<Record<ErrorCode, Advice>> = {
  UNAUTHORIZED: {
    happened: "There was no API key, two different ones, or one that nobody knows.",
    todo: "Send `Authorization: Bearer ohk_…` or `x-api-key: ohk_…`. If both are sent they must be equal.",
    details: null,
  },
  INVALID_API_KEY: {
    happened: "The key was a good one until it was revoked or its `expiresAt` passed. Its tokens went with it.",
    todo: "Create another key with `POST /auth/api-keys` and use that.",
    details: null,
  },
  WEBHOOK_SIGNATURE_INVALID: {
    happened: "A webhook came without a signature, or with one that does not fit its bytes.",
    todo: "Check that both sides use the same webhook secret and that nothing between them changes the body.",
    details: null,
  },
  INSUFFICIENT_SCOPE: {
    happened: "The credential is valid and lacks the scope of this call, or was asked to hand out more than it holds.",
    todo: "Use a key with `requiredScope`. Scopes of a key never change: create another one.",
    details: { requiredScope: "write", currentScopes: ["read"] },
  },
  SECOND_KEY_REQUIRED: {
    happened:
      "Two people let outgoing money go, and two people take money out. The key that sent this is that of the first person (the same key, one that it made, or one that made it), or it was made after the freeze or the request, or it is a token that another key made.",
    todo: "Have a second person send the same request with a key of their own, made before. Nothing was done.",
    details: { frozenBy: "key_0Fj3kXo8vQ2mZ9aLr7TcBn5WdEy1HsGp", unfreezeAskedBy: "master" },
  },
  MANUAL_ADJUSTMENTS_DISABLED: {
    happened:
      "Moving balances by hand, with nothing on the chain, is switched off in this installation, or the key is that of one user.",
    todo: "Move money by deposits, orders and withdrawals. An operator may set `ALLOW_MANUAL_ADJUSTMENTS`; keys of one user never adjust.",
    details: null,
  },
  VALIDATION_ERROR: {
    happened:
      "The request is not of the documented form. Unknown fields count as errors: a misspelt one is never ignored.",
    todo: "Correct every field in `details.fields` and send it again; nothing was done.",
    details: {
      fields: [{ field: "title", message: "is required" }],
      validationErrors: ["title: is required"],
    },
  },
  INVALID_AMOUNT_FORMAT: {
    happened: "The amount is zero, or a payout to Airtm or a bank has more than two decimals.",
    todo: "Send an amount above zero, as a string with two decimals; withdrawals to a Stellar address take up to seven.",
    details: { provided: "0.00", expectedFormat: "above 0.00, two decimals" },
  },
  INVALID_AMOUNT: {
    happened: "The amount is outside the limits in force, or amounts that must add up do not.",
    todo: "Compare with the limits of `GET /config`, and the sum of the milestones with the order's amount.",
    details: { provided: "90000.00", min: "0.01", max: "50000.00" },
  },
  INVALID_CURRENCY: {
    happened: "The currency is neither USD nor USDC.",
    todo: "Send `USD` or `USDC` (one balance, echoed as you sent it), or leave it out.",
    details: { provided: "EUR", allowed: ["USD", "USDC"] },
  },
  INVALID_REQUEST: {
    happened: "Buyer and seller are the same user.",
    todo: "Name two users.",
    details: { buyerId: USER, sellerId: USER },
  },
  USER_NOT_FOUND: {
    happened: "There is no such user, or the key is bound to another one: both look alike.",
    todo: "Check the id (`usr_…`, not your own id of the user) and which user the key belongs to. With the `reason` `NO_SUCH_AIRTM_ACCOUNT` it is Airtm that knows nobody by this e-mail address.",
    details: { userId: USER },
  },
  ORDER_NOT_FOUND: {
    happened: "There is no such order, or the key is bound to a user who is no party of it.",
    todo: "Check the id. After a 202 it is there as soon as a worker takes it; if it stays away for a minute, send the same request again with the same key.",
    details: { orderId: ORDER },
  },
  ESCROW_NOT_FOUND: {
    happened: "The order has no escrow yet.",
    todo: "Create it with `POST /orders/{id}/escrow`.",
    details: { orderId: ORDER },
  },
  MILESTONE_NOT_FOUND: {
    happened: "The order has no milestone with this ref.",
    todo: "Look at `GET /orders/{id}/milestones`.",
    details: { orderId: ORDER, milestoneRef: "design" },
  },
  DISPUTE_NOT_FOUND: {
    happened: "There is no such dispute, or it is not yours.",
    todo: "Check the id.",
    details: null,
  },
  TOPUP_NOT_FOUND: {
    happened: "There is no such top-up, or it is not yours.",
    todo: "Check the id.",
    details: null,
  },
  WITHDRAWAL_NOT_FOUND: {
    happened: "There is no such withdrawal, it is not yours, or the `userId` in the query is not its user.",
    todo: "Check the ids. After a 202 it is there as soon as a worker takes it; if it stays away for a minute, send the same request again with the same key.",
    details: { withdrawalId: WITHDRAWAL },
  },
  NOT_FOUND: {
    happened: "There is no such route, key or wallet. The wallet of a new user takes a moment to be made.",
    todo: "Check method and path against `/docs`; for a wallet, ask again in a few seconds.",
    details: { userId: USER, resource: "wallet" },
  },
  USER_INACTIVE: {
    happened: "Airtm says that this account is not active.",
    todo: "Have the user activate it at Airtm, or link another one. Nothing was linked.",
    details: null,
  },
  USER_NOT_VERIFIED: {
    happened: "Airtm has not verified who this account belongs to, and this installation asks for it.",
    todo: "Have the user finish Airtm's verification and link again. Nothing was linked.",
    details: null,
  },
  AIRTM_USER_INVALID: {
    happened: "Airtm's rules, asked just now, do not let this user pay or be paid.",
    todo: "Read `reason`: USER_NOT_FOUND, USER_INACTIVE, USER_NOT_VERIFIED, ACCOUNT_CHANGED (the address is another account's now: unlink, and link again), COUNTRY_NOT_SUPPORTED or AMOUNT_BELOW_MINIMUM. Nothing was started.",
    details: { userId: USER, reason: "USER_INACTIVE" },
  },
  AIRTM_USER_NOT_LINKED: {
    happened: "Money goes through the user's Airtm account, and none is linked.",
    todo: "Link it with `POST /users/:id/airtm/link`, then try again. Nothing was started.",
    details: { userId: USER },
  },
  AIRTM_USER_ALREADY_LINKED: {
    happened: "The user has another Airtm account already, or that account belongs to another user here.",
    todo: "Look at the user: linked already, unlink the old account first with `DELETE /users/:id/airtm/link`. Not linked, the account is another user's, who must unlink it.",
    details: { userId: USER },
  },
  USER_NOT_ELIGIBLE: {
    happened:
      "The user exists and may not do this: not active, of the wrong type, not the buyer the money belongs to, or not who made the hold.",
    todo: "See `reason`: SUSPENDED, PENDING_VERIFICATION, WRONG_TYPE, NOT_THE_BUYER, NOT_THE_SELLER or HELD_BY_ANOTHER. A key of one user undoes, or sends, only what a key of that user held; a key of the installation may do it. Who is SUSPENDED is let go by `POST /users/:id/reinstate`.",
    details: { userId: USER, reason: "SUSPENDED" },
  },
  INSUFFICIENT_FUNDS: {
    happened: "The available balance does not cover the amount. What is reserved does not count.",
    todo: "Let the user deposit, then send the same request again; the same idempotency key is fine.",
    details: { requested: "120.00", available: "80.00", currency: "USD" },
  },
  RESERVE_NOT_FOUND: {
    happened:
      "Less than that, or nothing, is held for this `orderId` of the user. Holds of orders made here do not count.",
    todo: "Compare with `reserved`. It may be that the hold was released, canceled or deducted before.",
    details: { requested: "100.00", reserved: "0.00", currency: "USD" },
  },
  RESERVE_MISMATCH_AMOUNT: {
    happened: "The amount to reserve is not the order's.",
    todo: "Leave `amount` out, or send the order's own.",
    details: { requested: "100.00", reserved: "120.00", currency: "USD" },
  },
  INVALID_STATE: {
    happened: "The command is not possible in the present state, and has not had its effect already.",
    todo: "Read the present state. `allowedStates` says from where the command works. Nothing was done.",
    details: { id: ORDER, currentState: "ORDER_CREATED", allowedStates: ["IN_PROGRESS"] },
  },
  FUNDS_ALREADY_RESERVED: {
    happened: "Money of this user is held for this `orderId` already.",
    todo: "If it was you, there is nothing to do. To hold another amount, cancel the reservation first.",
    details: { orderId: "shop-order-7", reserved: "100.00", currency: "USD" },
  },
  BALANCE_REFERENCE_REUSED: {
    happened: "A credit or debit of this user had this `reference`, with another amount or currency.",
    todo: "Use a reference per adjustment. The same one with the same amount answers with the first one, done once.",
    details: { reference: "correction-12", userId: USER },
  },
  BALANCE_DISCREPANCY: {
    happened:
      "What our books say the user's wallet holds, available and reserved together, and what is there differ by more than 1.00.",
    todo: "A payment or deposit under way may be the reason: ask again in a minute. Manual adjustments move nothing on the chain and stay as a difference.",
    details: {
      userId: USER,
      localBalance: "120.00",
      providerBalance: "100.00",
      currency: "USD",
      difference: "20.00",
    },
  },
  CLIENT_ORDER_REF_REUSED: {
    happened: "Another order has this `clientOrderRef`, with other parties, amount or currency.",
    todo: "Use a ref per order. The same ref with the same content answers with the existing order.",
    details: { orderId: ORDER },
  },
  REFERENCE_REUSED: {
    happened:
      "Another withdrawal, or top-up, has this `reference`, with another user, amount, currency or destination. `id` names it, where your key may see it.",
    todo: "Use a reference per payment. The same one with the same content answers with the existing payment, however long ago it was and however it ended.",
    details: { id: "wd_7Qm2ZxV9cKdB4nWf8LsTgYh1RjPa6EuC", reference: "payout-2026-118" },
  },
  DISPUTE_ALREADY_OPEN: {
    happened: "The order has a dispute that is not resolved, opened by another party or for another reason.",
    todo: "Add evidence or a comment to the dispute named in `disputeId`. The same dispute told again answers with it.",
    details: { disputeId: "dsp_7Qm2ZxV9cKdB4nWf8LsTgYh1RjPa6EuC", orderId: ORDER },
  },
  WITHDRAWAL_NOT_COMMITTABLE: {
    happened: "The withdrawal was committed before, or is at its end.",
    todo: "Read the withdrawal: if it is on its way, there is nothing to do.",
    details: { currentStatus: "WITHDRAWAL_COMPLETED" },
  },
  ESCROW_ALREADY_EXISTS: {
    happened: "The order has an escrow contract already.",
    todo: "Go on with `POST /orders/{id}/escrow/fund`.",
    details: { orderId: ORDER },
  },
  ESCROW_NOT_READY: {
    happened: "The escrow contract is not on the chain yet.",
    todo: "Wait until the order is ESCROW_FUNDING, then fund it.",
    details: { orderId: ORDER },
  },
  ESCROW_FUNDING_FAILED: {
    happened: "The contract or the network refused the funding for good. The buyer's money is reserved as before.",
    todo: "Fund again (the same contract is used), or cancel the order.",
    details: { orderId: ORDER },
  },
  WITHDRAWAL_DESTINATION_INVALID: {
    happened: "The destination cannot receive this payment. Nothing was taken, or it is back in the balance.",
    todo: "See `reason`: not an address of this network (`NOT_AN_ADDRESS`), no account, no trustline or no room on it, a memo is required (`MEMO_REQUIRED`, SEP-29: send `memo`, with the `memoType` that the receiver asks for); a memo beside an M… or C… address (`MEMO_WITH_MUXED`, `MEMO_WITH_CONTRACT`), which carries none; of a C… address no such contract (`CONTRACT_MISSING`), the token's own (`TOKEN_CONTRACT`) or an escrow of this installation (`ESCROW_CONTRACT`); a W… address, a contract with an id (`MUXED_CONTRACT_UNSUPPORTED`: ask the receiver for another one; without its id a payment to the contract may be credited to nobody); with Airtm also another account than the linked one (`NOT_THE_LINKED_ACCOUNT`) or a wallet of this installation (`SIGNING_WALLET`).",
    details: { destinationRef: "GABC", reason: "NOT_AN_ADDRESS" },
  },
  IDEMPOTENCY_KEY_REUSED: {
    happened:
      "This key was used on this path with another body (or, for a secret answer, by another credential). All keys of the installation share one set of idempotency keys; the keys of one user share that user's. What a key began is remembered for ever.",
    todo: "Use a new key for a new intent. For a retry, send exactly the same body; any API key of yours will do.",
    details: { idempotencyKey: KEY, idempotency_key: KEY },
  },
  IDEMPOTENCY_KEY_IN_PROGRESS: {
    happened: "The first request with this key is still running, and there is nothing to attach to.",
    todo: "Send it again after `Retry-After`: you get the first one's answer.",
    details: { idempotencyKey: KEY, idempotency_key: KEY },
  },
  CURSOR_EXPIRED: {
    happened: "You asked for events after a point, and the next of them is older than the 30 days that can be read.",
    todo:
      "Read the present state of what you follow from its own routes, then go on with `details.oldestCursor`, the oldest " +
      "point there is.",
    details: { oldestCursor: "48211" },
  },
  PAYLOAD_TOO_LARGE: {
    happened: "The body is larger than 100 kB.",
    todo: "Send less; keep documents elsewhere and refer to them in `metadata`.",
    details: null,
  },
  RATE_LIMITED: {
    happened: "More requests came than the limit allows.",
    todo: "Wait for `Retry-After` seconds. A payment that was asked about a thousand times answers no more: read it with `GET`, or follow its events.",
    details: { limit: 100, windowSeconds: 60, retryAfter: 12 },
  },
  PROVIDER_ERROR: {
    happened: "Trustless Work or another provider refused for good. Nothing was done, or everything was undone.",
    todo: "Read the present state and send the command again; tell support when it stays.",
    details: { provider: "trustless-work" },
  },
  PROVIDER_RATE_LIMITED: {
    happened: "The request budget at a provider is used up for now.",
    todo: "Try again in a minute. Running operations go on by themselves.",
    details: { provider: "trustless-work" },
  },
  STELLAR_NETWORK_ERROR: {
    happened: "The Stellar network could not be asked. This concerns reads, and commands that had not begun.",
    todo: "Try again; payments on their way go on by themselves.",
    details: { provider: "stellar" },
  },
  PROVIDER_TIMEOUT: {
    happened: "A provider did not answer in time, before anything was started.",
    todo: "Try again.",
    details: { provider: "airtm", timeoutMs: 20000 },
  },
  PROVIDER_UNAVAILABLE: {
    happened: "A provider is away.",
    todo: "Try again after `Retry-After` seconds.",
    details: { provider: "airtm" },
  },
  MAINTENANCE_MODE: {
    happened:
      "An operator switched maintenance on: nothing new is accepted. Reads go on, and so does every payment under way.",
    todo: "Send the same request with the same `Idempotency-Key` after `Retry-After` seconds; nothing was done. `GET /admin/maintenance/status` tells when it is over.",
    details: { message: "back at 14:00 UTC", since: "2026-01-02T13:00:00.000Z" },
  },
  SERVICE_UNAVAILABLE: {
    happened: "The database, Temporal or every worker is away, so the command was not accepted.",
    todo: "Send the same request with the same `Idempotency-Key` after `Retry-After` seconds: it has one effect.",
    details: { dependency: "temporal" },
  },
  INTERNAL_ERROR: {
    happened: "A bug or an unforeseen failure. The reply tells nothing but the request id; the log tells the rest.",
    todo: "Give support the `requestId`. For a command, read the state before you repeat it with the same key.",
    details: null,
  },
};
