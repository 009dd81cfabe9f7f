import { activityInfo } from "@temporalio/activity";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";
import { type Attempt, loadAttemptToSend } from "../storage/chain-transactions.ts";

/** `forgotten`: its bytes are lost, so it can only be looked for. */
export type SubmitAnswer = "accepted" | "duplicate" | "refused" | "settled" | "forgotten";

/**
 * Sends the stored bytes. Same bytes, same hash: sending twice pays once. Silence makes Temporal call again with the same
 * bytes; a refusal only ends the sending. What became of the transaction, the chain alone says: also of one whose sending
 * a freeze held back, which is not sent again and may be on its way already.
 */
export const stellarSubmitTx =
  (deps: ActivityDeps) =>
  async ({ txId }: { txId: string }): Promise<SubmitAnswer> => {
    const attempt = await loadAttemptToSend(deps.db, txId, deps.deploymentId);
    deps.onChainStep?.(attempt);
    if (attempt.outcome !== null) return "settled";
    if (attempt.signedXdr === "") return "forgotten";
    const answer = await send(deps, attempt);
    if (answer.kind === "accepted" || answer.kind === "duplicate" || answer.kind === "refused") return answer.kind;
    throw new StepFailure("CHAIN_UNREACHABLE", `sending ${attempt.hash} had no clear answer (${answer.kind})`);
  };

/** The provider that built it hears of it first; later tries go straight to the network. */
function send({ stellar, sendThroughTrustlessWork }: ActivityDeps, attempt: Attempt) {
  const isFirstTry = activityInfo().attempt === 1;
  return attempt.sendThrough === "trustless-work" && isFirstTry
    ? sendThroughTrustlessWork(attempt.signedXdr)
    : stellar.send(attempt.signedXdr);
}
