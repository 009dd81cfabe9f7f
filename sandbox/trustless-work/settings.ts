import type { TrustlessWorkWorld } from "./world.ts";

export interface TrustlessWorkSettings {
  /** Requests a minute per API key; 0 = unlimited. */
  readonly requestsPerMinute: number;
  /** How long after a transaction its database still shows the old state. */
  readonly indexLagMs: number;
  /** How long the transactions it builds stay valid. */
  readonly transactionSeconds: number;
  /** How long it waits for a ledger before it answers that it does not know. */
  readonly inclusionWaitMs: number;
}

export const DEFAULT_SETTINGS: TrustlessWorkSettings = {
  requestsPerMinute: 50,
  indexLagMs: 0,
  transactionSeconds: 300,
  inclusionWaitMs: 10_000,
};

export const settingsOf = (world: TrustlessWorkWorld): TrustlessWorkSettings =>
  world.settings.trustlessWork ?? DEFAULT_SETTINGS;

export const readTrustlessWorkSettings = (
  env: Readonly<Record<string, string | undefined>>,
): TrustlessWorkSettings => ({
  requestsPerMinute: wholeNumber(env, "SANDBOX_TW_PER_MINUTE", DEFAULT_SETTINGS.requestsPerMinute),
  indexLagMs: wholeNumber(env, "SANDBOX_TW_INDEX_LAG_MS", DEFAULT_SETTINGS.indexLagMs),
  transactionSeconds: wholeNumber(env, "SANDBOX_TX_SECONDS", DEFAULT_SETTINGS.transactionSeconds),
  inclusionWaitMs: wholeNumber(env, "SANDBOX_TW_WAIT_MS", DEFAULT_SETTINGS.inclusionWaitMs),
});

function wholeNumber(env: Readonly<Record<string, string | undefined>>, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === "") return fallback;
  if (!/^\d+$/.test(text)) throw new RangeError(`${name} must be a whole number, not ${JSON.stringify(text)}`);
  return Number(text);
}
