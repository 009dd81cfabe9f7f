import type { ActivityDeps } from "../deps.ts";
import type { RememberedAttempt, RememberedStep } from "../storage/restore-attempt.ts";
import { recoverAttempt } from "./recover-attempt.ts";

export interface RecoverTx extends RememberedStep {
  readonly remembered: RememberedAttempt;
}

/** Makes the row of a step's attempt again where the database has forgotten it. It signs and sends nothing. */
export const stellarRecoverTx =
  (deps: ActivityDeps) =>
  async ({ remembered, ...step }: RecoverTx): Promise<void> => {
    await recoverAttempt(deps, remembered, step);
  };
