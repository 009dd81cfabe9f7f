import { type Horizon, rpc, TransactionBuilder, xdr } from "@stellar/stellar-sdk";
import { parseStroops } from "../../../domain/money.ts";
import { statusIn } from "../reaching.ts";
import { type LedgerWindow, type TransactionOnChain, toTransactionOnChain } from "../read-transaction.ts";
import type { ChainSettings } from "../settings.ts";
import { baseAddress, type TokenTransfer } from "../token-events.ts";
import type { HorizonSource } from "./horizon-source.ts";
import { requireHash } from "./require-hash.ts";
import type { Asked, Testimony } from "./testimony.ts";

type Record = Horizon.ServerApi.TransactionRecord;

/** Horizon keeps envelope, result and meta of a transaction for longer than most nodes: they are read as a node's are. */
export async function horizonTestimony(
  { source, server }: HorizonSource,
  settings: ChainSettings,
  { hash, sourceAccount }: Asked,
): Promise<Testimony> {
  const latest = await windowOf(server); // first: a ledger that comes meanwhile must not count as one without it
  const record = await orMissing(server.transactions().transaction(hash).call());
  const answer: TransactionOnChain = record
    ? toAnswer(record as Record, hash, latest, settings)
    : { status: "NOT_FOUND", latest };
  const account = await orMissing(server.accounts().accountId(sourceAccount).call());
  return { source, answer, accountSequence: account === null ? null : BigInt(account.sequence) };
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

function toAnswer(record: Record, hash: string, latest: LedgerWindow, settings: ChainSettings): TransactionOnChain {
  requireHash(record.envelope_xdr, hash, settings.networkPassphrase);
  const seen = toTransactionOnChain(asNodeAnswer(record, latest), settings);
  if (seen.status !== "SUCCEEDED" || seen.transfers.length > 0) return seen;
  return { ...seen, transfers: paymentsIn(record.envelope_xdr, settings) };
}

function asNodeAnswer(record: Record, latest: LedgerWindow): rpc.Api.GetTransactionResponse {
  const meta = xdr.TransactionMeta.fromXdr((record as { result_meta_xdr: string }).result_meta_xdr, "base64");
  const { SUCCESS, FAILED } = rpc.Api.GetTransactionStatus;
  return {
    status: record.successful ? SUCCESS : FAILED,
    txHash: record.hash,
    latestLedger: latest.latestLedger,
    latestLedgerCloseTime: latest.latestCloseTimeSeconds,
    oldestLedger: latest.oldestLedger,
    ledger: record.ledger_attr,
    createdAt: Math.floor(Date.parse(record.created_at) / 1000),
    resultXdr: xdr.TransactionResult.fromXdr(record.result_xdr, "base64"),
    ...inMeta(meta),
  } as unknown as rpc.Api.GetTransactionResponse; // the fields that are read of it
}

function inMeta(meta: xdr.TransactionMeta) {
  if (meta.type === "v4") {
    const { operations, sorobanMeta, diagnosticEvents } = meta.v4;
    const contractEventsXdr = operations.map(({ events }) => events);
    return {
      returnValue: sorobanMeta?.returnValue ?? undefined,
      diagnosticEventsXdr: diagnosticEvents,
      events: { contractEventsXdr, transactionEventsXdr: [] },
    };
  }
  if (meta.type !== "v3") throw new TypeError(`it tells a transaction's effects as ${meta.type}`);
  const { sorobanMeta } = meta.v3;
  return {
    returnValue: sorobanMeta?.returnValue,
    diagnosticEventsXdr: sorobanMeta?.diagnosticEvents ?? [],
    events: { contractEventsXdr: [sorobanMeta?.events ?? []], transactionEventsXdr: [] },
  };
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
