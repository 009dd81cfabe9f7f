import type { ParkedOperation, ParkedQuery } from "../../sdk/index.ts";
import { ageOf } from "./age.ts";
import type { CliDeps } from "./deps.ts";
import { tableOf } from "./table.ts";
import { pageSizeFor, takeItems } from "./take-items.ts";

export async function showParked({ api, show, note }: CliDeps, query: ParkedQuery, limit: number): Promise<void> {
  const sdk = api();
  const parked = await takeItems(
    sdk.iterate(sdk.operations.listParked, { ...query, limit: pageSizeFor(limit) }),
    limit,
  );
  show(parked, () =>
    parked.data.length === 0 ? ["nothing is parked"] : tableOf<ParkedOperation>(parked.data, COLUMNS),
  );
  if (parked.hasMore) note("There are more: give a larger --limit.");
}

const COLUMNS = [
  ["workflow", (one: ParkedOperation) => one.workflowId],
  ["state", (one: ParkedOperation) => one.state],
  ["step", (one: ParkedOperation) => one.step],
  ["reason", (one: ParkedOperation) => one.parkedReason],
  ["for", (one: ParkedOperation) => ageOf(one.ageSeconds)],
  ["next attempt", (one: ParkedOperation) => one.nextAttemptAt],
  ["who must act", (one: ParkedOperation) => one.whoMustAct],
] as const;
