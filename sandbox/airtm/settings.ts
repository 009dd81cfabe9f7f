import { z } from "zod";
import { toCents } from "./money.ts";

/** How long something takes by the sandbox's clock; "manual": until a control route decides. */
const Delay = z.union([z.int().nonnegative(), z.literal("manual")]);
const Decimal = z.string().refine((text) => toCents(text) !== null, "not a decimal string with at most 2 places");

/** All of them can be changed while the sandbox runs. */
export const AirtmSettings = z.strictObject({
  apiKey: z.string().min(1),
  apiSecret: z.string().min(1),
  /** Requests per key in any second; 0 = unlimited. */
  requestsPerSecond: z.int().nonnegative(),
  /** Airtm's share of a payin, at most two places. */
  feePercent: z.number().min(0).max(100).multipleOf(0.01),
  /** From the payer's confirmation until CONFIRMED. */
  payinDelayMs: Delay,
  /** From the commit (or the recipient's signup) until COMPLETED. */
  payoutDelayMs: Delay,
  /** How long a payout waits for its recipient to sign up. */
  unclaimedDays: z.int().min(7).max(180),
  /** What may be committed in a day (UTC); null = any amount. */
  payoutDailyLimit: Decimal.nullable(),
  /** null: no webhooks are sent. */
  webhookUrl: z.url({ protocol: /^https?$/ }).nullable(),
  webhookSecret: z.string().regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/, "not whsec_<base64>"),
  /** Real time before each further attempt of a webhook that was not answered with 2xx. */
  webhookRetryMs: z.array(z.int().nonnegative()).max(20),
  /** What the enterprise has at genesis. */
  openingBalance: Decimal,
});
export type AirtmSettings = z.infer<typeof AirtmSettings>;

export const DEFAULT_AIRTM_SETTINGS: AirtmSettings = {
  apiKey: "sandbox-airtm-key",
  apiSecret: "sandbox-airtm-secret",
  requestsPerSecond: 10,
  feePercent: 0,
  payinDelayMs: 0,
  payoutDelayMs: 0,
  unclaimedDays: 90,
  payoutDailyLimit: null,
  webhookUrl: null,
  webhookSecret: "whsec_c2FuZGJveC1haXJ0bS13ZWJob29rLXNlY3JldA==",
  webhookRetryMs: [200, 500, 1000, 2000, 5000],
  openingBalance: "100000.00",
};

const asText = (text: string): unknown => text;
const asNumber = (text: string): unknown => Number(text);
const asDelay = (text: string): unknown => (text === "manual" ? text : Number(text));
const asNumbers = (text: string): unknown => text.split(",").map(Number);

type Variable = readonly [setting: keyof AirtmSettings, read: (text: string) => unknown];

const VARIABLES: Readonly<Record<string, Variable>> = {
  SANDBOX_AIRTM_API_KEY: ["apiKey", asText],
  SANDBOX_AIRTM_API_SECRET: ["apiSecret", asText],
  SANDBOX_AIRTM_PER_SECOND: ["requestsPerSecond", asNumber],
  SANDBOX_AIRTM_FEE_PERCENT: ["feePercent", asNumber],
  SANDBOX_AIRTM_PAYIN_DELAY_MS: ["payinDelayMs", asDelay],
  SANDBOX_AIRTM_PAYOUT_DELAY_MS: ["payoutDelayMs", asDelay],
  SANDBOX_AIRTM_UNCLAIMED_DAYS: ["unclaimedDays", asNumber],
  SANDBOX_AIRTM_DAILY_LIMIT: ["payoutDailyLimit", asText],
  SANDBOX_AIRTM_WEBHOOK_URL: ["webhookUrl", asText],
  SANDBOX_AIRTM_WEBHOOK_SECRET: ["webhookSecret", asText],
  SANDBOX_AIRTM_WEBHOOK_RETRY_MS: ["webhookRetryMs", asNumbers],
  SANDBOX_AIRTM_BALANCE: ["openingBalance", asText],
};

/** @throws RangeError with the variable's name when its value makes no sense. */
export function readAirtmSettings(env: Readonly<Record<string, string | undefined>>): AirtmSettings {
  let settings = DEFAULT_AIRTM_SETTINGS;
  for (const [name, [setting, read]] of Object.entries(VARIABLES)) {
    const text = env[name];
    if (text === undefined || text === "") continue;
    const parsed = AirtmSettings.safeParse({ ...settings, [setting]: read(text) });
    if (!parsed.success) throw new RangeError(`${name}: ${z.prettifyError(parsed.error)}`);
    settings = parsed.data;
  }
  return settings;
}
