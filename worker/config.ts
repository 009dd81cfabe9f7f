import { z } from "zod";
import type { AirtmSettings } from "../activities/airtm/settings.ts";
import type { ChainSettings, RefillSettings } from "../activities/stellar/settings.ts";
import { objectionToSources, toRpcUrls } from "../domain/chain/source-urls.ts";
import { formatStroops, parseStroops } from "../domain/money.ts";

const NETWORKS = {
  testnet: {
    networkPassphrase: "Test SDF Network ; September 2015",
    horizonUrl: "https://horizon-testnet.stellar.org",
    rpcUrl: "https://soroban-testnet.stellar.org",
    friendbotUrl: "https://friendbot.stellar.org",
    usdcIssuer: "GBBD47IF6LWK7P7MDEVSCWR7DPUWV3NY3DTQEVFL4NAT4AQH3ZLLFLA5",
    trustlessApiUrl: "https://dev.api.trustlesswork.com",
  },
  mainnet: {
    networkPassphrase: "Public Global Stellar Network ; September 2015",
    horizonUrl: "https://horizon.stellar.org",
    rpcUrl: undefined,
    friendbotUrl: undefined,
    usdcIssuer: "GA5ZSEJYB37JRC5AVCIA5MOP4RHTM335X2KGX3IHOJAPP5RE34K4KZVN",
    trustlessApiUrl: "https://api.trustlesswork.com",
  },
  local: {
    networkPassphrase: undefined,
    horizonUrl: undefined,
    rpcUrl: undefined,
    friendbotUrl: undefined,
    usdcIssuer: undefined,
    trustlessApiUrl: undefined,
  },
} as const;

const xlm = (standard: string) =>
  z
    .string()
    .regex(/^\d{1,9}(\.\d{1,7})?$/, "must be an amount of XLM")
    .default(standard);

const RING_KEY = /^([a-z0-9][a-z0-9-]*:)?[0-9a-fA-F]{64}$/;
const isRing = (text: string): boolean => text.split(",").every((key) => RING_KEY.test(key.trim()));
const PLACEHOLDER_KEY = /^(?:[a-z0-9-]*:)?(.)\1{63}$/;

const Environment = z.object({
  NODE_ENV: z.string().default("development"),
  LOG_LEVEL: z.string().default("info"),
  DATABASE_URL: z.url(),
  REDIS_URL: z.url().default("redis://localhost:6379"),
  PAYMENT_PROVIDER: z.enum(["crypto", "airtm"]).default("crypto"),
  AIRTM_ENV: z.enum(["sandbox", "prod", "production"]).default("sandbox"),
  AIRTM_API_URL: z.url().optional(),
  AIRTM_API_KEY: z.string().optional(),
  AIRTM_API_SECRET: z.string().optional(),
  AIRTM_TIMEOUT_MS: z.coerce.number().int().min(1_000).max(60_000).default(15_000),
  AIRTM_REQUESTS_PER_SECOND: z.coerce.number().int().min(1).default(10),
  AIRTM_PAYIN_PAGE_URL: z.url().optional(),
  AIRTM_PAYIN_DAYS: z.coerce.number().int().min(1).default(15),
  AIRTM_REQUIRE_VERIFIED: z.stringbool().default(true),
  AIRTM_DAILY_PAYOUT_MAX: z
    .string()
    .regex(/^\d{1,12}\.\d{2}$/, "must be an amount with two decimals")
    .optional(),
  TREASURY_LOW_USDC: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,7})?$/, "must be an amount of USDC")
    .default("100.00"),
  PUBLIC_BASE_URL: z.url().optional(),
  TOPUP_CALLBACK_BASE_URL: z.url().optional(),
  WALLET_ENCRYPTION_KEYS: z
    .string()
    .refine(isRing, "must be name:<64 hex>, comma-separated")
    .refine((text) => !text.split(",").some((key) => PLACEHOLDER_KEY.test(key.trim())), "holds a placeholder key"),
  STELLAR_NETWORK: z.enum(["testnet", "mainnet", "local"]).default("testnet"),
  STELLAR_NETWORK_PASSPHRASE: z.string().optional(),
  STELLAR_HORIZON_URL: z.url().optional(),
  STELLAR_RPC_URL: z.url().optional(),
  STELLAR_RPC_URLS: z.string().optional(),
  STELLAR_FRIENDBOT_URL: z.url().optional(),
  STELLAR_USDC_ASSET_CODE: z.string().default("USDC"),
  STELLAR_USDC_ISSUER: z.string().optional(),
  STELLAR_FEE_STROOPS_MAX: z.coerce.bigint().default(10_000_000n),
  STELLAR_TRANSACTION_SECONDS: z.coerce.number().int().min(30).max(300).default(120),
  WALLET_STARTING_XLM: z.string().default("3"),
  WALLET_REFILL_BELOW_XLM: xlm("1"),
  WALLET_REFILL_XLM: xlm("3"),
  PLATFORM_LOW_XLM: xlm("50"),
  TRUSTLESS_API_URL: z.url().optional(),
  TRUSTLESS_API_KEY: z.string().min(1),
  TRUSTLESS_TIMEOUT_MS: z.coerce.number().int().min(1_000).max(120_000).default(15_000),
  TRUSTLESS_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(50),
  TRUSTLESS_FACTORY_CONTRACT_ID: z.string().startsWith("C"),
  TRUSTLESS_WORK_ADDRESS: z.string().startsWith("G"),
  ESCROW_WASM_HASHES: z.string().min(1),
  WEBHOOK_SECRET_KEY: z.string().refine(isRing, "must be 64 hex digits, or name:<64 hex>, comma-separated").optional(),
  WEBHOOK_ALLOW_PRIVATE_ADDRESSES: z.stringbool().optional(),
  DEPLOYMENT_ID: z.string().max(200).optional(),
  RECONCILIATION_ENABLED: z.stringbool().default(true),
  WORKER_HEALTH_PORT: z.coerce.number().int().default(4001),
  WORKER_HEALTH_HOST: z.string().default("127.0.0.1"),
  TEMPORAL_METRICS_ADDRESS: z
    .string()
    .regex(/^[^\s:]+:\d{1,5}$/, "must be an address to listen on, such as 127.0.0.1:9464")
    .optional(),
  WORKER_TASK_QUEUES: z.string().optional(),
  WORKER_STICKY_SECONDS: z.coerce.number().int().min(1).default(5),
});

export interface WorkerConfig {
  readonly logLevel: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly walletEncryptionKeys: string;
  readonly network: string;
  readonly chain: ChainSettings;
  /** null where money moves as crypto only. */
  readonly airtm: AirtmSettings | null;
  readonly airtmRequestsPerSecond: number;
  readonly trustlessRequestsPerMinute: number;
  readonly webhooks: {
    /** null: no endpoint can be made, so there is nothing to send. */
    readonly secretKey: string | null;
    readonly allowPrivateAddresses: boolean;
  };
  /** The name under which all workers of this deployment sign; null: that of their database. */
  readonly deploymentId: string | null;
  /** False: nobody compares the books unless somebody asks for it. */
  readonly reconciliationEnabled: boolean;
  readonly health: { readonly host: string; readonly port: number };
  /** Where the Temporal SDK's own metrics are served; null: nowhere. */
  readonly temporalMetricsAddress: string | null;
  /** null: every queue. */
  readonly taskQueues: readonly string[] | null;
  readonly stickySeconds: number;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the environment of the worker, and names everything that is missing or wrong. @throws Error */
export function readConfig(env: Env): WorkerConfig {
  const said = withoutBlanks(env);
  const ring = said.WALLET_ENCRYPTION_KEYS ?? said.WALLET_ENCRYPTION_KEY;
  const parsed = Environment.safeParse({ ...said, WALLET_ENCRYPTION_KEYS: ring });
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`the worker cannot start; its environment is incomplete:\n${problems.join("\n")}`);
  }
  const settings = parsed.data;
  return {
    logLevel: settings.LOG_LEVEL,
    databaseUrl: settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL,
    walletEncryptionKeys: settings.WALLET_ENCRYPTION_KEYS,
    network: settings.STELLAR_NETWORK,
    chain: chainSettings(settings),
    airtm: settings.PAYMENT_PROVIDER === "airtm" ? airtmSettings(settings) : null,
    airtmRequestsPerSecond: settings.AIRTM_REQUESTS_PER_SECOND,
    trustlessRequestsPerMinute: settings.TRUSTLESS_REQUESTS_PER_MINUTE,
    webhooks: {
      secretKey: settings.WEBHOOK_SECRET_KEY ?? null,
      allowPrivateAddresses: settings.WEBHOOK_ALLOW_PRIVATE_ADDRESSES ?? settings.NODE_ENV !== "production",
    },
    deploymentId: settings.DEPLOYMENT_ID ?? null,
    reconciliationEnabled: settings.RECONCILIATION_ENABLED,
    health: { host: settings.WORKER_HEALTH_HOST, port: settings.WORKER_HEALTH_PORT },
    temporalMetricsAddress: settings.TEMPORAL_METRICS_ADDRESS ?? null,
    taskQueues: settings.WORKER_TASK_QUEUES?.split(",").map((queue) => queue.trim()) ?? null,
    stickySeconds: settings.WORKER_STICKY_SECONDS,
  };
}

/** A variable that is set to nothing is not set: compose files and .env templates leave such lines. */
const withoutBlanks = (env: Env): Env => Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));

const AIRTM = {
  sandbox: { apiUrl: "https://api.stg.enterprise.airtm.com/v2", payinPageUrl: "https://app.stg.airtm.com/payin" },
  prod: { apiUrl: "https://api.enterprise.airtm.com/v2", payinPageUrl: "https://app.airtm.com/payin" },
} as const;

function airtmSettings(settings: z.infer<typeof Environment>): AirtmSettings {
  const missing: string[] = [];
  const required = (name: "AIRTM_API_KEY" | "AIRTM_API_SECRET" | "PUBLIC_BASE_URL", value: string | undefined) => {
    if (!value) missing.push(`  ${name}: is required with PAYMENT_PROVIDER=airtm`);
    return value ?? "";
  };
  const place = AIRTM[settings.AIRTM_ENV === "sandbox" ? "sandbox" : "prod"];
  const airtm = {
    apiUrl: (settings.AIRTM_API_URL ?? place.apiUrl).replace(/\/$/, ""),
    apiKey: required("AIRTM_API_KEY", settings.AIRTM_API_KEY),
    apiSecret: required("AIRTM_API_SECRET", settings.AIRTM_API_SECRET),
    timeoutMs: settings.AIRTM_TIMEOUT_MS,
    payinPageUrl: (settings.AIRTM_PAYIN_PAGE_URL ?? place.payinPageUrl).replace(/\/$/, ""),
    payinDays: settings.AIRTM_PAYIN_DAYS,
    requireVerified: settings.AIRTM_REQUIRE_VERIFIED,
    dailyPayoutMax: settings.AIRTM_DAILY_PAYOUT_MAX ?? null,
    treasuryLowUsdc: settings.TREASURY_LOW_USDC,
    callbackBaseUrl: required("PUBLIC_BASE_URL", settings.TOPUP_CALLBACK_BASE_URL ?? settings.PUBLIC_BASE_URL).replace(
      /\/$/,
      "",
    ),
  };
  if (missing.length > 0)
    throw new Error(`the worker cannot start; its environment is incomplete:\n${missing.join("\n")}`);
  return airtm;
}

/** One refill must pay for one transaction at the fee limit: a step that asked for it can then go on. */
function refillOf(settings: z.output<typeof Environment>): RefillSettings | null {
  const { WALLET_REFILL_XLM: xlm, WALLET_REFILL_BELOW_XLM: belowXlm, STELLAR_FEE_STROOPS_MAX: feeMax } = settings;
  const stroops = parseStroops(xlm);
  if (stroops === 0n) return null;
  if (stroops >= feeMax && stroops >= parseStroops(belowXlm)) return { belowXlm, xlm };
  throw new Error(
    `the worker cannot start; its environment is incomplete:\n  WALLET_REFILL_XLM: must be at least WALLET_REFILL_BELOW_XLM ` +
      `and STELLAR_FEE_STROOPS_MAX (${formatStroops(feeMax)} XLM), or 0 for no refills`,
  );
}

/** A Horizon that nobody names is not asked where two nodes make it unnecessary. */
function sourcesIn(
  settings: z.infer<typeof Environment>,
  network: (typeof NETWORKS)[keyof typeof NETWORKS],
): Pick<ChainSettings, "rpcUrl" | "otherRpcUrls" | "horizonUrl"> {
  const rpcUrls = toRpcUrls(settings.STELLAR_RPC_URLS, settings.STELLAR_RPC_URL ?? network.rpcUrl);
  const horizonUrl = settings.STELLAR_HORIZON_URL ?? (rpcUrls.length > 1 ? null : (network.horizonUrl ?? null));
  const [rpcUrl, ...otherRpcUrls] = rpcUrls;
  const objection = rpcUrl
    ? objectionToSources({ rpcUrls, horizonUrl, isLocal: settings.STELLAR_NETWORK === "local" })
    : `STELLAR_RPC_URLS: is required on STELLAR_NETWORK=${settings.STELLAR_NETWORK}`;
  if (!rpcUrl || objection) throw new Error(`the worker cannot start: ${objection}`);
  return { rpcUrl, otherRpcUrls, horizonUrl };
}

function chainSettings(settings: z.infer<typeof Environment>): ChainSettings {
  const network = NETWORKS[settings.STELLAR_NETWORK];
  const required = (name: string, value: string | undefined): string => {
    if (!value)
      throw new Error(`the worker cannot start: ${name} is required on STELLAR_NETWORK=${settings.STELLAR_NETWORK}`);
    return value;
  };
  return {
    networkPassphrase: required(
      "STELLAR_NETWORK_PASSPHRASE",
      settings.STELLAR_NETWORK_PASSPHRASE ?? network.networkPassphrase,
    ),
    ...sourcesIn(settings, network),
    friendbotUrl: settings.STELLAR_FRIENDBOT_URL ?? network.friendbotUrl ?? null,
    usdc: {
      code: settings.STELLAR_USDC_ASSET_CODE,
      issuer: required("STELLAR_USDC_ISSUER", settings.STELLAR_USDC_ISSUER ?? network.usdcIssuer),
    },
    trustless: {
      apiUrl: required("TRUSTLESS_API_URL", settings.TRUSTLESS_API_URL ?? network.trustlessApiUrl).replace(/\/$/, ""),
      apiKey: settings.TRUSTLESS_API_KEY,
      timeoutMs: settings.TRUSTLESS_TIMEOUT_MS,
      factoryContractId: settings.TRUSTLESS_FACTORY_CONTRACT_ID,
      feeAddress: settings.TRUSTLESS_WORK_ADDRESS,
      wasmHashes: settings.ESCROW_WASM_HASHES.split(",").map((hash) => hash.trim()),
    },
    feeStroopsMax: settings.STELLAR_FEE_STROOPS_MAX,
    transactionSeconds: settings.STELLAR_TRANSACTION_SECONDS,
    walletStartingXlm: settings.WALLET_STARTING_XLM,
    refill: refillOf(settings),
    platformLowXlm: settings.PLATFORM_LOW_XLM,
  };
}
