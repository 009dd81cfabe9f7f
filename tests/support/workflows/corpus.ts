import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WorkflowHandle } from "@temporalio/client";
import { historyToJSON } from "@temporalio/common/lib/proto-utils.js";

/** Histories that every later version of the code must be able to replay. */
export const CORPUS = fileURLToPath(new URL("../../replay/histories/", import.meta.url));

/**
 * Keeps the history of a payment for ever under `<workflow type>/<scenario>`, when RECORD_HISTORIES is set. One that is there
 * already is never written again: code that cannot replay it needs `patched()`, not another recording.
 */
export async function keepHistory(handle: Pick<WorkflowHandle, "fetchHistory">, scenario: string): Promise<void> {
  const path = join(CORPUS, `${scenario}.json`);
  if (!process.env.RECORD_HISTORIES || existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(JSON.parse(historyToJSON(await handle.fetchHistory())), withoutPlaces)}\n`);
}

/** Replaying needs neither who did it nor where its code lay. */
const withoutPlaces = (key: string, value: unknown): unknown =>
  key === "stackTrace" || key === "identity" ? undefined : value;
