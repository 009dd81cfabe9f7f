export interface DeliveryAttempt {
  readonly at: string;
  /** The fault that struck it. */
  readonly fault?: string;
  /** null: there was no answer, or it was never sent. */
  readonly status: number | null;
}

const KEPT_MESSAGES = 20_000;

export interface AttemptLog {
  add(messageId: string, attempt: DeliveryAttempt): void;
  of(messageId: string): readonly DeliveryAttempt[];
  clear(): void;
}

/** What became of each attempt to deliver a message; it ends with the process. */
export function createAttemptLog(): AttemptLog {
  const attempts = new Map<string, DeliveryAttempt[]>();
  return {
    add(messageId, attempt) {
      attempts.set(messageId, [...(attempts.get(messageId) ?? []), attempt]);
      const oldest = attempts.size > KEPT_MESSAGES ? attempts.keys().next().value : undefined;
      if (oldest !== undefined) attempts.delete(oldest);
    },
    of: (messageId) => attempts.get(messageId) ?? [],
    clear: () => attempts.clear(),
  };
}
