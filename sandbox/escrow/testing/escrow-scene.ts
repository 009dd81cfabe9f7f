import { randomBytes } from "node:crypto";
import type { xdr } from "@stellar/stellar-sdk";
import { contractCodes, factoryContract } from "../codes.ts";
import { DEPLOY_FUNCTION } from "../factory.ts";
import type { Generation } from "../generation.ts";
import { ContractTrap } from "../host.ts";
import { decodeEscrow, encodeEscrow } from "../single-release/codec.ts";
import type { Escrow } from "../single-release/escrow.ts";
import { address, addressMap, asAddress, asVec, bytes, i128, nothing, string, symbol, u32, vec } from "../values.ts";
import { SINGLE_RELEASE_WASM_HASH } from "../wasm-hashes.ts";
import { accountAddress, FakeLedger, TOKEN } from "./fake-ledger.ts";

export const BUYER = accountAddress("buyer");
export const SELLER = accountAddress("seller");
export const PLATFORM = accountAddress("platform");
export const RESOLVER = accountAddress("resolver");
export const TRUSTLESS_WORK = accountAddress("trustless work");
export const STRANGER = accountAddress("stranger");

export const anEscrow = (changes: Partial<Escrow> = {}): Escrow => ({
  engagementId: "ord_1",
  title: "A logo",
  description: "One logo, two drafts",
  roles: {
    approver: BUYER,
    serviceProvider: SELLER,
    platformAddress: PLATFORM,
    releaseSigner: BUYER,
    disputeResolver: RESOLVER,
    receiver: SELLER,
  },
  amountStroops: 1_000_000_000n,
  platformFeeBps: 500,
  milestones: [{ description: "Delivery", status: "pending", evidence: "", approved: false }],
  flags: { disputed: false, released: false, resolved: false },
  tokenContractId: TOKEN,
  receiverMemo: 0n,
  ...changes,
});

/** Who is named in the call, and who signed it when that is somebody else. */
interface Caller {
  readonly by?: string;
  readonly signedBy?: string;
}

/** One deployed escrow on a fake ledger, with a method per contract function; each answers "ok" or the error's name. */
export class EscrowScene {
  readonly generation: Generation;
  readonly ledger = new FakeLedger(contractCodes);
  readonly factoryId = this.ledger.install("factory", factoryContract.wasmHash);
  contractId = "";

  constructor(generation: Generation) {
    this.generation = generation;
    for (const party of [BUYER, SELLER, PLATFORM, RESOLVER, TRUSTLESS_WORK]) this.ledger.setBalance(party, 0n);
    this.ledger.setBalance(BUYER, 10n ** 12n);
  }

  deploy(escrow: Escrow = anEscrow(), wasmGeneration: Generation = this.generation): string {
    return outcome(() => {
      const args = [
        address(BUYER),
        bytes(Buffer.from(SINGLE_RELEASE_WASM_HASH[wasmGeneration], "hex")),
        bytes(randomBytes(32)),
        symbol("initialize_escrow"),
        vec([encodeEscrow(escrow, this.generation)]),
        vec([]),
      ];
      const created = this.ledger.invoke(BUYER, this.factoryId, DEPLOY_FUNCTION[this.generation], args);
      this.contractId = asAddress(this.generation === "G0" ? asVec(created)[0] : created);
    });
  }

  stored(): Escrow {
    return decodeEscrow(this.ledger.invoke(STRANGER, this.contractId, "get_escrow", []), this.generation);
  }

  call(signer: string, functionName: string, ...args: xdr.ScVal[]): string {
    return outcome(() => this.ledger.invoke(signer, this.contractId, functionName, args));
  }

  fund(
    amountStroops: bigint,
    { by = BUYER, expected = this.stored(), signedBy = by }: Caller & { expected?: Escrow } = {},
  ): string {
    return this.call(
      signedBy,
      "fund_escrow",
      address(by),
      encodeEscrow(expected, this.generation),
      i128(amountStroops),
    );
  }

  changeStatus(
    status: string,
    { index = 0n, by = SELLER, evidence, signedBy = by }: Caller & { index?: bigint; evidence?: string } = {},
  ): string {
    const proof = evidence === undefined ? nothing() : string(evidence);
    return this.call(signedBy, "change_milestone_status", this.#index(index), string(status), proof, address(by));
  }

  approve({ index = 0n, by = BUYER, signedBy = by }: Caller & { index?: bigint } = {}): string {
    return this.call(signedBy, "approve_milestone", this.#index(index), address(by));
  }

  release({ by = BUYER, signedBy = by }: Caller = {}): string {
    return this.call(signedBy, "release_funds", address(by), address(TRUSTLESS_WORK));
  }

  dispute({ by = BUYER, signedBy = by }: Caller = {}): string {
    return this.call(signedBy, "dispute_escrow", address(by));
  }

  resolve(split: readonly (readonly [string, bigint])[], { by = RESOLVER, signedBy = by }: Caller = {}): string {
    return this.call(signedBy, "resolve_dispute", address(by), address(TRUSTLESS_WORK), addressMap(split));
  }

  withdraw(split: readonly (readonly [string, bigint])[], { by = RESOLVER, signedBy = by }: Caller = {}): string {
    return this.call(signedBy, "withdraw_remaining_funds", address(by), address(TRUSTLESS_WORK), addressMap(split));
  }

  update(escrow: Escrow, { by = PLATFORM, signedBy = by }: Caller = {}): string {
    return this.call(signedBy, "update_escrow", address(by), encodeEscrow(escrow, this.generation));
  }

  balances(...holders: readonly string[]): bigint[] {
    return holders.map((holder) => this.ledger.balance(holder));
  }

  #index(index: bigint): xdr.ScVal {
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

/** Deployed and funded with its amount. */
export function aFundedEscrow(generation: Generation, changes: Partial<Escrow> = {}): EscrowScene {
  const scene = new EscrowScene(generation);
  const escrow = anEscrow(changes);
  expectOk(scene.deploy(escrow));
  expectOk(scene.fund(escrow.amountStroops));
  return scene;
}

export function anApprovedEscrow(generation: Generation, changes: Partial<Escrow> = {}): EscrowScene {
  const scene = aFundedEscrow(generation, changes);
  expectOk(scene.approve());
  return scene;
}

export function aDisputedEscrow(generation: Generation, changes: Partial<Escrow> = {}): EscrowScene {
  const scene = aFundedEscrow(generation, changes);
  expectOk(scene.dispute());
  return scene;
}

function expectOk(result: string): void {
  if (result !== "ok") throw new Error(`the scene could not be set: ${result}`);
}
