import { AppError } from "../../domain/errors.ts";

/** How many streams each key has open in this process. */
export interface StreamSlots {
  /** Returns what gives the place back. @throws AppError RATE_LIMITED when the key has as many as it may */
  take(keyId: string): () => void;
}

export const RETRY_SECONDS = 5;

export function createStreamSlots(perKeyMax: number): StreamSlots {
  const open = new Map<string, number>();
  const add = (keyId: string, count: number) => {
    const now = (open.get(keyId) ?? 0) + count;
    if (now === 0) open.delete(keyId);
    else open.set(keyId, now);
  };
  return {
    take(keyId) {
      if ((open.get(keyId) ?? 0) >= perKeyMax) {
        throw new AppError("RATE_LIMITED", { limit: perKeyMax, openStreams: perKeyMax, retryAfter: RETRY_SECONDS });
      }
      add(keyId, 1);
      let isTaken = true;
      return () => {
        if (isTaken) add(keyId, -1);
        isTaken = false;
      };
    },
  };
}
