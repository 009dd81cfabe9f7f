import { rpc, type xdr } from "@stellar/stellar-sdk";
import { contractErrorOf, contractIdOf, resultCodeOf } from "./result-code.ts";
import { type ChainSettings, usdcContractId } from "./settings.ts";
import { readAddress } from "./soroban-values.ts";
import { type TokenTransfer, toTransfer } from "./token-events.ts";

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

type Answer = rpc.Api.GetTransactionResponse;
type Found = rpc.Api.GetSuccessfulTransactionResponse | rpc.Api.GetFailedTransactionResponse;

export function toTransactionOnChain(answer: Answer, settings: ChainSettings): TransactionOnChain {
  const latest: LedgerWindow = {
    latestLedger: answer.latestLedger,
    latestCloseTimeSeconds: Number(answer.latestLedgerCloseTime),
    oldestLedger: answer.oldestLedger,
  };
  if (answer.status === rpc.Api.GetTransactionStatus.NOT_FOUND) return { status: "NOT_FOUND", latest };
  const succeeded = answer.status === rpc.Api.GetTransactionStatus.SUCCESS;
  const token = usdcContractId(settings);
  return {
    status: succeeded ? "SUCCEEDED" : "FAILED",
    latest,
    ledger: answer.ledger,
    closedAt: new Date(Number(answer.createdAt) * 1000).toISOString(),
    feeStroops: answer.resultXdr.feeCharged,
    resultCode: resultCode(answer, token),
    contractId: succeeded ? createdContract(answer.returnValue) : null,
    transfers: succeeded ? transfersOf(answer, token, settings.usdc.issuer) : [],
  };
}

function resultCode(answer: Found, token: string): string {
  const code = resultCodeOf(answer.resultXdr);
  const error = contractErrorOf(answer.diagnosticEventsXdr ?? []);
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

function transfersOf(answer: Found, token: string, issuer: string): TokenTransfer[] {
  return answer.events.contractEventsXdr.flat().flatMap((event) => {
    if (contractIdOf(event) !== token || event.body.type !== "v0") return [];
    const transfer = toTransfer(event.body.v0.topics, event.body.v0.data, issuer);
    return transfer === null ? [] : [{ from: transfer.from, to: transfer.to, stroops: transfer.stroops }];
  });
}
