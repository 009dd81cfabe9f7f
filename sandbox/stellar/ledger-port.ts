/** What the rest of the sandbox sees of the little Stellar ledger. Amounts are bigint stroops (10^-7 units). */
export interface StellarLedger {
  readonly networkPassphrase: string;
  readonly usdc: { readonly code: string; readonly issuer: string; readonly contractId: string };
  latest(): ClosedLedger;
  account(address: string): AccountView | null;
  /** Balance in USDC of a G… or C… address; null when a G… account or its trustline is missing. */
  usdcBalance(address: string): bigint | null;
  /** Queues a signed envelope as the network would; it applies when a ledger closes. */
  submit(envelopeXdr: string): Submission;
  transaction(hash: string): AppliedTransaction | null;
  /** Resolves when the transaction is in a ledger, or with null when `timeoutMs` has passed. */
  waitFor(hash: string, timeoutMs: number): Promise<AppliedTransaction | null>;
  /** Runs a contract call against a throw-away copy of the state, recording auth; used for simulation and reads. */
  simulateCall(call: ContractCall): SimulatedCall;
}

export interface ClosedLedger {
  readonly sequence: number;
  readonly closeTimeSeconds: number;
}

export interface AccountView {
  readonly address: string;
  readonly sequence: bigint;
  readonly xlmStroops: bigint;
  /** null without a USDC trustline. */
  readonly usdcStroops: bigint | null;
}

export interface Submission {
  readonly status: "PENDING" | "DUPLICATE" | "TRY_AGAIN_LATER" | "ERROR";
  readonly hash: string;
  /** base64 TransactionResult, with ERROR. */
  readonly errorResultXdr?: string;
  /** e.g. "tx_bad_seq", with ERROR. */
  readonly resultCode?: string;
}

export interface AppliedTransaction {
  readonly hash: string;
  readonly ledger: number;
  readonly closeTimeSeconds: number;
  readonly successful: boolean;
  /** e.g. "tx_success", "tx_failed". */
  readonly resultCode: string;
  readonly operationCodes: readonly string[];
  readonly envelopeXdr: string;
  readonly resultXdr: string;
  /** base64 ScVal of an invokeHostFunction operation, when successful. */
  readonly returnValueXdr?: string;
  /** Name and number of the contract error that trapped it, e.g. { contractId, code: 5, name: "EscrowNotCompleted" }. */
  readonly contractError?: ContractFailure;
}

export interface ContractFailure {
  readonly contractId: string;
  readonly code: number | null;
  readonly name: string;
}

export interface ContractCall {
  readonly source: string;
  readonly contractId: string;
  readonly functionName: string;
  /** base64 ScVals. */
  readonly argsXdr: readonly string[];
}

export type SimulatedCall =
  | {
      readonly ok: true;
      readonly returnValueXdr: string;
      /** base64 SorobanAuthorizationEntry with source-account credentials, as recorded. */
      readonly authXdr: readonly string[];
    }
  | { readonly ok: false; readonly failure: ContractFailure };
