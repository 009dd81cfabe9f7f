/**
 * Why a step of a payment did not go through, and what is done about it.
 * - `retry`: time heals it. Tried again quickly, then parked and tried again slowly.
 * - `wait`: time heals it, but not soon. Parked at once, and tried again slowly.
 * - `park`: a person must look before anything is tried again.
 * - `refuse`: a definite no with nothing done; the command fails and what was held is given back.
 */
export const STEP_PROBLEMS = {
  LANE_BUSY: { verdict: "retry", why: "another transaction of the same account is in flight" },
  PROVIDER_UNAVAILABLE: { verdict: "retry", why: "the provider did not answer, or answered with a server error" },
  PROVIDER_BUDGET_EXHAUSTED: { verdict: "retry", why: "the provider's request budget is used up for now" },
  PROVIDER_INDEX_STALE: { verdict: "retry", why: "the provider has not seen the contract yet" },
  NETWORK_NEWER: { verdict: "wait", why: "the Stellar network answers what this release cannot read" },
  CHAIN_UNREACHABLE: { verdict: "retry", why: "no Stellar node answered" },
  NETWORK_BEHIND: { verdict: "retry", why: "the Stellar nodes that answer have not seen the newest ledgers" },
  HISTORY_LOST: {
    verdict: "wait",
    why: "no source's history reaches back to the transaction, so that nobody can say how it ended",
  },
  WALLET_NOT_READY: { verdict: "retry", why: "a wallet is not active on the chain yet" },
  TREASURY_LOW: { verdict: "wait", why: "the treasury wallet holds too little USDC" },
  BOOKS_SHORT: { verdict: "wait", why: "the ledger could not book what this step would pay" },
  FIAT_BALANCE_LOW: { verdict: "wait", why: "our account at the fiat provider holds too little" },
  FIAT_LIMIT_REACHED: { verdict: "wait", why: "the fiat provider pays out no more today" },
  WALLET_LOW_ON_XLM: { verdict: "wait", why: "the wallet cannot pay the network's fee; the sponsor is refilling it" },
  FEE_LIMIT_BELOW_PRICE: { verdict: "wait", why: "the network asks for more than our fee limit allows" },
  ATTEMPT_FORGOTTEN: {
    verdict: "wait",
    why: "the database lost a signed transaction that its payment remembers, so the chain is asked for it",
  },
  SIGNING_FROZEN: { verdict: "retry", why: "an operator froze all outgoing money" },
  STORAGE_UNAVAILABLE: { verdict: "retry", why: "the database did not answer" },
  PROVIDER_REFUSED: { verdict: "refuse", why: "the provider refused the request" },
  CONTRACT_REFUSED: { verdict: "refuse", why: "the escrow contract refused the call" },
  DESTINATION_INVALID: { verdict: "refuse", why: "the destination cannot receive this payment" },
  FUNDS_NOT_FREE: { verdict: "refuse", why: "the wallet holds less than this that is promised to nobody" },
  TRANSACTION_REFUSED: { verdict: "refuse", why: "the network included the transaction and its operation failed" },
  RECIPIENT_NOT_ELIGIBLE: {
    verdict: "park",
    why: "the fiat provider says that the user's account is inactive, banned or not verified",
  },
  USER_SUSPENDED: { verdict: "park", why: "the user whose money would leave is suspended" },
  PROVIDER_CREDENTIAL_REFUSED: { verdict: "park", why: "the provider refused our credential" },
  TRANSACTION_NOT_AS_INTENDED: {
    verdict: "park",
    why: "the provider built another transaction than was asked for; it was not signed",
  },
  ESCROW_NOT_AS_AGREED: { verdict: "park", why: "the contract on the chain differs from the order" },
  STATE_UNEXPECTED: { verdict: "park", why: "the chain is in a state that this step does not expect" },
  SIGNER_UNAVAILABLE: { verdict: "park", why: "the key cannot sign: missing, unreadable or refused" },
  FENCE_LOST: { verdict: "park", why: "another deployment signs with the same keys, so this one must not" },
  ACCOUNT_OUT_OF_XLM: { verdict: "park", why: "the account cannot pay the network's fee or reserve" },
  GENERATIONS_EXHAUSTED: { verdict: "refuse", why: "every attempt is proven to have expired without being included" },
  DISPUTE_NOT_BEGUN: { verdict: "retry", why: "the workflow that carries the dispute could not be started" },
  BOOKING_REFUSED: { verdict: "park", why: "the chain's outcome could not be booked in the ledger" },
  UNKNOWN_ERROR: { verdict: "park", why: "an error nobody has sorted yet" },
} as const satisfies Record<string, { verdict: "retry" | "wait" | "park" | "refuse"; why: string }>;

export type StepProblem = keyof typeof STEP_PROBLEMS;

export function isStepProblem(text: unknown): text is StepProblem {
  return typeof text === "string" && Object.hasOwn(STEP_PROBLEMS, text);
}
