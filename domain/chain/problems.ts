/**
 * Why a step of a payment did not go through, and what is done about it.
 * - `retry`: time heals it. Tried again quickly, then parked and tried again slowly.
 * - `park`: a person must look before anything is tried again.
 * - `refuse`: a definite no with nothing done; the command fails and what was held is given back.
 */
export const STEP_PROBLEMS = {
  LANE_BUSY: { then: "retry", why: "another transaction of the same account is in flight" },
  PROVIDER_UNAVAILABLE: { then: "retry", why: "the provider did not answer, or answered with a server error" },
  PROVIDER_BUDGET_EXHAUSTED: { then: "retry", why: "the provider's request budget is used up for now" },
  PROVIDER_INDEX_STALE: { then: "retry", why: "the provider has not seen the contract yet" },
  CHAIN_UNREACHABLE: { then: "retry", why: "no Stellar node answered" },
  WALLET_NOT_READY: { then: "retry", why: "a wallet is not active on the chain yet" },
  STORAGE_UNAVAILABLE: { then: "retry", why: "the database did not answer" },
  PROVIDER_REFUSED: { then: "refuse", why: "the provider refused the request" },
  CONTRACT_REFUSED: { then: "refuse", why: "the escrow contract refused the call" },
  DESTINATION_INVALID: { then: "refuse", why: "the destination cannot receive this payment" },
  TRANSACTION_REFUSED: { then: "refuse", why: "the network included the transaction and its operation failed" },
  PROVIDER_CREDENTIAL_REFUSED: { then: "park", why: "the provider refused our credential" },
  TRANSACTION_NOT_AS_INTENDED: { then: "park", why: "the provider built another transaction than was asked for; it was not signed" },
  ESCROW_NOT_AS_AGREED: { then: "park", why: "the contract on the chain differs from the order" },
  STATE_UNEXPECTED: { then: "park", why: "the chain is in a state that this step does not expect" },
  SIGNER_UNAVAILABLE: { then: "park", why: "the key cannot sign: missing, unreadable or refused" },
  ACCOUNT_OUT_OF_XLM: { then: "park", why: "the account cannot pay the network's fee or reserve" },
  GENERATIONS_EXHAUSTED: { then: "park", why: "every attempt expired without being included" },
  BOOKING_REFUSED: { then: "park", why: "the chain's outcome could not be booked in the ledger" },
  UNKNOWN_ERROR: { then: "park", why: "an error nobody has sorted yet" },
} as const satisfies Record<string, { then: "retry" | "park" | "refuse"; why: string }>;

export type StepProblem = keyof typeof STEP_PROBLEMS;

export function isStepProblem(text: unknown): text is StepProblem {
  return typeof text === "string" && Object.hasOwn(STEP_PROBLEMS, text);
}
