import { ACCOUNTS, accountName } from "./accounts.ts";

/** Transfers as one statement each. `:first` and `:second` are two different random numbers from 0 to ACCOUNTS - 1. */
export interface Transfers {
  readonly sql: string;
  /** How many transfers the statement makes. */
  readonly perStatement: number;
}

const HOT_ACCOUNT = "'fees/platform'";
const COALESCED = 50;
/** Has no factor in common with ACCOUNTS: the fifty accounts of an entry are all different, and far from each other. */
const STRIDE = 1_999;

const post = (postings: string): string => `SELECT post_entry(gen_random_uuid()::text, 'bench', ${postings})`;
const posting = (account: string, stroops: number): string =>
  `jsonb_build_object('account', ${account}, 'stroops', '${stroops}')`;

export const UNIFORM: Transfers = {
  sql: post(`jsonb_build_array(${posting(accountName(":first"), -1)}, ${posting(accountName(":second"), 1)})`),
  perStatement: 1,
};

export const TO_ONE_HOT_ACCOUNT: Transfers = {
  sql: post(`jsonb_build_array(${posting(accountName(":first"), -1)}, ${posting(HOT_ACCOUNT, 1)})`),
  perStatement: 1,
};

export const COALESCED_TO_ONE_HOT_ACCOUNT: Transfers = {
  sql: post(`(
    SELECT jsonb_agg(${posting(accountName(`(:first + n * ${STRIDE}) % ${ACCOUNTS}`), -1)})
    FROM generate_series(1, ${COALESCED}) n) || ${posting(HOT_ACCOUNT, COALESCED)}`).replaceAll(/\s+/g, " "),
  perStatement: COALESCED,
};
