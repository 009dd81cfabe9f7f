import { expect, test } from "@jest/globals";
import { DEFAULT_AIRTM_SETTINGS, readAirtmSettings } from "./settings.ts";

test("an empty environment means the defaults", () => {
  expect(readAirtmSettings({ SANDBOX_AIRTM_PER_SECOND: "" })).toEqual(DEFAULT_AIRTM_SETTINGS);
});

test("each setting is read from its variable", () => {
  const env = {
    SANDBOX_AIRTM_API_KEY: "key",
    SANDBOX_AIRTM_API_SECRET: "secret",
    SANDBOX_AIRTM_PER_SECOND: "0",
    SANDBOX_AIRTM_FEE_PERCENT: "2.5",
    SANDBOX_AIRTM_PAYIN_DELAY_MS: "250",
    SANDBOX_AIRTM_PAYOUT_DELAY_MS: "manual",
    SANDBOX_AIRTM_UNCLAIMED_DAYS: "7",
    SANDBOX_AIRTM_DAILY_LIMIT: "250000",
    SANDBOX_AIRTM_WEBHOOK_URL: "http://127.0.0.1:4000/webhooks/airtm",
    SANDBOX_AIRTM_WEBHOOK_SECRET: "whsec_c2VjcmV0",
    SANDBOX_AIRTM_WEBHOOK_RETRY_MS: "10,20",
    SANDBOX_AIRTM_BALANCE: "12.34",
  };
  expect(readAirtmSettings(env)).toEqual({
    apiKey: "key",
    apiSecret: "secret",
    requestsPerSecond: 0,
    feePercent: 2.5,
    payinDelayMs: 250,
    payoutDelayMs: "manual",
    unclaimedDays: 7,
    payoutDailyLimit: "250000",
    webhookUrl: "http://127.0.0.1:4000/webhooks/airtm",
    webhookSecret: "whsec_c2VjcmV0",
    webhookRetryMs: [10, 20],
    openingBalance: "12.34",
  });
});

test.each([
  ["SANDBOX_AIRTM_PER_SECOND", "ten"],
  ["SANDBOX_AIRTM_UNCLAIMED_DAYS", "6"],
  ["SANDBOX_AIRTM_UNCLAIMED_DAYS", "181"],
  ["SANDBOX_AIRTM_WEBHOOK_URL", "ftp://example.com"],
  ["SANDBOX_AIRTM_WEBHOOK_SECRET", "secret"],
  ["SANDBOX_AIRTM_BALANCE", "1.234"],
])("%s=%s is refused with the variable's name", (name, value) => {
  expect(() => readAirtmSettings({ [name]: value })).toThrow(name);
});
