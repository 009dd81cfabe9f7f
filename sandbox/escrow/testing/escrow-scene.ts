import type { Generation } from "../generation.ts";
import { decodeEscrow, encodeEscrow } from "../single-release/codec.ts";
import type { Escrow } from "../single-release/escrow.ts";
import { address, addressMap, i128 } from "../values.ts";
import {
  BUYER,
  type Caller,
  ContractScene,
  expectOk,
  PLATFORM,
  RESOLVER,
  SELLER,
  type Split,
  STRANGER,
  TRUSTLESS_WORK,
} from "./contract-scene.ts";
import { TOKEN } from "./fake-ledger.ts";

export { BUYER, PLATFORM, RESOLVER, SELLER, STRANGER, TRUSTLESS_WORK } from "./contract-scene.ts";

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

/** One deployed single-release escrow, with a method per contract function. */
export class EscrowScene extends ContractScene {
  deploy(escrow: Escrow = anEscrow(), wasmGeneration: Generation = this.generation): string {
    return this.deployed("single-release", encodeEscrow(escrow, this.generation), wasmGeneration);
  }

  stored(): Escrow {
    return decodeEscrow(this.ledger.invoke(STRANGER, this.contractId, "get_escrow", []), this.generation);
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

  release({ by = BUYER, signedBy = by }: Caller = {}): string {
    return this.call(signedBy, "release_funds", address(by), address(TRUSTLESS_WORK));
  }

  dispute({ by = BUYER, signedBy = by }: Caller = {}): string {
    return this.call(signedBy, "dispute_escrow", address(by));
  }

  resolve(split: Split, { by = RESOLVER, signedBy = by }: Caller = {}): string {
    return this.call(signedBy, "resolve_dispute", address(by), address(TRUSTLESS_WORK), addressMap(split));
  }

  withdraw(split: Split, { by = RESOLVER, signedBy = by }: Caller = {}): string {
    return this.call(signedBy, "withdraw_remaining_funds", address(by), address(TRUSTLESS_WORK), addressMap(split));
  }

  update(escrow: Escrow, { by = PLATFORM, signedBy = by }: Caller = {}): string {
    return this.call(signedBy, "update_escrow", address(by), encodeEscrow(escrow, this.generation));
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
