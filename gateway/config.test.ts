import { describe, expect, test } from "@jest/globals";
import { ConfigError, parseConfig } from "./config.ts";

const COMPLETE = { DATABASE_URL: "postgresql://db", OFFERHUB_MASTER_KEY: "ohk_master_x" };
const refusalOf = (environment: Record<string, string>): string => {
  try {
    parseConfig(environment);
    return "";
  } catch (error) {
    return error instanceof ConfigError ? error.message : "bug";
  }
};

describe("the configuration", () => {
  test("needs a database and a master key, and names every one that is missing", () => {
    const message = refusalOf({ DATABASE_URL: "" });
    expect(message).toContain("DATABASE_URL: is required");
    expect(message).toContain("OFFERHUB_MASTER_KEY: is required");
  });

  test("has no built-in secret: production needs one, development makes its own", () => {
    expect(refusalOf({ ...COMPLETE, NODE_ENV: "production" })).toContain("OFFERHUB_JWT_SECRET");
    expect(parseConfig(COMPLETE).tokenSecret).not.toBe(parseConfig(COMPLETE).tokenSecret);
    expect(parseConfig({ ...COMPLETE, JWT_SECRET: "alias" }).tokenSecret).toBe("alias");
  });

  test("follows the network, unless told otherwise", () => {
    expect(parseConfig({ ...COMPLETE, STELLAR_NETWORK: "mainnet" })).toMatchObject({
      keyEnvironment: "live",
      stellar: { horizonUrl: "https://horizon.stellar.org" },
    });
    expect(refusalOf({ ...COMPLETE, STELLAR_NETWORK: "local" })).toContain("STELLAR_USDC_ISSUER");
  });

  test.each([
    ["PLATFORM_FEE_BPS", "9901"],
    ["PLATFORM_FEE_BPS", "1.5"],
    ["LIMIT_ORDER_MAX", "-1"],
    ["PORT", "99999"],
    ["PAYMENT_PROVIDER", "cash"],
    ["AIRTM_WEBHOOK_SECRET", "whsec_short"],
    ["AIRTM_WEBHOOK_SECRET", "a".repeat(40)],
    ["TOPUP_SUCCESS_REDIRECT_URL", "javascript:alert(1)"],
    ["TOPUP_CANCEL_REDIRECT_URL", "nowhere"],
    ["STELLAR_HORIZON_URL", "nowhere"],
    ["RATE_LIMIT_REQUESTS", "0"],
    ["RATE_LIMIT_WINDOW_SECONDS", "-1"],
    ["TRUSTED_PROXIES", "10.0.0.0/99"],
    ["ALLOW_MANUAL_ADJUSTMENTS", "perhaps"],
    ["WEBHOOK_SECRET_KEY", "short"],
    ["WEBHOOK_SECRET_KEY", `v1:${"5e".repeat(32)},`],
    ["EVENT_STREAMS_PER_KEY_MAX", "0"],
  ])("refuses %s=%s by name", (name, value) => {
    expect(refusalOf({ ...COMPLETE, [name]: value })).toContain(`${name}:`);
  });

  test("needs for Airtm a secret of its webhooks and the own address, and follows the latter", () => {
    const message = refusalOf({ ...COMPLETE, PAYMENT_PROVIDER: "airtm" });
    expect(message).toContain("AIRTM_WEBHOOK_SECRET: is required with PAYMENT_PROVIDER=airtm");
    expect(message).toContain("PUBLIC_BASE_URL: is required with PAYMENT_PROVIDER=airtm");
    const webhookSecret = `whsec_${"A".repeat(32)}`;
    const airtm = {
      ...COMPLETE,
      PAYMENT_PROVIDER: "airtm",
      AIRTM_WEBHOOK_SECRET: webhookSecret,
      PUBLIC_BASE_URL: "https://pay.example/",
    };
    expect(parseConfig(airtm).airtm).toEqual({
      webhookSecret,
      apiUrl: "https://api.stg.enterprise.airtm.com/v2",
      successUrl: "https://pay.example/topup/success",
      cancelUrl: "https://pay.example/topup/cancel",
    });
    const pages = { TOPUP_SUCCESS_REDIRECT_URL: "https://shop.example/yes", AIRTM_ENV: "prod" };
    expect(parseConfig({ ...airtm, ...pages }).airtm).toMatchObject({
      apiUrl: "https://api.enterprise.airtm.com/v2",
      successUrl: "https://shop.example/yes",
    });
    expect(parseConfig(COMPLETE)).toMatchObject({ paymentProvider: "crypto", airtm: null });
  });

  test("has the documented limits everywhere, and adjustments by hand everywhere but in production", () => {
    const production = { ...COMPLETE, NODE_ENV: "production", OFFERHUB_JWT_SECRET: "x" };
    const rateLimits = { windowSeconds: 60, perKey: 100, perAddress: 100, withdrawals: 5, topups: 10 };
    expect(parseConfig(COMPLETE)).toMatchObject({ rateLimits, allowManualAdjustments: true });
    expect(parseConfig(production)).toMatchObject({ rateLimits, allowManualAdjustments: false });
    expect(parseConfig({ ...production, ALLOW_MANUAL_ADJUSTMENTS: "true" }).allowManualAdjustments).toBe(true);
  });

  test("never shows a value in its refusal", () => {
    expect(refusalOf({ ...COMPLETE, OFFERHUB_MASTER_KEY: "", STELLAR_HORIZON_URL: "hunter2" })).not.toContain(
      "hunter2",
    );
  });
});
