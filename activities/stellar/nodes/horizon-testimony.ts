import { type Horizon, TransactionBuilder, xdr } from "@stellar/stellar-sdk";
import { parseStroops } from "../../../domain/money.ts";
import { readAnswer, statusIn } from "../reaching.ts";
import { type LedgerWindow, readMeta, type TransactionOnChain, toTransactionOnChain } from "../read-transaction.ts";
import type { ChainSettings } from "../settings.ts";
import { baseAddress, type TokenTransfer } from "../token-events.ts";
import { TransactionRecord } from "../wire.ts";
import { requireHash } from "./require-hash.ts";
import type { Asked, Testimony } from "./testimony.ts";

/** Horizon keeps envelope, result and meta of a transaction for longer than most nodes: they are read as a node's are. */
export async function horizonTestimony(
  server: Horizon.Server,
  source: string,
  settings: ChainSettings,
  { hash, sourceAccount }: Asked,
): Promise<Testimony> {
  const answer = await horizonTransaction(server, settings, hash);
  const account = await orMissing(server.accounts().accountId(sourceAccount).call());
  return { source, answer, accountSequence: account === null ? null : BigInt(account.sequence) };
}

/** Horizon's copy of a transaction, in the form of a node's answer. */
export async function horizonTransaction(
  server: Horizon.Server,
  settings: ChainSettings,
  hash: string,
): Promise<TransactionOnChain> {
  const latest = await windowOf(server); // first: a ledger that comes meanwhile must not count as one without it
  const record = await orMissing(server.transactions().transaction(hash).call());
  return record ? toAnswer(record, hash, latest, settings) : { status: "NOT_FOUND", latest };
}

async function orMissing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (statusIn(error) === 404) return null;
    throw error;
  }
}

async function windowOf(server: Horizon.Server): Promise<LedgerWindow> {
  const root = await server.root();
  const latestCloseTimeSeconds = Math.floor(Date.parse(root.history_latest_ledger_closed_at) / 1000);
  const oldestLedger = (root as { history_elder_ledger?: unknown }).history_elder_ledger;
  const numbers = [root.history_latest_ledger, latestCloseTimeSeconds, oldestLedger];
  if (!numbers.every(Number.isSafeInteger)) throw new TypeError("it does not say which ledgers it holds");
  return { latestLedger: root.history_latest_ledger, latestCloseTimeSeconds, oldestLedger: oldestLedger as number };
}

function toAnswer(record: unknown, hash: string, latest: LedgerWindow, settings: ChainSettings): TransactionOnChain {
  const { successful, ledger_attr: ledger, created_at, ...bytes } = readAnswer(TransactionRecord, record);
  requireHash(bytes.envelope_xdr, hash, settings.networkPassphrase);
  const shown = {
    isSuccess: successful,
    ledger,
    closedAt: new Date(created_at).toISOString(),
    result: xdr.TransactionResult.fromXdr(bytes.result_xdr, "base64"),
    ...readMeta(bytes.result_meta_xdr),
  };
  const seen = toTransactionOnChain(shown, latest, settings);
  if (seen.status !== "SUCCEEDED" || seen.transfers.length > 0) return seen;
  return { ...seen, transfers: paymentsIn(bytes.envelope_xdr, settings) };
}

/** A Horizon whose node writes no events of classic operations: what a payment that succeeded moved stands in it. */
function paymentsIn(envelope: string, { networkPassphrase, usdc }: ChainSettings): TokenTransfer[] {
  const shown = TransactionBuilder.fromXdr(envelope, networkPassphrase);
  const transaction = "innerTransaction" in shown ? shown.innerTransaction : shown;
  return transaction.operations.flatMap((operation) => {
    if (operation.type !== "payment") return [];
    const { asset, amount, destination } = operation;
    if (asset.code !== usdc.code || asset.issuer !== usdc.issuer) return [];
    const from = baseAddress(operation.source ?? transaction.source);
    return [{ from, to: baseAddress(destination), stroops: parseStroops(amount) }];
  });
}
