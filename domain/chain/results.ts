import type { StepProblem } from "./problems.ts";

/**
 * What is done about a result:
 * - `resend`: the same bytes again, until their time is over.
 * - `look-up`: ask for the hash first; only a proof that it is dead lets a new transaction be signed.
 * - `bump`: pay more for the same inner transaction, or build a dearer one once this one is proven dead.
 * - `wait`: time alone changes it.
 * - `refuse`: a definite business no.
 * - `park`: a person must look.
 * - `done`: the effect is there; check it.
 */
export interface ResultRow {
  readonly verdict: "resend" | "look-up" | "bump" | "wait" | "refuse" | "park" | "done";
  /** How a step ends when a ledger holds the transaction with this result. */
  readonly problem: StepProblem;
  readonly why: string;
}

/**
 * THE table of what Stellar says of a transaction, in Horizon's names. A result before inclusion consumes nothing and
 * proves nothing: the same bytes may have been applied through another node. A failed operation was included: the
 * sequence number and the fee are gone, nothing else happened, and a new transaction may be built at once. A code
 * missing here parks.
 */
export const RESULTS = {
  TRY_AGAIN_LATER: {
    verdict: "resend",
    problem: "CHAIN_UNREACHABLE",
    why: "the queue is full, or holds another of this account",
  },
  DUPLICATE: { verdict: "look-up", problem: "CHAIN_UNREACHABLE", why: "the node has these very bytes already" },
  tx_success: { verdict: "done", problem: "UNKNOWN_ERROR", why: "applied" },
  tx_failed: { verdict: "refuse", problem: "TRANSACTION_REFUSED", why: "included, an operation failed" },

  tx_bad_seq: {
    verdict: "look-up",
    problem: "LANE_BUSY",
    why: "often our own transaction, applied already; else another took the number",
  },
  tx_too_late: {
    verdict: "look-up",
    problem: "CHAIN_UNREACHABLE",
    why: "its time is over; that it was not applied before must be proven",
  },
  tx_internal_error: { verdict: "look-up", problem: "CHAIN_UNREACHABLE", why: "the node failed, not the transaction" },
  tx_too_early: { verdict: "wait", problem: "CHAIN_UNREACHABLE", why: "the ledger's clock is behind its minimum time" },
  tx_bad_min_seq_age_or_gap: { verdict: "wait", problem: "LANE_BUSY", why: "its account was used too recently" },
  tx_insufficient_fee: { verdict: "bump", problem: "CHAIN_UNREACHABLE", why: "the network is busy and asks for more" },

  tx_insufficient_balance: {
    verdict: "park",
    problem: "ACCOUNT_OUT_OF_XLM",
    why: "the fee would break the account's reserve",
  },
  op_low_reserve: { verdict: "park", problem: "ACCOUNT_OUT_OF_XLM", why: "the reserve for the new entry is missing" },
  op_underfunded: { verdict: "park", problem: "STATE_UNEXPECTED", why: "the wallet holds less than our ledger says" },

  tx_bad_auth: { verdict: "park", problem: "SIGNER_UNAVAILABLE", why: "wrong key, or wrong network passphrase" },
  tx_bad_auth_extra: { verdict: "park", problem: "SIGNER_UNAVAILABLE", why: "a signature too many" },
  op_bad_auth: { verdict: "park", problem: "SIGNER_UNAVAILABLE", why: "the operation's account did not sign" },
  tx_no_source_account: { verdict: "park", problem: "STATE_UNEXPECTED", why: "the account is gone" },
  op_no_source_account: { verdict: "park", problem: "STATE_UNEXPECTED", why: "the operation's account is gone" },
  tx_frozen_key_accessed: {
    verdict: "park",
    problem: "STATE_UNEXPECTED",
    why: "the network froze an entry it touches",
  },
  tx_malformed: { verdict: "park", problem: "UNKNOWN_ERROR", why: "we built what no node accepts" },
  tx_missing_operation: { verdict: "park", problem: "UNKNOWN_ERROR", why: "we built an empty transaction" },
  tx_not_supported: { verdict: "park", problem: "UNKNOWN_ERROR", why: "this network's protocol does not know it" },
  tx_bad_sponsorship: { verdict: "park", problem: "UNKNOWN_ERROR", why: "a sponsorship was begun and not ended" },
  op_malformed: { verdict: "park", problem: "UNKNOWN_ERROR", why: "we built an operation with bad input" },
  op_not_supported: { verdict: "park", problem: "UNKNOWN_ERROR", why: "this network's protocol does not know it" },
  op_too_many_subentries: { verdict: "park", problem: "STATE_UNEXPECTED", why: "the account has 1,000 entries" },
  op_too_many_sponsoring: { verdict: "park", problem: "STATE_UNEXPECTED", why: "the sponsor's counter is full" },
  op_exceeded_work_limit: { verdict: "park", problem: "UNKNOWN_ERROR", why: "more work than an operation may cause" },

  op_no_destination: { verdict: "refuse", problem: "DESTINATION_INVALID", why: "the destination does not exist" },
  op_no_trust: { verdict: "refuse", problem: "DESTINATION_INVALID", why: "the destination has no trustline" },
  op_line_full: { verdict: "refuse", problem: "DESTINATION_INVALID", why: "the destination's trustline has no room" },
  op_not_authorized: { verdict: "refuse", problem: "DESTINATION_INVALID", why: "the issuer froze the destination" },
  op_src_no_trust: { verdict: "park", problem: "STATE_UNEXPECTED", why: "our own wallet has no trustline" },
  op_src_not_authorized: { verdict: "park", problem: "STATE_UNEXPECTED", why: "the issuer froze our own wallet" },
  op_no_issuer: { verdict: "park", problem: "STATE_UNEXPECTED", why: "the configured issuer does not exist" },

  op_already_exists: {
    verdict: "done",
    problem: "WALLET_NOT_READY",
    why: "the account is there; the next look at the chain ends the step",
  },

  invoke_host_function_trapped: {
    verdict: "refuse",
    problem: "CONTRACT_REFUSED",
    why: "the contract, or the token it calls, said no",
  },
  invoke_host_function_malformed: { verdict: "park", problem: "UNKNOWN_ERROR", why: "the call itself makes no sense" },
  invoke_host_function_resource_limit_exceeded: {
    verdict: "look-up",
    problem: "PROVIDER_INDEX_STALE",
    why: "built from a state that has changed: build again",
  },
  invoke_host_function_insufficient_refundable_fee: {
    verdict: "look-up",
    problem: "PROVIDER_INDEX_STALE",
    why: "built from a state that has changed: build again",
  },
  invoke_host_function_entry_archived: {
    verdict: "look-up",
    problem: "PROVIDER_INDEX_STALE",
    why: "an entry was archived: a new simulation restores it",
  },
  tx_soroban_invalid: {
    verdict: "look-up",
    problem: "PROVIDER_INDEX_STALE",
    why: "its footprint or resources do not fit: build again",
  },
} as const satisfies Record<string, ResultRow>;

const UNSORTED: ResultRow = { verdict: "park", problem: "UNKNOWN_ERROR", why: "a code nobody has sorted yet" };

/** The row of a result; what a contract said after the colon does not change it. */
export function sortResult(resultCode: string): ResultRow {
  const code = resultCode.split(":", 1)[0] ?? resultCode;
  return isSorted(code) ? RESULTS[code] : UNSORTED;
}

function isSorted(code: string): code is keyof typeof RESULTS {
  return Object.hasOwn(RESULTS, code);
}

/** How a step ends whose transaction a ledger holds with this result. */
export const problemOfResult = (resultCode: string): StepProblem => sortResult(resultCode).problem;
