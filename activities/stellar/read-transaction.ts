import { type rpc, xdr } from "@stellar/stellar-sdk";
import type { z } from "zod";
import { requireHash } from "./nodes/require-hash.ts";
import { readAnswer } from "./reaching.ts";
import { contractErrorOf, contractIdOf, resultCodeOf } from "./result-code.ts";
import { type ChainSettings, usdcContractId } from "./settings.ts";
import { readAddress } from "./soroban-values.ts";
import { type TokenTransfer, toTransfer } from "./token-events.ts";
import { TransactionAnswer } from "./wire.ts";

/** What the node knows: without these three numbers "not found" says nothing. */
export interface LedgerWindow {
  readonly latestLedger: number;
  readonly latestCloseTimeSeconds: number;
  readonly oldestLedger: number;
}

export type TransactionOnChain =
  | { readonly status: "NOT_FOUND"; readonly latest: LedgerWindow }
  | {
      readonly status: "SUCCEEDED" | "FAILED";
      readonly latest: LedgerWindow;
      readonly ledger: number;
      /** ISO time of the Stellar ledger's close. */
      readonly closedAt: string;
      readonly feeStroops: bigint;
      /** As in the table of errors.ts, with what the contract said after a colon. */
      readonly resultCode: string;
      /** The contract it created, told by its return value. */
      readonly contractId: string | null;
      readonly transfers: readonly TokenTransfer[];
    };

/** What a source shows of a transaction that a ledger holds, decoded. */
export interface ShownTransaction {
  readonly isSuccess: boolean;
  readonly ledger: number;
  readonly closedAt: string;
  readonly result: xdr.TransactionResult;
  readonly contractEvents: readonly xdr.ContractEvent[];
  readonly diagnosticEvents: readonly xdr.DiagnosticEvent[];
  readonly returnValue: xdr.ScVal | undefined;
}

/** Whatever a node shows under the hash must hash to it. */
export async function readTransaction(
  server: rpc.Server,
  settings: ChainSettings,
  hash: string,
): Promise<TransactionOnChain> {
  const answer = readAnswer(TransactionAnswer, await server._getTransaction(hash));
  const { latestLedger, latestLedgerCloseTime: latestCloseTimeSeconds, oldestLedger } = answer;
  const latest = { latestLedger, latestCloseTimeSeconds, oldestLedger };
  if (answer.status === "NOT_FOUND") return { status: "NOT_FOUND", latest };
  requireHash(answer.envelopeXdr, hash, settings.networkPassphrase);
  return toTransactionOnChain(shownIn(answer), latest, settings);
}

type FoundAnswer = Exclude<z.infer<typeof TransactionAnswer>, { status: "NOT_FOUND" }>;

function shownIn({ status, ledger, createdAt, events, ...bytes }: FoundAnswer): ShownTransaction {
  const meta = readMeta(bytes.resultMetaXdr);
  const contractEvents = events?.contractEventsXdr?.flat().map((event) => xdr.ContractEvent.fromXdr(event, "base64"));
  const diagnosticEvents = bytes.diagnosticEventsXdr?.map((event) => xdr.DiagnosticEvent.fromXdr(event, "base64"));
  return {
    isSuccess: status === "SUCCESS",
    ledger,
    closedAt: new Date(createdAt * 1000).toISOString(),
    result: xdr.TransactionResult.fromXdr(bytes.resultXdr, "base64"),
    ...meta,
    ...(contractEvents && { contractEvents }),
    ...(diagnosticEvents && { diagnosticEvents }),
  };
}

type Effects = Pick<ShownTransaction, "contractEvents" | "diagnosticEvents" | "returnValue">;

/** What a transaction did, out of its meta. */
export function readMeta(base64: string): Effects {
  const meta = xdr.TransactionMeta.fromXdr(base64, "base64");
  if (meta.type === "v4") {
    const { operations, sorobanMeta, diagnosticEvents } = meta.v4;
    const contractEvents = operations.flatMap(({ events }) => events);
    return { contractEvents, diagnosticEvents, returnValue: sorobanMeta?.returnValue ?? undefined };
  }
  if (meta.type !== "v3") throw new TypeError(`it tells a transaction's effects as ${meta.type}`);
  const { sorobanMeta } = meta.v3;
  return {
    contractEvents: sorobanMeta?.events ?? [],
    diagnosticEvents: sorobanMeta?.diagnosticEvents ?? [],
    returnValue: sorobanMeta?.returnValue,
  };
}

export function toTransactionOnChain(
  shown: ShownTransaction,
  latest: LedgerWindow,
  settings: ChainSettings,
): Exclude<TransactionOnChain, { status: "NOT_FOUND" }> {
  const { isSuccess, ledger, closedAt, result } = shown;
  const token = usdcContractId(settings);
  return {
    status: isSuccess ? "SUCCEEDED" : "FAILED",
    latest,
    ledger,
    closedAt,
    feeStroops: result.feeCharged,
    resultCode: resultCode(shown, token),
    contractId: isSuccess ? createdContract(shown.returnValue) : null,
    transfers: isSuccess ? transfersOf(shown, token, settings.usdc.issuer) : [],
  };
}

function resultCode({ result, diagnosticEvents }: ShownTransaction, token: string): string {
  const code = resultCodeOf(result);
  const error = contractErrorOf(diagnosticEvents);
  if (code !== "invoke_host_function_trapped" || error === null) return code;
  return `${code}: ${error.contractId === token ? "token" : (error.contractId ?? "host")} ${error.text}`;
}

/** Escrow factories answer the new contract's address, the older one inside a list. */
function createdContract(value: xdr.ScVal | undefined): string | null {
  const returned = value?.type === "scvVec" ? value.vec?.[0] : value;
  if (returned?.type !== "scvAddress") return null;
  const address = readAddress(returned);
  return address.startsWith("C") ? address : null;
}

function transfersOf({ contractEvents }: ShownTransaction, token: string, issuer: string): TokenTransfer[] {
  return contractEvents.flatMap((event) => {
    if (contractIdOf(event) !== token || event.body.type !== "v0") return [];
    const transfer = toTransfer(event.body.v0.topics, event.body.v0.data, issuer);
    return transfer === null ? [] : [{ from: transfer.from, to: transfer.to, stroops: transfer.stroops }];
  });
}
