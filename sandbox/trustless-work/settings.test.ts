import { expect, test } from "@jest/globals";
import { DEFAULT_SETTINGS, readTrustlessWorkSettings } from "./settings.ts";

test("an empty environment means the provider's own limits", () => {
  expect(readTrustlessWorkSettings({ SANDBOX_TW_PER_MINUTE: "" })).toEqual(DEFAULT_SETTINGS);
});

test("each setting is read from its variable", () => {
  const env = {
    SANDBOX_TW_PER_MINUTE: "0",
    SANDBOX_TW_INDEX_LAG_MS: "250",
    SANDBOX_TX_SECONDS: "30",
    SANDBOX_TW_WAIT_MS: "1000",
  };
  expect(readTrustlessWorkSettings(env)).toEqual({
    requestsPerMinute: 0,
    indexLagMs: 250,
    transactionSeconds: 30,
    inclusionWaitMs: 1_000,
  });
});

test.each(["fifty", "-1", "1.5"])("%s is refused with the variable's name", (value) => {
  expect(() => readTrustlessWorkSettings({ SANDBOX_TW_PER_MINUTE: value })).toThrow("SANDBOX_TW_PER_MINUTE");
});
