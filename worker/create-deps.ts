import { Redis } from "ioredis";
import type { Logger } from "pino";
import { airtmFiat } from "../activities/airtm/airtm-fiat.ts";
import { airtmProvider } from "../activities/airtm/airtm-provider.ts";
import type { ActivityDeps } from "../activities/deps.ts";
import { createIntentHandlers } from "../activities/intent-handlers.ts";
import { createProviderBudget } from "../activities/provider-budget.ts";
import { createStellarClient } from "../activities/stellar/client.ts";
import { cryptoProvider } from "../activities/stellar/crypto-provider.ts";
import { parseKeyRing } from "../activities/stellar/key-ring.ts";
import { createSigner } from "../activities/stellar/signer.ts";
import { createTrustlessWorkClient } from "../activities/trustless-work/client.ts";
import { createSendThroughTrustlessWork } from "../activities/trustless-work/send.ts";
import { WEBHOOK_SECRET_PURPOSE, type WebhookSettings } from "../activities/webhooks/settings.ts";
import { openDatabase } from "../prisma/client.ts";
import type { WorkerConfig } from "./config.ts";
import { type BudgetUse, createWorkerMetrics, type WorkerMetrics } from "./worker-metrics.ts";

export interface WorkerDeps extends ActivityDeps {
  readonly metrics: WorkerMetrics;
  /** Of all providers, as the metrics tell them. */
  readonly budgets: readonly BudgetUse[];
  readonly redis: Redis;
  close(): Promise<void>;
}

/** Opens everything the activities need. Redis may be away: then each worker counts its budget alone. */
export function createDeps(config: WorkerConfig, log: Logger, onChainStep?: ActivityDeps["onChainStep"]): WorkerDeps {
  const db = openDatabase(config.databaseUrl, { connectionsMax: 20 });
  const redis = new Redis(config.redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  redis.on("error", (error) => log.warn({ reason: error.message }, "redis is away"));
  const stellar = createStellarClient(config.chain);
  const terms = { provider: "trustless-work", requests: config.trustlessRequestsPerMinute, seconds: 60 };
  const budget = createProviderBudget(redis, terms);
  const metrics = createWorkerMetrics();
  const trustlessWork = createTrustlessWorkClient(config.chain.trustless, budget);
  const provider = config.airtm ? airtmProvider : cryptoProvider;
  const airtmTerms = { provider: "airtm", requests: config.airtmRequestsPerSecond, seconds: 1 };
  const airtmBudget = createProviderBudget(redis, airtmTerms);
  return {
    db,
    redis,
    stellar,
    log,
    metrics,
    budgets: [{ ...terms, used: budget.used }, ...(config.airtm ? [{ ...airtmTerms, used: airtmBudget.used }] : [])],
    provider,
    fiat: config.airtm && airtmFiat(config.airtm, airtmBudget),
    onLaneWait: metrics.observeLaneWait,
    ...(onChainStep && { onChainStep }),
    settings: config.chain,
    sendThroughTrustlessWork: createSendThroughTrustlessWork(trustlessWork),
    deploymentId: config.deploymentId,
    signer: createSigner({
      db,
      keyRing: parseKeyRing(config.walletEncryptionKeys),
      deploymentId: config.deploymentId,
    }),
    webhooks: webhookSettings(config),
    intents: createIntentHandlers({ db, stellar, provider, settings: config.chain, trustless: trustlessWork }),
    close: async () => {
      redis.disconnect();
      await db.close();
    },
  };
}

/** One whole call to an endpoint. */
const WEBHOOK_TIMEOUT_MS = 15_000;

function webhookSettings({ webhooks }: WorkerConfig): WebhookSettings {
  const keyRing = webhooks.secretKey === null ? null : parseKeyRing(webhooks.secretKey);
  return {
    allowPrivateAddresses: webhooks.allowPrivateAddresses,
    timeoutMs: WEBHOOK_TIMEOUT_MS,
    openSecret(sealed, endpointId) {
      if (!keyRing) throw new Error("WEBHOOK_SECRET_KEY is not set");
      return keyRing.open(sealed, { owner: endpointId, purpose: WEBHOOK_SECRET_PURPOSE });
    },
  };
}
