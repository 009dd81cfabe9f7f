import type { xdr } from "@stellar/stellar-sdk";

/** What the little ledger offers to contract code while one call runs. A thrown ContractTrap reverts the whole transaction. */
export interface ContractHost {
  /** C… address of the running contract. */
  readonly contractId: string;
  readonly ledger: { readonly sequence: number; readonly closeTimeSeconds: number };
  /** Throws the host's Auth error unless the address authorised exactly this call. */
  requireAuth(address: string): void;
  /** Contract storage, by symbol key. */
  load(key: string): xdr.ScVal | null;
  save(key: string, value: xdr.ScVal, durability: "instance" | "persistent"): void;
  /** Token balance in stroops; throws the token's own error (e.g. TrustlineMissing 13) where the SAC does. */
  tokenBalance(tokenContractId: string, address: string): bigint;
  /** SAC transfer with its events and checks; `from` must be this contract, or have authorised the sub-invocation. */
  tokenTransfer(tokenContractId: string, from: string, to: string, amountStroops: bigint): void;
  emit(topics: readonly xdr.ScVal[], data: xdr.ScVal): void;
  /** Creates a contract (deployer = the running contract) and returns its C… address; storage starts empty. */
  createContract(wasmHash: Uint8Array, salt: Uint8Array): string;
  /** The code of a contract, as a hash in hex; null when there is no such contract, or it is a token's. */
  wasmHashOf(contractId: string): string | null;
  /** Calls a function of another contract in the same transaction. */
  call(contractId: string, functionName: string, args: readonly xdr.ScVal[]): xdr.ScVal;
}

/** Contract code the ledger can run, found by the wasm hash (hex) a contract was created with. */
export interface ContractCode {
  readonly wasmHash: string;
  invoke(host: ContractHost, functionName: string, args: readonly xdr.ScVal[]): xdr.ScVal;
}

/** A contract (or token, or host) error: reverts the transaction; the name is what providers show. */
export class ContractTrap extends Error {
  readonly contractId: string;
  readonly code: number | null;
  readonly errorName: string;
  constructor(contractId: string, code: number | null, errorName: string) {
    super(code === null ? errorName : `${errorName} (#${code})`);
    this.contractId = contractId;
    this.code = code;
    this.errorName = errorName;
  }
}
