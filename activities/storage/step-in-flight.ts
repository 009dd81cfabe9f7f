import type { ActivityDeps } from "../deps.ts";
import { lastAttempt } from "./chain-transactions.ts";
import { type RememberedAttempt, toRemember } from "./restore-attempt.ts";

/** A step's transaction that has happened or still may; null when nothing of the step is or can be in flight. */
export const storageStepInFlight =
  ({ db }: Pick<ActivityDeps, "db">) =>
  async ({ stepKey }: { readonly stepKey: string }): Promise<RememberedAttempt | null> => {
    const last = await lastAttempt(db, stepKey);
    if (last === null || last.outcome === "FAILED" || last.outcome === "EXPIRED") return null;
    return toRemember(last);
  };
