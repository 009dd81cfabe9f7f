/** What the ledger holds: immutable entries, found by key. Amounts in stroops. */
export type Entry =
  | AccountEntry
  | TrustLineEntry
  | DataEntry
  | ClaimableBalanceEntry
  | ContractEntry
  | ContractDataEntry
  | TokenBalanceEntry
  | NonceEntry;

export interface AccountEntry {
  readonly kind: "account";
  readonly address: string;
  readonly balance: bigint;
  readonly sequence: bigint;
  readonly subentries: number;
  readonly sponsoring: number;
  readonly sponsored: number;
  readonly sponsor: string | null;
  readonly flags: number;
  readonly homeDomain: string;
  /** Master key's weight, then the low, medium and high threshold. */
  readonly thresholds: readonly [number, number, number, number];
  readonly signers: readonly SignerEntry[];
  readonly sequenceLedger: number;
  readonly sequenceTime: number;
}

export interface SignerEntry {
  readonly key: string;
  readonly weight: number;
  readonly sponsor: string | null;
}

export interface TrustLineEntry {
  readonly kind: "trustline";
  readonly address: string;
  readonly asset: string;
  readonly balance: bigint;
  readonly limit: bigint;
  readonly flags: number;
  readonly sponsor: string | null;
}

export interface DataEntry {
  readonly kind: "data";
  readonly address: string;
  readonly name: string;
  readonly valueBase64: string;
  readonly sponsor: string | null;
}

export interface ClaimableBalanceEntry {
  readonly kind: "claimable";
  /** Hex of the ClaimableBalanceId. */
  readonly id: string;
  readonly asset: string;
  readonly amount: bigint;
  /** base64 Claimants, relative times already made absolute. */
  readonly claimantsXdr: readonly string[];
  readonly creator: string;
  readonly sponsor: string | null;
}

/** A contract's instance with its instance storage, by symbol. */
export interface ContractEntry {
  readonly kind: "contract";
  readonly contractId: string;
  /** Hex; null for an asset contract. */
  readonly wasmHash: string | null;
  readonly asset: string | null;
  readonly storageXdr: Readonly<Record<string, string>>;
}

export interface ContractDataEntry {
  readonly kind: "contractData";
  readonly contractId: string;
  /** The symbol that names it. */
  readonly symbol: string;
  readonly valueXdr: string;
}

/** What a contract address holds of an asset contract's token. */
export interface TokenBalanceEntry {
  readonly kind: "tokenBalance";
  readonly contractId: string;
  readonly holder: string;
  readonly balance: bigint;
  readonly authorized: boolean;
}

/** A used nonce of a signed Soroban authorisation. */
export interface NonceEntry {
  readonly kind: "nonce";
  readonly address: string;
  readonly nonce: bigint;
}

export const keyOf = {
  account: (address: string) => `account/${address}`,
  trustline: (address: string, asset: string) => `trustline/${address}/${asset}`,
  data: (address: string, name: string) => `data/${address}/${name}`,
  claimable: (id: string) => `claimable/${id}`,
  contract: (contractId: string) => `contract/${contractId}`,
  contractData: (contractId: string, symbol: string) => `contractData/${contractId}/${symbol}`,
  tokenBalance: (contractId: string, holder: string) => `tokenBalance/${contractId}/${holder}`,
  nonce: (address: string, nonce: bigint) => `nonce/${address}/${nonce}`,
};

export function keyOfEntry(entry: Entry): string {
  switch (entry.kind) {
    case "account":
      return keyOf.account(entry.address);
    case "trustline":
      return keyOf.trustline(entry.address, entry.asset);
    case "data":
      return keyOf.data(entry.address, entry.name);
    case "claimable":
      return keyOf.claimable(entry.id);
    case "contract":
      return keyOf.contract(entry.contractId);
    case "contractData":
      return keyOf.contractData(entry.contractId, entry.symbol);
    case "tokenBalance":
      return keyOf.tokenBalance(entry.contractId, entry.holder);
    case "nonce":
      return keyOf.nonce(entry.address, entry.nonce);
  }
}
