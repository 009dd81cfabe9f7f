import { xdr } from "@stellar/stellar-sdk";

/** Outcomes that carry nothing but their name. */
export const VOID_OUTCOMES = {
  txTooEarly: () => xdr.TransactionResultResult.txTooEarly(),
  txTooLate: () => xdr.TransactionResultResult.txTooLate(),
  txMissingOperation: () => xdr.TransactionResultResult.txMissingOperation(),
  txBadSeq: () => xdr.TransactionResultResult.txBadSeq(),
  txBadAuth: () => xdr.TransactionResultResult.txBadAuth(),
  txInsufficientBalance: () => xdr.TransactionResultResult.txInsufficientBalance(),
  txNoAccount: () => xdr.TransactionResultResult.txNoAccount(),
  txInsufficientFee: () => xdr.TransactionResultResult.txInsufficientFee(),
  txBadAuthExtra: () => xdr.TransactionResultResult.txBadAuthExtra(),
  txBadSponsorship: () => xdr.TransactionResultResult.txBadSponsorship(),
  txBadMinSeqAgeOrGap: () => xdr.TransactionResultResult.txBadMinSeqAgeOrGap(),
  txMalformed: () => xdr.TransactionResultResult.txMalformed(),
  txSorobanInvalid: () => xdr.TransactionResultResult.txSorobanInvalid(),
} as const;

export type Refusal = keyof typeof VOID_OUTCOMES;

export type Outcome =
  | { readonly code: Refusal }
  | { readonly code: "txSuccess" | "txFailed"; readonly operations: readonly xdr.OperationResult[] };

export function toResultXdr(outcome: Outcome, feeCharged: bigint, innerHash: string | null): string {
  const result = innerHash === null ? plainResult(outcome) : feeBumpResult(outcome, innerHash);
  return new xdr.TransactionResult({ feeCharged, result, ext: xdr.TransactionResultExt.v0() }).toXdr("base64");
}

/** A fee bump that is itself refused has a plain result, like any transaction. */
function plainResult(outcome: Outcome): xdr.TransactionResultResult {
  if (!("operations" in outcome)) return VOID_OUTCOMES[outcome.code]();
  return xdr.TransactionResultResult[outcome.code]([...outcome.operations]);
}

function feeBumpResult(outcome: Outcome, innerHash: string): xdr.TransactionResultResult {
  const inner = xdr.InnerTransactionResultResult;
  const pair = new xdr.InnerTransactionResultPair({
    transactionHash: new xdr.Hash(Buffer.from(innerHash, "hex")),
    result: new xdr.InnerTransactionResult({
      feeCharged: 0n,
      result: "operations" in outcome ? inner[outcome.code]([...outcome.operations]) : inner[outcome.code](),
      ext: xdr.InnerTransactionResultExt.v0(),
    }),
  });
  return outcome.code === "txSuccess"
    ? xdr.TransactionResultResult.txFeeBumpInnerSuccess(pair)
    : xdr.TransactionResultResult.txFeeBumpInnerFailed(pair);
}

export interface ResultCodes {
  readonly transaction: string;
  readonly innerTransaction?: string;
  readonly operations: readonly string[];
}

export function resultCodes(resultXdr: string): ResultCodes {
  const { result } = xdr.TransactionResult.fromXdr(resultXdr, "base64");
  if (result.type !== "txFeeBumpInnerFailed" && result.type !== "txFeeBumpInnerSuccess") {
    return { transaction: transactionCode(result.type), operations: operationCodes(result) };
  }
  const inner = result.innerResultPair.result.result;
  return {
    transaction: transactionCode(result.type),
    innerTransaction: transactionCode(inner.type),
    operations: operationCodes(inner),
  };
}

export const transactionCode = (type: string): string =>
  type === "txNoAccount" ? "tx_no_source_account" : snakeCase(type);

function operationCodes(result: { readonly results?: readonly xdr.OperationResult[] } | object): string[] {
  if (!("results" in result) || result.results === undefined) return [];
  return result.results.map(operationCode);
}

const OPERATION_CODES: Readonly<Record<string, string>> = {
  opNoAccount: "op_no_source_account",
  createAccountAlreadyExist: "op_already_exists",
  claimClaimableBalanceDoesNotExist: "op_does_not_exist",
  setTrustLineFlagsNoTrustLine: "op_no_trustline",
  allowTrustNoTrustLine: "op_no_trustline",
};

/** "op_no_trust" from paymentNoTrust; contract failures keep their long name. */
function operationCode(result: xdr.OperationResult): string {
  if (result.type !== "opInner") return OPERATION_CODES[result.type] ?? snakeCase(result.type);
  const name = result.tr.value.type;
  const known = OPERATION_CODES[name];
  if (known !== undefined) return known;
  if (name.endsWith("Success")) return "op_success";
  if (result.tr.type === "invokeHostFunction") return snakeCase(name);
  return `op_${snakeCase(name.slice(prefixLength(result.tr.type)))}`;
}

const prefixLength = (type: xdr.OperationResultTr["type"]): number =>
  type === "bumpSequence" ? "bumpSequence".length : type.length;

const snakeCase = (name: string): string =>
  name.replace(/([A-Z])/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, "");
