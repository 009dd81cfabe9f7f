import { Address, FeeBumpTransaction, type Transaction, TransactionBuilder, type xdr } from "@stellar/stellar-sdk";

/** The one contract call of a transaction. */
export interface SentCall {
  readonly source: string;
  readonly contractId: string;
  readonly functionName: string;
  readonly args: readonly xdr.ScVal[];
}

/** null when the bytes are no transaction of this network. */
export function parseEnvelope(envelopeXdr: string, networkPassphrase: string): Transaction | null {
  try {
    const parsed = TransactionBuilder.fromXDR(envelopeXdr, networkPassphrase);
    return parsed instanceof FeeBumpTransaction ? parsed.innerTransaction : parsed;
  } catch {
    return null;
  }
}

/** null when the transaction is not exactly one call of a contract. */
export function contractCallOf(transaction: Transaction): SentCall | null {
  const [operation, ...others] = transaction.operations;
  if (operation?.type !== "invokeHostFunction" || others.length > 0) return null;
  if (operation.func.type !== "hostFunctionTypeInvokeContract") return null;
  const { contractAddress, functionName, args } = operation.func.invokeContract;
  return {
    source: transaction.source,
    contractId: Address.fromScAddress(contractAddress).toString(),
    functionName: functionName.toString(),
    args,
  };
}
