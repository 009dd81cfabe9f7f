import { randomBytes } from "node:crypto";
import type { xdr } from "@stellar/stellar-sdk";
import type { EscrowTypeName } from "../any-escrow.ts";
import { contractCodes, factoryContract } from "../codes.ts";
import { DEPLOY_FUNCTION } from "../factory.ts";
import type { Generation } from "../generation.ts";
import { ContractTrap } from "../host.ts";
import { address, asAddress, asVec, bytes, i128, nothing, string, symbol, u32, vec } from "../values.ts";
import { MULTI_RELEASE_WASM_HASH, SINGLE_RELEASE_WASM_HASH } from "../wasm-hashes.ts";
import { accountAddress, FakeLedger } from "./fake-ledger.ts";

export const BUYER = accountAddress("buyer");
export const SELLER = accountAddress("seller");
export const PLATFORM = accountAddress("platform");
export const RESOLVER = accountAddress("resolver");
export const TRUSTLESS_WORK = accountAddress("trustless work");
export const STRANGER = accountAddress("stranger");

const WASM_HASHES: Readonly<Record<EscrowTypeName, Readonly<Record<Generation, string>>>> = {
  "single-release": SINGLE_RELEASE_WASM_HASH,
  "multi-release": MULTI_RELEASE_WASM_HASH,
};

/** Who is named in the call, and who signed it when that is somebody else. */
export interface Caller {
  readonly by?: string;
  readonly signedBy?: string;
}

export type Split = readonly (readonly [string, bigint])[];

/** One contract on a fake ledger; what is called on it answers "ok" or the error's name. */
export class ContractScene {
  readonly generation: Generation;
  readonly ledger = new FakeLedger(contractCodes);
  readonly factoryId = this.ledger.install("factory", factoryContract.wasmHash);
  contractId = "";

  constructor(generation: Generation) {
    this.generation = generation;
    for (const party of [BUYER, SELLER, PLATFORM, RESOLVER, TRUSTLESS_WORK]) this.ledger.setBalance(party, 0n);
    this.ledger.setBalance(BUYER, 10n ** 12n);
  }

  call(signer: string, functionName: string, ...args: xdr.ScVal[]): string {
    return outcome(() => this.ledger.invoke(signer, this.contractId, functionName, args));
  }

  changeStatus(
    status: string,
    { index = 0n, by = SELLER, evidence, signedBy = by }: Caller & { index?: bigint; evidence?: string } = {},
  ): string {
    const proof = evidence === undefined ? nothing() : string(evidence);
    return this.call(signedBy, "change_milestone_status", this.index(index), string(status), proof, address(by));
  }

  approve({ index = 0n, by = BUYER, signedBy = by }: Caller & { index?: bigint } = {}): string {
    return this.call(signedBy, "approve_milestone", this.index(index), address(by));
  }

  balances(...holders: readonly string[]): bigint[] {
    return holders.map((holder) => this.ledger.balance(holder));
  }

  protected deployed(type: EscrowTypeName, escrow: xdr.ScVal, wasmGeneration: Generation): string {
    return outcome(() => {
      const args = [
        address(BUYER),
        bytes(Buffer.from(WASM_HASHES[type][wasmGeneration], "hex")),
        bytes(randomBytes(32)),
        symbol("initialize_escrow"),
        vec([escrow]),
        vec([]),
      ];
      const created = this.ledger.invoke(BUYER, this.factoryId, DEPLOY_FUNCTION[type][this.generation], args);
      this.contractId = asAddress(this.generation === "G0" ? asVec(created)[0] : created);
    });
  }

  protected index(index: bigint): xdr.ScVal {
    return this.generation === "G0" ? i128(index) : u32(Number(index));
  }
}

function outcome(attempt: () => unknown): string {
  try {
    attempt();
    return "ok";
  } catch (error) {
    if (error instanceof ContractTrap) return error.errorName;
    throw error;
  }
}

export function expectOk(result: string): void {
  if (result !== "ok") throw new Error(`the scene could not be set: ${result}`);
}

/** Two recipients in the order of a contract's map. */
export const [FIRST, SECOND] = [accountAddress("recipient a"), accountAddress("recipient b")].sort((a, b) =>
  Buffer.compare(Buffer.from(a), Buffer.from(b)),
) as [string, string];

export function withRecipients<Scene extends ContractScene>(scene: Scene): Scene {
  scene.ledger.setBalance(FIRST, 0n);
  scene.ledger.setBalance(SECOND, 0n);
  return scene;
}
