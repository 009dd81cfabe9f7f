import { Address, type xdr } from "@stellar/stellar-sdk";
import { UnexpectedValue } from "./soroban-values.ts";

/** Where Horizon's names differ from the protocol's. */
const RENAMED: Readonly<Record<string, string>> = {
  txNoAccount: "tx_no_source_account",
  opNoAccount: "op_no_source_account",
  createAccountAlreadyExist: "op_already_exists",
};

/** The name Horizon gives a result: of the first operation that failed, else of the transaction. */
export function resultCodeOf({ result }: xdr.TransactionResult): string {
  const inner = "innerResultPair" in result ? result.innerResultPair.result.result : result;
  if (!("results" in inner)) return toSnakeCase(inner.type);
  const failed = inner.results.map(operationCode).find((code) => code !== null);
  return failed ?? toSnakeCase(inner.type);
}

function operationCode(operation: xdr.OperationResult): string | null {
  if (operation.type !== "opInner") return toSnakeCase(operation.type);
  const { type: kind, value } = operation.tr;
  const code = value.type;
  if (code.endsWith("Success")) return null;
  if (kind === "invokeHostFunction") return toSnakeCase(code);
  return RENAMED[code] ?? toSnakeCase(code.startsWith(kind) ? `op${code.slice(kind.length)}` : code);
}

const toSnakeCase = (name: string): string =>
  RENAMED[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What a contract said when it stopped a transaction. Numbers mean nothing without the contract that said them. */
export interface ContractError {
  readonly contractId: string | null;
  /** e.g. "Error(Contract, #5)" */
  readonly text: string;
}

/** The innermost error among the diagnostic events: the first contract that failed is told first. */
export function contractErrorOf(events: readonly xdr.DiagnosticEvent[]): ContractError | null {
  for (const { event } of events) {
    if (event.body.type !== "v0") continue;
    const error = event.body.v0.topics.find((topic) => topic.type === "scvError");
    if (error?.type === "scvError") return { contractId: contractIdOf(event), text: errorText(error.error) };
  }
  return null;
}

export function contractIdOf(event: xdr.ContractEvent): string | null {
  return event.contractId === null ? null : Address.contract(event.contractId.value).toString();
}

function errorText(error: xdr.ScError): string {
  if (error.type === "sceContract") return `Error(Contract, #${error.contractCode})`;
  if (!("code" in error)) throw new UnexpectedValue("an error without a code");
  return `Error(${upper(error.type.slice("sce".length))}, ${upper(String(error.code.name).slice("scec".length))})`;
}

const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
