import type { ActivityDeps } from "../deps.ts";
import { lastAttempt } from "./chain-transactions.ts";

export interface StepInFlight {
  readonly txId: string;
  readonly hash: string;
  readonly generation: number;
}

/** A step's transaction that has happened or still may; null when nothing of the step is or can be in flight. */
export const storageStepInFlight =
  ({ db }: Pick<ActivityDeps, "db">) =>
  async ({ stepKey }: { readonly stepKey: string }): Promise<StepInFlight | null> => {
    const last = await lastAttempt(db, stepKey);
    if (last === null || last.outcome === "FAILED" || last.outcome === "EXPIRED") return null;
    return { txId: last.id, hash: last.hash, generation: last.generation };
  };
