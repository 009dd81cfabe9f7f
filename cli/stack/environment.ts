import type { Ports } from "./ports.ts";
import type { SandboxFacts } from "./sandbox-facts.ts";
import type { PaymentProviderName } from "./stack.ts";

/** Where the stack's servers are: ours, or those that the user named. */
export interface Places {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** null when the server is not ours. */
  readonly temporalUiUrl: string | null;
  readonly sandboxUrl: string;
}

type Environment = Readonly<Record<string, string>>;

/** The sandbox is all our providers: whatever else the user's environment says of them is overruled. */
const fromSandbox = (facts: SandboxFacts): Environment => ({
  STELLAR_NETWORK: "local",
  STELLAR_NETWORK_PASSPHRASE: facts.networkPassphrase,
  STELLAR_HORIZON_URL: facts.horizonUrl,
  STELLAR_RPC_URL: facts.rpcUrl,
  STELLAR_FRIENDBOT_URL: facts.friendbotUrl,
  STELLAR_USDC_ASSET_CODE: facts.usdc.code,
  STELLAR_USDC_ISSUER: facts.usdc.issuer,
  TRUSTLESS_API_URL: facts.trustlessWorkUrl,
  TRUSTLESS_API_KEY: facts.trustlessWorkApiKey,
  TRUSTLESS_FACTORY_CONTRACT_ID: facts.escrowFactory,
  TRUSTLESS_WORK_ADDRESS: facts.trustlessWorkAddress,
  ESCROW_WASM_HASHES: facts.wasmHashes.join(","),
});

/** The sandbox's Airtm, which sends its users and its webhooks to our gateway. */
const airtmFrom = (facts: SandboxFacts, ports: Ports): Environment => ({
  PAYMENT_PROVIDER: "airtm",
  AIRTM_API_URL: facts.airtmUrl,
  AIRTM_API_KEY: facts.airtmApiKey,
  AIRTM_API_SECRET: facts.airtmApiSecret,
  AIRTM_WEBHOOK_SECRET: facts.airtmWebhookSecret,
  AIRTM_PAYIN_PAGE_URL: facts.airtmPaymentPageUrl,
  PUBLIC_BASE_URL: `http://127.0.0.1:${ports.gateway}`,
});

/** The whole configuration of gateway and worker, apart from secrets. */
export const serviceEnvironment = (
  places: Places,
  facts: SandboxFacts,
  ports: Ports,
  provider: PaymentProviderName,
): Environment => ({
  ...fromSandbox(facts),
  ...(provider === "airtm" ? airtmFrom(facts, ports) : { PAYMENT_PROVIDER: "crypto" }),
  DATABASE_URL: places.databaseUrl,
  REDIS_URL: places.redisUrl,
  TEMPORAL_ADDRESS: places.temporalAddress,
  TEMPORAL_NAMESPACE: places.temporalNamespace,
  ...(places.temporalUiUrl && { TEMPORAL_UI_URL: places.temporalUiUrl }),
  PORT: String(ports.gateway),
  HOST: "127.0.0.1",
  WORKER_HEALTH_PORT: String(ports.workerHealth),
});

/** What a person may set differently for development. */
export const DEVELOPMENT_DEFAULTS = {
  NODE_ENV: "development",
  PLATFORM_FEE_BPS: "100",
  LOG_LEVEL: "info",
  // Room for load tests and whole suites on one key; the limits of production are the gateway's own defaults.
  RATE_LIMIT_REQUESTS: "1000000",
  RATE_LIMIT_ADDRESS_REQUESTS: "1000000",
  RATE_LIMIT_WITHDRAWALS: "1000000",
  RATE_LIMIT_TOPUPS: "1000000",
};

export const sandboxEnvironment = (ports: Ports, dataDir: string): Environment => ({
  SANDBOX_PORT: String(ports.sandbox),
  SANDBOX_HOST: "127.0.0.1",
  SANDBOX_AIRTM_WEBHOOK_URL: `http://127.0.0.1:${ports.gateway}/api/v1/webhooks/airtm`,
  DATA_DIR: dataDir,
});
