import type { Ports } from "./ports.ts";
import type { SandboxFacts } from "./sandbox-facts.ts";

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

/** The sandbox is our Stellar and our Trustless Work: whatever else the user's environment says of them is overruled. */
const fromSandbox = (facts: SandboxFacts): Environment => ({
  PAYMENT_PROVIDER: "crypto",
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

/** The whole configuration of gateway and worker, apart from secrets. */
export const serviceEnvironment = (places: Places, facts: SandboxFacts, ports: Ports): Environment => ({
  ...fromSandbox(facts),
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
  DATA_DIR: dataDir,
});
