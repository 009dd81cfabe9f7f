import { Context } from "@temporalio/activity";
import type { ActivityDeps } from "../deps.ts";
import { loadAttempt } from "../storage/chain-transactions.ts";
import { knownVerdict, settleAttempt, type Verdict } from "./settle-attempt.ts";

export interface ConfirmTx {
  readonly txId: string;
}

const POLL_FIRST_MS = 150;
const POLL_MAX_MS = 2_000;

/** Asks the chain until it knows the end of the transaction, then books it. Silence and absence are no outcome. */
export const stellarConfirmTx =
  (deps: ActivityDeps) =>
  async ({ txId }: ConfirmTx): Promise<Verdict> => {
    const attempt = await loadAttempt(deps.db, txId);
    deps.onChainStep?.(attempt);
    const known = knownVerdict(attempt);
    if (known) return known;
    for (let pauseMs = POLL_FIRST_MS; ; pauseMs = Math.min(pauseMs * 1.5, POLL_MAX_MS)) {
      const verdict = await settleAttempt(deps, attempt);
      if (verdict) return verdict;
      Context.current().heartbeat();
      await Context.current().sleep(pauseMs);
    }
  };
