import { Context } from "@temporalio/activity";
import type { RescanInput, RescanReport } from "../../workflows/contracts/rescan-deposits.ts";
import type { ActivityDeps } from "../deps.ts";
import { loadPosition, noteReader } from "../storage/deposits.ts";
import { inTransaction } from "../storage/in-transaction.ts";
import { keepUnread } from "../storage/unread-events.ts";
import type { TransferPage } from "./client.ts";
import { creditFound } from "./credit-found.ts";
import { arrivedTransfers } from "./follow-deposits.ts";
import { transferPages } from "./transfer-pages.ts";

/** Reads the token's events again, up to where the follower was when it began, which reads all later ones. */
export const stellarRescanDeposits =
  (deps: ActivityDeps) =>
  async ({ stream, fromLedger: asked }: RescanInput): Promise<RescanReport> => {
    const { oldestLedger } = await deps.stellar.latestLedger();
    const { furthestLedger: throughLedger } = await loadPosition(deps.db, stream);
    const fromLedger = Math.max(asked ?? oldestLedger, oldestLedger);
    const found = { creditedCount: 0, unreadCount: 0, unexplainedHashes: [] as string[] };
    const isEmpty = fromLedger > throughLedger;
    for await (const page of isEmpty ? [] : transferPages(deps.stellar, { startLedger: fromLedger }, throughLedger)) {
      const { creditedCount, unexplained } = await creditFound(deps, await arrivedBefore(deps, page, throughLedger));
      found.creditedCount += creditedCount;
      found.unexplainedHashes.push(...unexplained.map(({ txHash }) => txHash));
      found.unreadCount += page.unread.length;
      await inTransaction(deps.db, (sql) => keepUnread(sql, stream, page.unread));
      Context.current().heartbeat();
    }
    if (fromLedger <= oldestLedger) await noteReader(deps.db, stream);
    return { fromLedger, throughLedger, ...found };
  };

/** The follower's own part is left to it. */
async function arrivedBefore(deps: ActivityDeps, { events }: TransferPage, throughLedger: number) {
  const arrived = await arrivedTransfers(deps, events);
  return arrived.filter(({ ledger }) => ledger <= throughLedger);
}
