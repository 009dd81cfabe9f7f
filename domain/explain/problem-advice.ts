import type { StepProblem } from "../chain/problems.ts";

/**
 * What an operator looks at first, per reason to park; its page in `docs/runbooks/` says the rest.
 * A sentence that can stand behind "An operator must look:".
 */
export const PROBLEM_ADVICE = {
  LANE_BUSY: "find the transaction that holds the account, and let it end.",
  PROVIDER_UNAVAILABLE: "see whether the provider answers, and whether its address in the settings is right.",
  PROVIDER_BUDGET_EXHAUSTED: "see what uses up the request budget; waiting is enough.",
  PROVIDER_INDEX_STALE: "compare the contract on the chain with what the provider shows.",
  CHAIN_UNREACHABLE: "see whether STELLAR_RPC_URLS and STELLAR_HORIZON_URL answer and their ledgers close.",
  NETWORK_BEHIND: "see which node is behind (`offerhub doctor`), and give another one to STELLAR_RPC_URLS.",
  NETWORK_NEWER: "compare the network's protocol with what this release was tested with, and install a newer release.",
  HISTORY_LOST: "give a node whose history reaches back to the transaction to STELLAR_RPC_URLS or STELLAR_HORIZON_URL.",
  WALLET_NOT_READY: "explain the wallet, and see whether the sponsor has XLM.",
  TREASURY_LOW: "send USDC to the treasury wallet.",
  BOOKS_SHORT: "book what is missing in the account that the error names.",
  FIAT_BALANCE_LOW: "add money to the installation's account at Airtm.",
  FIAT_LIMIT_REACHED: "wait for the next day, or have Airtm raise the limit.",
  RECIPIENT_NOT_ELIGIBLE: "have the user put their Airtm account right, or give the money back.",
  USER_SUSPENDED: "find out why the user was suspended; reinstate them and retry, or give the money back.",
  SIGNING_FROZEN: "find out why somebody froze the signing; two people let it go again.",
  FENCE_LOST: "find out which deployment signs with these keys before anybody takes the fence.",
  ATTEMPT_FORGOTTEN: "find out which commits the database has lost; the payment itself is looked up on the chain.",
  STORAGE_UNAVAILABLE: "see whether Postgres takes connections from the workers.",
  PROVIDER_REFUSED: "read what the provider objects to.",
  CONTRACT_REFUSED: "read the contract's state: it says no to this call.",
  DESTINATION_INVALID: "check the destination: account, trustline, limit and memo.",
  FUNDS_NOT_FREE: "see what the wallet holds, and what of it open orders and withdrawals need.",
  TRANSACTION_REFUSED: "look up the transaction's result on the chain.",
  PROVIDER_CREDENTIAL_REFUSED: "renew the credential that the error names and restart the workers.",
  TRANSACTION_NOT_AS_INTENDED: "treat it as an attack or a changed provider until it is understood.",
  ESCROW_NOT_AS_AGREED: "compare the contract on the chain with the order before anything else.",
  STATE_UNEXPECTED: "find out who changed what on the chain.",
  SIGNER_UNAVAILABLE: "see whether WALLET_ENCRYPTION_KEYS holds the key that sealed this wallet.",
  WALLET_LOW_ON_XLM:
    "nothing: the sponsor refills the wallet. If it lasts, look at the refill and at the sponsor's XLM.",
  FEE_LIMIT_BELOW_PRICE: "raise STELLAR_FEE_STROOPS_MAX, or wait until the network is less busy; it goes on by itself.",
  ACCOUNT_OUT_OF_XLM: "send XLM to the account that the error names.",
  GENERATIONS_EXHAUSTED:
    "each bid more than the one before: raise STELLAR_FEE_STROOPS_MAX or send through another node, then retry.",
  DISPUTE_NOT_BEGUN: "end the other workflow that runs under the dispute's name.",
  BOOKING_REFUSED: "the chain moved money that the ledger refuses to book: compare both before anything else.",
  UNKNOWN_ERROR: "read the error in the worker's log and sort it.",
} as const satisfies Record<StepProblem, string>;
