/** How Airtm is reached, and what is decided about it here. Read from the environment by the worker. */
export interface AirtmSettings {
  /** With the version, without a slash at the end. */
  readonly apiUrl: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly timeoutMs: number;
  /** The page on which a user confirms a payin; its id is appended. */
  readonly payinPageUrl: string;
  /** Days after which a payin that nobody confirmed expires at Airtm. */
  readonly payinDays: number;
  /** Whether only users whom Airtm has verified may be paid. */
  readonly requireVerified: boolean;
  /** The most that is paid out in a day (UTC), two decimals; null: no limit of ours. */
  readonly dailyPayoutMax: string | null;
  /** Below this the treasury is told to be low. Up to seven decimals. */
  readonly treasuryLowUsdc: string;
  /** The base of the routes to which Airtm sends users back. */
  readonly callbackBaseUrl: string;
}

/** Countries, as Airtm writes them, whose users pay in nothing, and get no payout below a dollar. */
export const UNITED_STATES: readonly string[] = ["USA", "PRI"];
