import { randomBytes } from "node:crypto";
import { z } from "zod";
import { objectionToSources, toRpcUrls } from "../domain/chain/source-urls.ts";
import { PLATFORM_FEE_BPS_MAX } from "../domain/fees/release-fees.ts";
import { parseStroops, type Stroops } from "../domain/money.ts";
import { temporalSettings } from "../temporal/connect.ts";
import { parseTrustedProxies, type TrustedProxies } from "./client-address.ts";

export interface AmountLimits {
  readonly minStroops: Stroops;
  readonly maxStroops: Stroops;
}

export type GatewayConfig = ReturnType<typeof parseConfig>;
type Environment = Readonly<Record<string, string | undefined>>;

export const VERSION = "0.1.0";

const amount = (fallback: string) =>
  z
    .string()
    .regex(/^\d{1,12}(\.\d{1,7})?$/, "must be an amount such as 50000.00")
    .default(fallback)
    .transform(parseStroops);
const count = (fallback: number) => z.coerce.number().int().min(1).max(1_000_000_000).default(fallback);
const text = z.string().min(1);
const url = z.url();
/** Where people's browsers are sent. */
const page = z.url({ protocol: /^https?$/, error: "must be an address that begins with https:// or http://" });
const WEBHOOK_SECRET = /^whsec_[A-Za-z0-9+/]{22,}={0,2}$/;
const RING = /^(?:[a-z0-9][a-z0-9-]*:)?[0-9a-fA-F]{64}(?:,(?:[a-z0-9][a-z0-9-]*:)?[0-9a-fA-F]{64})*$/;
const ring = z.string().regex(RING, "must be 64 hex digits, or name:<64 hex>, comma-separated");

function toTrustedProxies(list: string, context: z.RefinementCtx): TrustedProxies {
  try {
    return parseTrustedProxies(list);
  } catch {
    context.addIssue({ code: "custom", message: "must be addresses or networks, such as 10.0.0.0/8,192.0.2.7" });
    return z.NEVER;
  }
}

const Settings = z.object({
  NODE_ENV: z.string().default("development"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  HOST: text.default("0.0.0.0"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  PUBLIC_BASE_URL: url.optional(),
  TEMPORAL_UI_URL: url.optional(),
  DATABASE_URL: text,
  DIRECT_URL: text.optional(),
  REDIS_URL: text.default("redis://localhost:6379"),
  OFFERHUB_MASTER_KEY: text,
  OFFERHUB_JWT_SECRET: text.optional(),
  JWT_SECRET: text.optional(),
  ALLOW_MANUAL_ADJUSTMENTS: z.stringbool("must be true or false").optional(),
  RATE_LIMIT_WINDOW_SECONDS: count(60),
  RATE_LIMIT_REQUESTS: count(100),
  RATE_LIMIT_ADDRESS_REQUESTS: count(100),
  RATE_LIMIT_WITHDRAWALS: count(5),
  RATE_LIMIT_TOPUPS: count(10),
  TRUSTED_PROXIES: z.string().default("").transform(toTrustedProxies),
  PAYMENT_PROVIDER: z.enum(["crypto", "airtm"], "must be crypto or airtm").default("crypto"),
  AIRTM_ENV: z.enum(["sandbox", "prod", "production"]).default("sandbox"),
  AIRTM_API_URL: url.optional(),
  AIRTM_WEBHOOK_SECRET: z
    .string()
    .regex(WEBHOOK_SECRET, "must be whsec_ and the base64 of at least 16 bytes")
    .optional(),
  TOPUP_SUCCESS_REDIRECT_URL: page.optional(),
  TOPUP_CANCEL_REDIRECT_URL: page.optional(),
  PLATFORM_FEE_BPS: z.coerce.number().int().min(0).max(PLATFORM_FEE_BPS_MAX).default(0),
  TRUSTLESS_API_URL: url.optional(),
  DEPLOYMENT_ID: text.max(200).optional(),
  STELLAR_NETWORK: z.enum(["testnet", "mainnet", "local"]).default("testnet"),
  STELLAR_HORIZON_URL: url.optional(),
  STELLAR_RPC_URL: url.optional(),
  STELLAR_RPC_URLS: text.optional(),
  STELLAR_USDC_ASSET_CODE: text.default("USDC"),
  STELLAR_USDC_ISSUER: text.optional(),
  TRUSTLESS_WEBHOOK_SECRET: text.optional(),
  WEBHOOK_SECRET_KEY: ring.optional(),
  WEBHOOK_ALLOW_PRIVATE_ADDRESSES: z.stringbool().optional(),
  EVENT_STREAMS_PER_KEY_MAX: z.coerce.number().int().min(1).max(10_000).default(10),
  EVENT_PING_SECONDS: z.coerce.number().min(0.05).max(300).default(30),
  LIMIT_TOPUP_MIN: amount("0.01"),
  LIMIT_TOPUP_MAX: amount("10000.00"),
  LIMIT_WITHDRAWAL_MIN: amount("0.01"),
  LIMIT_WITHDRAWAL_MAX: amount("5000.00"),
  LIMIT_ORDER_MIN: amount("0.01"),
  LIMIT_ORDER_MAX: amount("50000.00"),
  ORDER_CANCEL_UNFUNDED_HOURS: z.coerce.number().positive().optional(),
  ORDER_RELEASE_AFTER_DAYS: z.coerce.number().positive().optional(),
  ORDER_REMIND_BEFORE_HOURS: z.coerce.number().positive().optional(),
});

const NETWORKS = {
  testnet: {
    horizonUrl: "https://horizon-testnet.stellar.org",
    trustlessApiUrl: "https://dev.api.trustlesswork.com",
    usdcIssuer: "GBBD47IF6LWK7P7MDEVSCWR7DPUWV3NY3DTQEVFL4NAT4AQH3ZLLFLA5",
  },
  mainnet: {
    horizonUrl: "https://horizon.stellar.org",
    trustlessApiUrl: "https://api.trustlesswork.com",
    usdcIssuer: "GA5ZSEJYB37JRC5AVCIA5MOP4RHTM335X2KGX3IHOJAPP5RE34K4KZVN",
  },
  local: { horizonUrl: "http://127.0.0.1:4100/horizon", trustlessApiUrl: null, usdcIssuer: null },
} as const;

const AIRTM_API_URLS = {
  sandbox: "https://api.stg.enterprise.airtm.com/v2",
  prod: "https://api.enterprise.airtm.com/v2",
  production: "https://api.enterprise.airtm.com/v2",
} as const;

/** Reads the environment once. @throws ConfigError naming every variable that is missing or wrong */
export function parseConfig(environment: Environment) {
  const parsed = Settings.safeParse(withoutEmpty(environment));
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(toLine));
  const settings = parsed.data;
  const network = NETWORKS[settings.STELLAR_NETWORK];
  const usdcIssuer = settings.STELLAR_USDC_ISSUER ?? network.usdcIssuer;
  if (!usdcIssuer) throw new ConfigError(["STELLAR_USDC_ISSUER: is required on a local network"]);
  return {
    environment: settings.NODE_ENV,
    logLevel: settings.LOG_LEVEL,
    host: settings.HOST,
    port: settings.PORT,
    publicBaseUrl: withoutSlash(settings.PUBLIC_BASE_URL) ?? "",
    databaseUrl: settings.DATABASE_URL,
    directUrl: settings.DIRECT_URL ?? settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL,
    temporal: temporalSettings(environment),
    /** By what this installation moves money. */
    paymentProvider: settings.PAYMENT_PROVIDER,
    /** null where money moves as crypto only. */
    airtm: settings.PAYMENT_PROVIDER === "airtm" ? airtmSettings(settings) : null,
    /** The name under which the workers of this deployment sign; null: that of their database. */
    deploymentId: settings.DEPLOYMENT_ID ?? null,
    temporalUiUrl: settings.TEMPORAL_UI_URL?.replace(/\/+$/, "") ?? null,
    masterKey: settings.OFFERHUB_MASTER_KEY,
    tokenSecret: tokenSecretOf(settings),
    allowManualAdjustments: settings.ALLOW_MANUAL_ADJUSTMENTS ?? settings.NODE_ENV !== "production",
    rateLimits: {
      windowSeconds: settings.RATE_LIMIT_WINDOW_SECONDS,
      perKey: settings.RATE_LIMIT_REQUESTS,
      perAddress: settings.RATE_LIMIT_ADDRESS_REQUESTS,
      withdrawals: settings.RATE_LIMIT_WITHDRAWALS,
      topups: settings.RATE_LIMIT_TOPUPS,
    },
    isTrustedProxy: settings.TRUSTED_PROXIES,
    keyEnvironment: settings.STELLAR_NETWORK === "mainnet" ? ("live" as const) : ("test" as const),
    platformFeeBps: settings.PLATFORM_FEE_BPS,
    limits: {
      topup: limits(settings.LIMIT_TOPUP_MIN, settings.LIMIT_TOPUP_MAX),
      withdrawal: limits(settings.LIMIT_WITHDRAWAL_MIN, settings.LIMIT_WITHDRAWAL_MAX),
      order: limits(settings.LIMIT_ORDER_MIN, settings.LIMIT_ORDER_MAX),
    },
    trustlessApiUrl: (settings.TRUSTLESS_API_URL ?? network.trustlessApiUrl)?.replace(/\/+$/, "") ?? null,
    webhooks: {
      /** null: every call of theirs is refused. */
      trustlessWorkSecret: settings.TRUSTLESS_WEBHOOK_SECRET ?? null,
      secretKey: settings.WEBHOOK_SECRET_KEY ?? null,
      allowPrivateAddresses: settings.WEBHOOK_ALLOW_PRIVATE_ADDRESSES ?? settings.NODE_ENV !== "production",
    },
    events: {
      streamsPerKeyMax: settings.EVENT_STREAMS_PER_KEY_MAX,
      pingMs: settings.EVENT_PING_SECONDS * 1000,
    },
    deadlines: {
      cancelUnfundedAfterSeconds: secondsIn(settings.ORDER_CANCEL_UNFUNDED_HOURS, 3_600),
      releaseAfterSeconds: secondsIn(settings.ORDER_RELEASE_AFTER_DAYS, 86_400),
      remindBeforeSeconds: secondsIn(settings.ORDER_REMIND_BEFORE_HOURS, 3_600),
    },
    stellar: {
      network: settings.STELLAR_NETWORK,
      ...sourcesIn(settings, network.horizonUrl),
      usdc: { code: settings.STELLAR_USDC_ASSET_CODE, issuer: usdcIssuer },
    },
  };
}

/** As for the workers: a Horizon that nobody names is not asked where two nodes make it unnecessary. */
function sourcesIn(settings: z.output<typeof Settings>, defaultHorizonUrl: string) {
  const rpcUrls = toRpcUrls(settings.STELLAR_RPC_URLS, settings.STELLAR_RPC_URL);
  const horizonUrl = settings.STELLAR_HORIZON_URL ?? (rpcUrls.length > 1 ? null : defaultHorizonUrl);
  const objection = objectionToSources({ rpcUrls, horizonUrl, isLocal: settings.STELLAR_NETWORK === "local" });
  if (objection) throw new ConfigError([objection]);
  return { rpcUrls, horizonUrl: horizonUrl?.replace(/\/+$/, "") ?? null };
}

/** What the gateway needs of Airtm: no credential, since it asks Airtm for nothing but whether it is there. */
function airtmSettings(settings: z.output<typeof Settings>) {
  const { AIRTM_WEBHOOK_SECRET: webhookSecret, PUBLIC_BASE_URL: publicUrl } = settings;
  if (!webhookSecret || !publicUrl) {
    const missing = [...(webhookSecret ? [] : ["AIRTM_WEBHOOK_SECRET"]), ...(publicUrl ? [] : ["PUBLIC_BASE_URL"])];
    throw new ConfigError(missing.map((name) => `${name}: is required with PAYMENT_PROVIDER=airtm`));
  }
  const base = withoutSlash(publicUrl);
  return {
    webhookSecret,
    apiUrl: withoutSlash(settings.AIRTM_API_URL ?? AIRTM_API_URLS[settings.AIRTM_ENV]),
    /** Where users land after a top-up that names no page of its own. */
    successUrl: settings.TOPUP_SUCCESS_REDIRECT_URL ?? `${base}/topup/success`,
    cancelUrl: settings.TOPUP_CANCEL_REDIRECT_URL ?? `${base}/topup/cancel`,
  };
}

function withoutSlash(address: string): string;
function withoutSlash(address: string | undefined): string | undefined;
function withoutSlash(address: string | undefined): string | undefined {
  return address?.replace(/\/+$/, "");
}

/** What a person reads who starts the gateway with an incomplete environment. */
export class ConfigError extends Error {
  constructor(lines: readonly string[]) {
    super(`the configuration is incomplete:\n${lines.map((line) => `  ${line}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

const secondsIn = (count: number | undefined, unitSeconds: number): number | null =>
  count === undefined ? null : Math.round(count * unitSeconds);

const limits = (minStroops: Stroops, maxStroops: Stroops): AmountLimits => ({ minStroops, maxStroops });

// Without a secret of its own, a development gateway signs tokens that die with it: there is no built-in one to guess.
function tokenSecretOf(settings: z.output<typeof Settings>): string {
  const secret = settings.OFFERHUB_JWT_SECRET ?? settings.JWT_SECRET;
  if (secret) return secret;
  if (settings.NODE_ENV === "production") throw new ConfigError(["OFFERHUB_JWT_SECRET: is required in production"]);
  return randomBytes(32).toString("hex");
}

const withoutEmpty = (environment: Environment) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""));

function toLine(issue: z.core.$ZodIssue): string {
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  return `${issue.path.join(".")}: ${missing ? "is required" : issue.message}`;
}
