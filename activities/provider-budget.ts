import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { StepFailure } from "./failures.ts";

/** How many requests a provider takes from us, shared by all workers. */
export interface ProviderBudget {
  /** Takes one request out. @throws StepFailure PROVIDER_BUDGET_EXHAUSTED {retryAfterMs} */
  take(): Promise<void>;
  /** How many are taken out of the present window, by all workers. */
  used(): Promise<number>;
}

export interface BudgetTerms {
  /** e.g. "trustless-work" */
  readonly provider: string;
  readonly requests: number;
  readonly seconds: number;
}

/**
 * Counts in Redis; while that is away each worker counts for itself, so that payments go on.
 * @param redis a client with `enableOfflineQueue: false`, or null to count in this process only
 */
export function createProviderBudget(
  redis: Redis | null,
  { provider, requests, seconds }: BudgetTerms,
): ProviderBudget {
  const terms = { points: requests, duration: seconds, keyPrefix: "budget" };
  const own = new RateLimiterMemory(terms);
  const limiter = redis === null ? own : new RateLimiterRedis({ ...terms, storeClient: redis, insuranceLimiter: own });
  return {
    async take() {
      try {
        await limiter.consume(provider);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const retryAfterMs = Math.max(error.msBeforeNext, 1);
        throw new StepFailure("PROVIDER_BUDGET_EXHAUSTED", `${provider} took ${requests} requests in ${seconds} s`, {
          retryAfterMs,
        });
      }
    },
    used: async () => (await limiter.get(provider))?.consumedPoints ?? 0,
  };
}
