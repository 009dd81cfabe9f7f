import { Context } from "@temporalio/activity";
import type { Difference } from "../../domain/reconciliation/difference.ts";
import type { BookReport } from "../../workflows/contracts/reconcile.ts";
import type { ActivityDeps } from "../deps.ts";
import { keepFindings } from "../storage/differences.ts";
import { type EventToKeep, markRead, openUnread } from "../storage/unread-events.ts";
import { creditFound } from "./credit-found.ts";
import { arrivedTransfers } from "./follow-deposits.ts";
import { isOfNode } from "./reaching.ts";
import { seeEvent } from "./read-transfer-events.ts";
import { RawEvent } from "./wire.ts";

/** Reads again what an earlier release could not, credits what it says, and tells of what still nobody can read. */
export const stellarCompareDeposits =
  (deps: ActivityDeps) =>
  async ({ runId }: { readonly runId: string }): Promise<BookReport> => {
    const events = await openUnread(deps.db);
    const differing: Difference[] = [];
    let credited = 0;
    for (const event of events) {
      const outcome = await orLater(() => readAgain(deps, event));
      if (outcome === null) differing.push(toDifference(event));
      else credited += outcome.creditedCount;
      Context.current().heartbeat();
    }
    await keepFindings(deps.db, runId, { kind: "unread_event", differing, agreeing: "others" });
    return { checked: events.length, differing: differing.length, inMotion: 0, credited };
  };

/** One event that cannot be looked into now keeps no other from it. */
async function orLater<Result>(look: () => Promise<Result>): Promise<Result | null> {
  try {
    return await look();
  } catch (error) {
    if (!isOfNode(error)) throw error;
    return null;
  }
}

/** null while it cannot be read, or what it brought cannot be credited yet. */
async function readAgain(deps: ActivityDeps, { id, raw }: EventToKeep): Promise<{ creditedCount: number } | null> {
  const { data } = RawEvent.safeParse(raw);
  const seen = data && seeEvent(data, deps.settings);
  if (seen === undefined || (seen && "reason" in seen)) return null;
  const arrived = seen ? await arrivedTransfers(deps, [seen]) : [];
  const { creditedCount, unexplained } = await creditFound(deps, arrived);
  if (unexplained.length > 0) return null;
  await markRead(deps.db, id);
  return { creditedCount };
}

const toDifference = ({ id, ledger, txHash, reason }: EventToKeep): Difference => ({
  kind: "unread_event",
  subject: id,
  expectedStroops: null,
  foundStroops: null,
  cause: "not_readable",
  details: { ledger, txHashes: [txHash], reason },
});
