import { setTimeout as delay } from "node:timers/promises";
import { type ConnectionLike, isGrpcServiceError } from "@temporalio/client";
import { msNumberToTs, tsToMs } from "@temporalio/common/lib/time.js";
import { ensureSearchAttributes } from "./search-attributes.ts";

/** A closed workflow is kept this long: an idempotent command finds its old answer, and support can look at it. */
export const RETENTION_DAYS = 30;

const RETENTION_MS = RETENTION_DAYS * 24 * 60 * 60 * 1000;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const PATIENCE_MS = 30_000;
const PAUSE_MS = 100;

/** Brings a namespace into the shape we need: retention and search attributes. Called again, it changes nothing. */
export async function setUpNamespace(connection: ConnectionLike, namespace: string): Promise<void> {
  const retention = await retentionMs(connection, namespace);
  if (retention === null) await register(connection, namespace);
  else if (retention < RETENTION_MS) await prolongRetention(connection, namespace);
  await untilTheServerKnowsIt(() => ensureSearchAttributes(connection, namespace));
}

/** Null when there is no such namespace. A longer retention than ours is respected. */
async function retentionMs({ workflowService }: ConnectionLike, namespace: string): Promise<number | null> {
  try {
    const { config } = await workflowService.describeNamespace({ namespace });
    return tsToMs(config?.workflowExecutionRetentionTtl);
  } catch (error) {
    if (hasCode(error, NOT_FOUND)) return null;
    throw error;
  }
}

async function register({ workflowService }: ConnectionLike, namespace: string): Promise<void> {
  const workflowExecutionRetentionPeriod = msNumberToTs(RETENTION_MS);
  try {
    await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  } catch (error) {
    if (!hasCode(error, ALREADY_EXISTS)) throw error; // another process set it up at the same time
  }
}

async function prolongRetention({ workflowService }: ConnectionLike, namespace: string): Promise<void> {
  const workflowExecutionRetentionTtl = msNumberToTs(RETENTION_MS);
  await workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl } });
}

/** A namespace that was just registered is unknown to parts of the server until their caches are read again. */
async function untilTheServerKnowsIt(step: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!hasCode(error, NOT_FOUND) || Date.now() > deadline) throw error;
      await delay(PAUSE_MS);
    }
  }
}

const hasCode = (error: unknown, code: number): boolean => isGrpcServiceError(error) && error.code === code;
