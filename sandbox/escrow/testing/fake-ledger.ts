import { createHash } from "node:crypto";
import { StrKey, type xdr } from "@stellar/stellar-sdk";
import { type ContractCode, type ContractHost, ContractTrap } from "../host.ts";

interface Contract {
  readonly code: ContractCode;
  readonly storage: Map<string, xdr.ScVal>;
}

export interface Transfer {
  readonly from: string;
  readonly to: string;
  readonly amountStroops: bigint;
}

export interface EmittedEvent {
  readonly contractId: string;
  readonly topics: readonly xdr.ScVal[];
  readonly data: xdr.ScVal;
}

interface Snapshot {
  readonly contracts: Map<string, Contract>;
  readonly balances: Map<string, bigint>;
  readonly events: EmittedEvent[];
  readonly transfers: Transfer[];
}

export const TOKEN = contractAddress("token");

export function contractAddress(label: string): string {
  return StrKey.encodeContract(createHash("sha256").update(label).digest());
}

export function accountAddress(label: string): string {
  return StrKey.encodeEd25519PublicKey(createHash("sha256").update(label).digest());
}

/** Just enough of a ledger for contract tests: storage, one token, signers, and all-or-nothing calls. */
export class FakeLedger {
  readonly #codes: ReadonlyMap<string, ContractCode>;
  #contracts = new Map<string, Contract>();
  #balances = new Map<string, bigint>();
  events: EmittedEvent[] = [];
  transfers: Transfer[] = [];

  constructor(codes: readonly ContractCode[]) {
    this.#codes = new Map(codes.map((code) => [code.wasmHash, code]));
  }

  install(label: string, wasmHash: string): string {
    const contractId = contractAddress(label);
    const code = this.#codes.get(wasmHash);
    if (!code || this.#contracts.has(contractId))
      throw new ContractTrap(contractId, null, "Error(Storage, InvalidInput)");
    this.#contracts.set(contractId, { code, storage: new Map() });
    return contractId;
  }

  /** A G… address without a balance here has no trustline. */
  setBalance(holder: string, stroops: bigint): void {
    this.#balances.set(holder, stroops);
  }

  balance(holder: string): bigint {
    const balance = this.#balances.get(holder) ?? (holder.startsWith("C") ? 0n : null);
    if (balance === null) throw new ContractTrap(TOKEN, 13, "TrustlineMissing");
    return balance;
  }

  /** One transaction signed by `signer`: what it does stays only if it does not trap. */
  invoke(signer: string, contractId: string, functionName: string, args: readonly xdr.ScVal[]): xdr.ScVal {
    const before = this.#snapshot();
    try {
      return this.#call(signer, contractId, functionName, args);
    } catch (error) {
      this.#restore(before);
      throw error;
    }
  }

  #call(signer: string, contractId: string, functionName: string, args: readonly xdr.ScVal[]): xdr.ScVal {
    const contract = this.#contracts.get(contractId);
    if (!contract) throw new ContractTrap(contractId, null, "Error(Storage, MissingValue)");
    return contract.code.invoke(this.#host(signer, contractId, contract), functionName, args);
  }

  #host(signer: string, contractId: string, contract: Contract): ContractHost {
    return {
      contractId,
      ledger: { sequence: 1, closeTimeSeconds: 1_700_000_000 },
      requireAuth: (address) => {
        if (address !== signer) throw new ContractTrap(contractId, null, "Error(Auth, InvalidAction)");
      },
      load: (key) => contract.storage.get(key) ?? null,
      save: (key, value) => void contract.storage.set(key, value),
      tokenBalance: (_token, holder) => this.balance(holder),
      tokenTransfer: (_token, from, to, amountStroops) => this.#transfer(from, to, amountStroops),
      emit: (topics, data) => void this.events.push({ contractId, topics, data }),
      createContract: (wasmHash, salt) =>
        this.install(Buffer.from(salt).toString("hex"), Buffer.from(wasmHash).toString("hex")),
      wasmHashOf: (other) => this.#contracts.get(other)?.code.wasmHash ?? null,
      call: (callee, functionName, args) => this.#call(signer, callee, functionName, args),
    };
  }

  #transfer(from: string, to: string, amountStroops: bigint): void {
    if (amountStroops < 0n) throw new ContractTrap(TOKEN, 8, "NegativeAmount");
    const [debited, credited] = [this.balance(from) - amountStroops, this.balance(to) + amountStroops];
    if (debited < 0n) throw new ContractTrap(TOKEN, 10, "Balance");
    this.#balances.set(from, debited).set(to, from === to ? this.balance(to) : credited);
    this.transfers.push({ from, to, amountStroops });
  }

  #snapshot(): Snapshot {
    const contracts = [...this.#contracts].map(
      ([id, { code, storage }]) => [id, { code, storage: new Map(storage) }] as const,
    );
    return {
      contracts: new Map(contracts),
      balances: new Map(this.#balances),
      events: [...this.events],
      transfers: [...this.transfers],
    };
  }

  #restore(before: Snapshot): void {
    this.#contracts = before.contracts;
    this.#balances = before.balances;
    this.events = before.events;
    this.transfers = before.transfers;
  }
}

export const topic = (event: EmittedEvent | undefined): string =>
  event?.topics.map((each) => (each.type === "scvSymbol" ? each.sym.toString() : "?")).join() ?? "";
