import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";

/** How many requests a window takes, of whom. */
export interface RateLimitTerms {
  readonly windowSeconds: number;
  /** All routes, per API key. */
  readonly perKey: number;
  /** Calls without a valid credential, per client address. */
  readonly perAddress: number;
  /** POST /withdrawals, per user. */
  readonly withdrawals: number;
  /** POST /topups, per user. */
  readonly topups: number;
}

/** Browsers that come back from the fiat provider, per top-up and day: each may have the provider asked. */
const CALLBACKS = { limit: 50, windowSeconds: 24 * 60 * 60 };

/** Where a caller stands in one window, after this request. */
export interface RateLimitState {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  readonly resetsInSeconds: number;
  readonly isExceeded: boolean;
}

export type RateLimitName = "perKey" | "perAddress" | "withdrawals" | "topups" | "callbacks";
export type RateLimits = Readonly<Record<RateLimitName, (whose: string) => Promise<RateLimitState>>>;

/**
 * Counts in Redis, for all gateways together; while that is away each gateway counts for itself: never open, never shut.
 * @param redis a client with `enableOfflineQueue: false`, or null to count in this process only
 */
export function createRateLimits(redis: Redis | null, terms: RateLimitTerms): RateLimits {
  const limit = (name: keyof Omit<RateLimitTerms, "windowSeconds">) =>
    createLimit(redis, name, terms[name], terms.windowSeconds);
  return {
    perKey: limit("perKey"),
    perAddress: limit("perAddress"),
    withdrawals: limit("withdrawals"),
    topups: limit("topups"),
    callbacks: createLimit(redis, "callbacks", CALLBACKS.limit, CALLBACKS.windowSeconds),
  };
}

function createLimit(redis: Redis | null, name: RateLimitName, limit: number, windowSeconds: number) {
  const options = { points: limit, duration: windowSeconds, keyPrefix: `limit-${name}` };
  const own = new RateLimiterMemory(options);
  const limiter =
    redis === null
      ? own
      : // who is over the limit is remembered here, so that a flood does not reach Redis
        new RateLimiterRedis({
          ...options,
          storeClient: redis,
          insuranceLimiter: own,
          inMemoryBlockOnConsumed: limit + 1,
        });
  return async (whose: string): Promise<RateLimitState> => {
    const [result, isExceeded] = await limiter.consume(whose).then(
      (within) => [within, false] as const,
      (thrown: unknown) => {
        if (thrown instanceof RateLimiterRes) return [thrown, true] as const;
        throw thrown;
      },
    );
    return {
      limit,
      windowSeconds,
      remaining: Math.max(0, result.remainingPoints),
      resetsInSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
      isExceeded,
    };
  };
}
