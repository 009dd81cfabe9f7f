import { randomUUID } from "node:crypto";
import { AppError } from "../domain/errors.ts";
import {
  READ_SEQUENCES_WORKFLOW,
  readSequencesWorkflowId,
  sequencesReadUpdate,
} from "../workflows/contracts/read-sequences.ts";
import type { Temporal } from "./temporal.ts";

/** Longer than a worker tries; a caller who does not wait that long is told nothing false. */
const PATIENCE_MS = 25_000;

/**
 * Has a worker read which sequence number the chain has used of every wallet, and says under which id it is kept.
 * @throws AppError STELLAR_NETWORK_ERROR when the chain cannot be read, SERVICE_UNAVAILABLE when no worker has done it
 */
export async function readSequences(temporal: Temporal): Promise<string> {
  const readingId = randomUUID();
  const workflowId = readSequencesWorkflowId(readingId);
  const reply = await temporal.open({
    workflowType: READ_SEQUENCES_WORKFLOW,
    workflowId,
    input: { readingId },
    update: sequencesReadUpdate,
    updateId: readingId,
    args: [],
    replyBy: Date.now() + PATIENCE_MS,
    summary: workflowId,
    searchAttributes: [],
  });
  if (reply.kind !== "final") throw new AppError("SERVICE_UNAVAILABLE", { dependency: "workers" });
  return readingId;
}
