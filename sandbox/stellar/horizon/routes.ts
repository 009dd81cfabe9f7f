import { type Context, Hono } from "hono";
import type { StruckEnv } from "../../strike-faults.ts";
import type { World } from "../../world.ts";
import { toid } from "../ledger-events.ts";
import type { TransactionRecord } from "../transactions/record.ts";
import { presentAccount } from "./accounts.ts";
import { presentLedger } from "./ledgers.ts";
import { presentFeeStats, presentRoot } from "./node-info.ts";
import { isAccount, isPayment, type OperationView, operationsOf } from "./operations.ts";
import { collection, readPage } from "./paging.ts";
import { badRequest, notFound } from "./problem.ts";
import { streamRecords } from "./stream.ts";
import { submitTransaction, submitTransactionAsync } from "./submit.ts";
import { presentTransaction, touchesAccount } from "./transactions.ts";

/** The part of Horizon that wallets and payment systems use. */
export function horizon(world: World): Hono<StruckEnv> {
  const app = new Hono<StruckEnv>();
  const { ledger } = world;
  app.use(async (c, next) => {
    await next();
    c.header("date", new Date(world.clock.nowMs()).toUTCString());
  });
  app.get("/", (c) => c.json(presentRoot(world)));
  app.get("/fee_stats", (c) => c.json(presentFeeStats(world)));
  app.get("/ledgers", (c) => list(c, ledger.history.recent().map(presentLedger)));
  app.get("/ledgers/:sequence", (c) => {
    const found = ledger.history.ledger(Number(c.req.param("sequence")));
    return found === null ? notFound(c) : c.json(presentLedger(found));
  });
  app.post("/transactions", (c) => submitTransaction(c, world));
  app.post("/transactions_async", (c) => submitTransactionAsync(c, world));
  app.get("/transactions/:hash", (c) => {
    const record = seenTransaction(c, world);
    return record === null ? notFound(c) : c.json(presentTransaction(record));
  });
  app.get("/transactions/:hash/operations", (c) => {
    const record = seenTransaction(c, world);
    return record === null ? notFound(c) : list(c, operationsOf(record).map(toWire));
  });
  app.get("/accounts/:id", (c) => {
    const account = presentAccount(ledger, c.req.param("id"));
    return account === null ? notFound(c) : c.json(account);
  });
  app.get("/accounts/:id/transactions", (c) =>
    list(c, shown(c, world, (record) => touchesAccount(record, c.req.param("id"))).map(presentTransaction)),
  );
  app.get("/accounts/:id/operations", (c) => listOrStream(c, world, (view) => concerns(view, c.req.param("id"))));
  app.get("/accounts/:id/payments", (c) => {
    const id = c.req.param("id");
    if (!isAccount(id)) return badRequest(c, "account_id is invalid", { invalid_field: "account_id" });
    if (ledger.account(id) === null && !wantsStream(c)) return notFound(c);
    return listOrStream(c, world, (view) => isPayment(view) && view.parties.includes(id));
  });
  app.get("/operations", (c) => listOrStream(c, world, () => true));
  app.get("/payments", (c) => listOrStream(c, world, isPayment));
  app.all("*", notFound);
  return app;
}

const concerns = (view: OperationView, address: string): boolean =>
  view.source_account === address || view.parties.includes(address);

const wantsStream = (c: Context): boolean => (c.req.header("accept") ?? "").includes("text/event-stream");

/** A stale Horizon has not ingested the transaction yet. */
function seenTransaction(c: Context<StruckEnv>, world: World): TransactionRecord | null {
  if (c.get("fault")?.kind === "stale") return null;
  const record = world.ledger.history.transaction((c.req.param("hash") ?? "").toLowerCase());
  return record === null || record.ledger < elderLedger(world) ? null : record;
}

/** Horizon forgets nothing by itself: only where it was told how much it keeps. */
function elderLedger({ ledger, settings: { horizonRetentionLedgers } }: World): number {
  return horizonRetentionLedgers === undefined ? 0 : ledger.history.oldestWithin(horizonRetentionLedgers).sequence;
}

/** Failed transactions only when asked for; a stale Horizon shows nothing of the last while. */
function shown(
  c: Context<StruckEnv>,
  world: World,
  which: (record: TransactionRecord) => boolean,
  fromLedger = 0,
): TransactionRecord[] {
  const withFailed = c.req.query("include_failed") === "true";
  const fault = c.get("fault");
  const staleMs = fault?.kind === "stale" ? (fault.delayMs ?? 0) : null;
  const until = staleMs === null ? Infinity : (world.clock.nowMs() - staleMs) / 1000;
  return world.ledger.history
    .transactionsFrom(Math.max(fromLedger, elderLedger(world)))
    .filter((record) => record.closeTimeSeconds <= until && (withFailed || record.successful) && which(record));
}

function list(c: Context, ascending: readonly { readonly paging_token: string }[]): Response {
  const page = readPage(c);
  return page === null ? badRequest(c, "cursor, limit or order is invalid") : collection(c, ascending, page);
}

function listOrStream(c: Context<StruckEnv>, world: World, which: (view: OperationView) => boolean): Response {
  const views = (fromLedger = 0) =>
    shown(c, world, () => true, fromLedger)
      .flatMap(operationsOf)
      .filter(which)
      .map(toWire);
  if (!wantsStream(c)) return list(c, views());
  const since = (after: bigint) =>
    views(Number(after >> 32n)).filter(({ paging_token }) => BigInt(paging_token) > after);
  return streamRecords(c, world, since, toid(world.ledger.latest().sequence + 1, 0, 0) - 1n);
}

const toWire = ({ parties: _parties, ...wire }: OperationView) => wire;
