import { createHash } from "node:crypto";
import { mintId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { transfer } from "../../domain/ledger/entry.ts";
import { formatStroops } from "../../domain/money.ts";
import { balanceEvent } from "../../domain/public-events.ts";
import type { AuditNote } from "../../domain/step.ts";
import type { Database } from "../../prisma/client.ts";
import { StepFailure } from "../failures.ts";
import { inTransaction } from "./in-transaction.ts";
import { type Queryable, recordStep } from "./record-step.ts";
import { type EventToKeep, keepUnread } from "./unread-events.ts";

/** A transfer of USDC that came to a wallet of ours and that no workflow of ours sent. */
export interface ArrivedTransfer {
  /** As `eventKey` makes it. */
  readonly eventId: string;
  /** The wallet that it came to. */
  readonly to: string;
  /** Whose it is; null for the treasury, which is the operator's. */
  readonly userId: `usr_${string}` | null;
  /** The account in our ledger that it is credited to. */
  readonly account: string;
  readonly txHash: string;
  readonly from: string;
  readonly stroops: bigint;
  readonly muxedId: string | null;
  readonly ledger: number;
}

export interface StreamPosition {
  readonly cursor: string;
  /** The newest Stellar ledger of which nothing is left to read. */
  readonly ledger: number;
  /** Unix seconds of its close; null where the node did not tell it. */
  readonly closeTimeSeconds: number | null;
}

/** How far a stream was read. The cursor is empty until its first page. @throws StepFailure before `rememberStart` */
export async function loadPosition(
  db: Database,
  stream: string,
): Promise<{ readonly cursor: string; readonly ledger: number; readonly furthestLedger: number }> {
  const { rows } = await db.sql.query<{ cursor: string; ledger: number; furthestLedger: number }>(
    `SELECT cursor, ledger, furthest_ledger AS "furthestLedger" FROM stream_cursor WHERE name = $1`,
    [stream],
  );
  if (!rows[0]) throw new StepFailure("STATE_UNEXPECTED", `the stream ${stream} has no beginning`);
  return rows[0];
}

export async function hasBegun(db: Database, stream: string): Promise<boolean> {
  const { rowCount } = await db.sql.query("SELECT 1 FROM stream_cursor WHERE name = $1", [stream]);
  return rowCount === 1;
}

/** Which reading of events this release has. Raised whenever an earlier one dropped what a later one reads. */
export const READER = 2;

/** Takes note that this release has read all that the node has. */
export async function noteReader(db: Database, stream: string): Promise<void> {
  await db.sql.query("UPDATE stream_cursor SET reader = greatest(reader, $2) WHERE name = $1", [stream, READER]);
}

/** True when an earlier reading of events got to where the stream is: it may have left something out. */
export async function wantsRescan(db: Database, stream: string): Promise<boolean> {
  const { rowCount } = await db.sql.query("SELECT 1 FROM stream_cursor WHERE name = $1 AND reader < $2", [
    stream,
    READER,
  ]);
  return rowCount === 1;
}

/** Remembers where a new installation begins to look; what it remembers already stays. */
export async function rememberStart(db: Database, stream: string, ledger: number): Promise<void> {
  await db.sql.query(
    `INSERT INTO stream_cursor (name, cursor, ledger, furthest_ledger, reader) VALUES ($1, '', $2, $2 - 1, $3)
     ON CONFLICT DO NOTHING`,
    [stream, ledger, READER],
  );
}

/** Remembers Stellar ledgers that no node could show any more; a sweep of balances finds what arrived in them. */
export async function recordGap(
  db: Database,
  stream: string,
  { from, to }: { from: number; to: number },
): Promise<void> {
  await db.sql.query(
    `INSERT INTO stream_gap (stream, from_ledger, to_ledger) VALUES ($1, $2, $3)
     ON CONFLICT (stream, from_ledger) DO UPDATE SET to_ledger = greatest(stream_gap.to_ledger, $3)`,
    [stream, from, to],
  );
}

/** Whose wallet each address is, for those that are ours: "usr_…" or "platform/<role>". */
export async function ownersOf(db: Database, addresses: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.sql.query<{ publicKey: string; owner: string }>(
    `SELECT public_key AS "publicKey", coalesce(user_id, 'platform/' || platform_role) AS owner FROM wallet
     WHERE public_key = ANY($1)`,
    [addresses],
  );
  return new Map(rows.map(({ publicKey, owner }) => [publicKey, owner]));
}

/** Hashes among these that our own workflows signed. They were stored before they were sent, so none is missed. */
export async function ownHashes(db: Database, hashes: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.sql.query<{ hash: string }>("SELECT hash FROM chain_transaction WHERE hash = ANY($1)", [
    hashes,
  ]);
  return new Set(rows.map((row) => row.hash));
}

/** Hashes among these that were credited as deposits to this wallet, or that our own workflows signed. One may pay many. */
export async function knownHashes(db: Database, address: string, hashes: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.sql.query<{ hash: string }>(
    `SELECT d.tx_hash AS hash FROM deposit d JOIN wallet w ON w.user_id IS NOT DISTINCT FROM d.user_id
       WHERE w.public_key = $2 AND d.tx_hash = ANY($1)
     UNION SELECT hash FROM chain_transaction WHERE hash = ANY($1)`,
    [hashes, address],
  );
  return new Set(rows.map((row) => row.hash));
}

/** The newest Stellar ledger of which nothing is left to read; 0 before the stream has begun. */
export async function ledgerReadThrough(db: Database, stream: string): Promise<number> {
  const { rows } = await db.sql.query<{ ledger: number }>("SELECT ledger FROM stream_cursor WHERE name = $1", [stream]);
  return rows[0]?.ledger ?? 0;
}

/**
 * One name of an event on every network that there will be. A node's id is its place, counted from the first ledger: it comes up
 * again when a network begins anew. The hash beside it does not: the network's passphrase and the account's number are in it.
 */
export const eventKey = ({ id, txHash }: { readonly id: string; readonly txHash: string }): string => `${id}/${txHash}`;

/** Those of these events that were credited, also by a release that named them by their place alone. */
export async function creditedEvents({ sql }: { readonly sql: Queryable }, keys: readonly string[]): Promise<string[]> {
  const places = keys.map((key) => key.split("/", 1)[0]);
  const { rows } = await sql.query<{ key: string }>(
    `SELECT CASE WHEN strpos(event_id, '/') > 0 THEN event_id ELSE event_id || '/' || tx_hash END AS key
     FROM deposit WHERE event_id = ANY($1) OR event_id = ANY($2)`,
    [keys, places],
  );
  return rows.map(({ key }) => key);
}

/** The newest Stellar ledger that was ever read for deposits; null where nobody follows them. */
export async function furthestLedgerRead(db: Database): Promise<number | null> {
  const { rows } = await db.sql.query<{ ledger: number | null }>(
    "SELECT max(furthest_ledger) AS ledger FROM stream_cursor",
  );
  return rows[0]?.ledger ?? null;
}

/**
 * Those of these addresses that only pay out what we signed: our wallets and the contracts of our orders. A stranger may
 * carry our transaction in a fee bump, under a hash that we never stored; the money still belongs to its workflow.
 */
export async function ownSenders(db: Database, addresses: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.sql.query<{ address: string }>(
    `SELECT public_key AS address FROM wallet WHERE public_key = ANY($1)
     UNION SELECT contract_id FROM escrow WHERE contract_id = ANY($1)`,
    [addresses],
  );
  return new Set(rows.map((row) => row.address));
}

/** What a page of the stream showed. */
export interface DepositsPage {
  readonly arrived: readonly ArrivedTransfer[];
  /** Kept, to be read by a later release. */
  readonly unread: readonly EventToKeep[];
}

/** Credits what arrived and moves the cursor, all in one transaction: a page is credited wholly and once, or not at all. */
export const creditDeposits = (
  db: Database,
  stream: string,
  { arrived, unread }: DepositsPage,
  position: StreamPosition,
): Promise<void> =>
  inTransaction(db, async (sql) => {
    await keepUnread(sql, stream, unread);
    await creditAll(sql, arrived);
    await saveCursor(sql, stream, position);
  });

async function creditAll(sql: Queryable, arrived: readonly ArrivedTransfer[]): Promise<void> {
  await lockAccounts(sql, arrived);
  for (const deposit of arrived) await creditOnce(sql, deposit);
}

/** All accounts of the page, before the first event is numbered: who waits for a number may hold one of them. */
async function lockAccounts(sql: Queryable, arrived: readonly ArrivedTransfer[]): Promise<void> {
  const accounts = new Set(arrived.map(({ account }) => account));
  if (accounts.size > 0) await sql.query("SELECT lock_accounts($1)", [[ledgerAccounts.stellar, ...accounts]]);
}

/**
 * Credits a deposit, once for ever. What of it somebody has credited by hand before it was found goes to the account of such
 * corrections, so that both cancel out. False when it was credited before.
 */
export async function creditOnce(sql: Queryable, deposit: ArrivedTransfer, matchedStroops = 0n): Promise<boolean> {
  const { userId, account, stroops, txHash } = deposit;
  const depositId = depositIdOf(deposit);
  const key = `deposit/${deposit.eventId}`;
  const caller = { keyId: "deposits", correlationId: txHash };
  const creditedStroops = stroops - matchedStroops;
  const isCredited = creditedStroops > 0n;
  const isNew = await recordStep(sql, {
    key,
    caller,
    ...(isCredited && { entry: transfer("deposit", ledgerAccounts.stellar, account, creditedStroops) }),
    events: userId && isCredited ? [credited(userId, depositId, { txHash, stroops: creditedStroops })] : [],
  });
  if (!isNew) return false;
  if (matchedStroops > 0n) {
    const entry = transfer("deposit", ledgerAccounts.stellar, ledgerAccounts.manual, matchedStroops);
    await recordStep(sql, { key: `${key}#matched`, caller, entry, audits: [matchedNote(deposit, matchedStroops)] });
  }
  await sql.query(
    `INSERT INTO deposit (id, event_id, user_id, tx_hash, from_address, amount_stroops, muxed_id, ledger, matched_stroops)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      depositId,
      deposit.eventId,
      userId,
      txHash,
      deposit.from,
      stroops.toString(),
      deposit.muxedId,
      deposit.ledger,
      matchedStroops.toString(),
    ],
  );
  return true;
}

const depositIdOf = ({ eventId }: ArrivedTransfer) => mintId("deposit", createHash("sha256").update(eventId).digest());

const matchedNote = (deposit: ArrivedTransfer, matchedStroops: bigint): AuditNote => ({
  action: "UPDATE",
  eventType: "deposit.matched",
  resourceType: "Balance",
  resourceId: deposit.userId ?? deposit.account,
  before: null,
  after: {
    depositId: depositIdOf(deposit),
    transactionHash: deposit.txHash,
    amount: formatStroops(deposit.stroops),
    creditedByHand: formatStroops(matchedStroops),
  },
});

const credited = (
  userId: string,
  depositId: string,
  { stroops, txHash }: Pick<ArrivedTransfer, "stroops" | "txHash">,
) =>
  balanceEvent("credited", userId, {
    amount: formatStroops(stroops),
    currency: "USDC",
    source: "stellar_deposit",
    sourceId: depositId,
    transactionHash: txHash,
  });

export async function saveCursor(sql: Queryable, stream: string, { cursor, ledger, closeTimeSeconds }: StreamPosition) {
  await sql.query(
    `INSERT INTO stream_cursor (name, cursor, ledger, furthest_ledger, ledger_closed_at) VALUES ($1, $2, $3, $3, to_timestamp($4))
     ON CONFLICT (name) DO UPDATE SET cursor = $2, ledger = $3, furthest_ledger = greatest(stream_cursor.furthest_ledger, $3),
       ledger_closed_at = coalesce(to_timestamp($4), stream_cursor.ledger_closed_at), updated_at = clock_timestamp()`,
    [stream, cursor, ledger, closeTimeSeconds],
  );
}
