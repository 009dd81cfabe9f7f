import type { Context } from "hono";
import type { AppliedTransaction, Submission } from "../stellar/ledger-port.ts";
import { InvalidEnvelope } from "../stellar/transactions/envelope.ts";
import { type ApiError, plain, typed } from "./api-error.ts";
import { contractRefusal } from "./contract-texts.ts";
import { type Indexed, indexTransaction, isDeploy } from "./indexer.ts";
import { readBody } from "./read-body.ts";
import { SendBody } from "./schemas.ts";
import { settingsOf } from "./settings.ts";
import { escrowIn, escrowToWire } from "./wire.ts";
import type { TrustlessWorkEnv, TrustlessWorkWorld } from "./world.ts";

const DEFAULT_STALE_MS = 5_000;

/** Submits, waits for a ledger, and answers what came of it. Its answers never say the transaction's hash. */
export const sendTransaction = (world: TrustlessWorkWorld) => async (c: Context<TrustlessWorkEnv>) => {
  const { signedXdr } = await readBody(c, SendBody);
  const applied = await untilApplied(world, submit(world, signedXdr));
  const fault = c.get("fault");
  const lagMs = fault?.kind === "stale" ? (fault.delayMs ?? DEFAULT_STALE_MS) : settingsOf(world).indexLagMs;
  const indexed = indexTransaction(world, applied, world.clock.nowMs() + lagMs);
  return c.json({
    status: "SUCCESS",
    message: "The transaction has been successfully sent to the Stellar network",
    ...(indexed && deployedOrUpdated(world, indexed)),
  });
};

function submit(world: TrustlessWorkWorld, signedXdr: string): Submission {
  try {
    return world.ledger.submit(signedXdr);
  } catch (error) {
    if (!(error instanceof InvalidEnvelope)) throw error;
    throw typed(400, "UNKNOWN_ERROR", `Invalid signedXdr: ${error.message}`);
  }
}

async function untilApplied(world: TrustlessWorkWorld, submission: Submission): Promise<AppliedTransaction> {
  if (submission.status === "ERROR") throw plain(400, `Transaction failed: ${submission.resultCode ?? "tx_failed"}`);
  if (submission.status === "TRY_AGAIN_LATER") throw typed(500, "UNKNOWN_ERROR", "TRY_AGAIN_LATER");
  const applied = await world.ledger.waitFor(submission.hash, settingsOf(world).inclusionWaitMs);
  if (!applied) throw notYetApplied();
  if (!applied.successful) throw failure(applied);
  return applied;
}

/** The node's answer has no metadata yet and their code stumbles over that: the transaction may still be applied. */
const notYetApplied = (): ApiError =>
  typed(500, "UNKNOWN_ERROR", "The transaction has not completed yet: cannot read resultMetaXdr");

function failure(applied: AppliedTransaction): ApiError {
  if (applied.contractError) return contractRefusal(applied.contractError);
  return plain(400, `Transaction failed: ${[applied.resultCode, ...applied.operationCodes].join(", ")}`);
}

function deployedOrUpdated(world: TrustlessWorkWorld, { record, call }: Indexed) {
  const copy = record.copies.at(-1);
  if (!copy || (!isDeploy(call) && call.functionName !== "update_escrow")) return {};
  return { contractId: record.contractId, escrow: escrowToWire(world, escrowIn(copy), "percent") };
}
