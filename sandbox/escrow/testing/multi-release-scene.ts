import type { xdr } from "@stellar/stellar-sdk";
import { sum } from "../fees.ts";
import type { Generation } from "../generation.ts";
import { decodeMultiRelease, encodeMultiRelease } from "../multi-release/codec.ts";
import { type MultiReleaseEscrow, type MultiReleaseMilestone, NO_FLAGS } from "../multi-release/escrow.ts";
import { address, addressMap, i128, u32 } from "../values.ts";
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

export const aMilestone = (changes: Partial<MultiReleaseMilestone> = {}): MultiReleaseMilestone => ({
  description: "Drafts",
  status: "pending",
  evidence: "",
  amountStroops: 1_000_000_000n,
  receiver: SELLER,
  flags: NO_FLAGS,
  ...changes,
});

/** Two milestones, of 100 and 200. */
export const aMultiReleaseEscrow = (
  generation: Generation,
  changes: Partial<MultiReleaseEscrow> = {},
): MultiReleaseEscrow => ({
  engagementId: "ord_1",
  title: "A logo",
  description: "One logo, two drafts",
  roles: {
    approver: BUYER,
    serviceProvider: SELLER,
    platformAddress: PLATFORM,
    releaseSigner: BUYER,
    disputeResolver: RESOLVER,
  },
  sharedReceiver: generation === "G0" ? SELLER : null,
  platformFeeBps: 500,
  milestones: [aMilestone(), aMilestone({ description: "Delivery", amountStroops: 2_000_000_000n })],
  tokenContractId: TOKEN,
  receiverMemo: 0n,
  ...changes,
});

export interface Paid extends Caller {
  readonly index?: number;
}

/** One deployed multi-release escrow, with a method per contract function. */
export class MultiReleaseScene extends ContractScene {
  deploy(changes: Partial<MultiReleaseEscrow> = {}): string {
    const escrow = aMultiReleaseEscrow(this.generation, changes);
    return this.deployed("multi-release", encodeMultiRelease(escrow, this.generation), this.generation);
  }

  stored(): MultiReleaseEscrow {
    return decodeMultiRelease(this.ledger.invoke(STRANGER, this.contractId, "get_escrow", []), this.generation);
  }

  milestone(index: number): MultiReleaseMilestone {
    const milestone = this.stored().milestones[index];
    if (!milestone) throw new Error(`there is no milestone ${index}`);
    return milestone;
  }

  fund(
    amountStroops: bigint,
    { by = BUYER, expected = this.stored(), signedBy = by }: Caller & { expected?: MultiReleaseEscrow } = {},
  ): string {
    const copy = encodeMultiRelease(expected, this.generation);
    return this.call(signedBy, "fund_escrow", address(by), copy, i128(amountStroops));
  }

  release({ index = 0, by = BUYER, signedBy = by }: Paid = {}): string {
    return this.call(signedBy, "release_milestone_funds", address(by), address(TRUSTLESS_WORK), u32(index));
  }

  dispute({ index = 0n, by = BUYER, signedBy = by }: Caller & { index?: bigint } = {}): string {
    return this.call(signedBy, "dispute_milestone", this.index(index), address(by));
  }

  resolve(split: Split, { index = 0, by = RESOLVER, signedBy = by }: Paid = {}): string {
    return this.#distribute("resolve_milestone_dispute", signedBy, [address(by), u32(index)], split);
  }

  withdraw(split: Split, { by = RESOLVER, signedBy = by }: Caller = {}): string {
    return this.#distribute("withdraw_remaining_funds", signedBy, [address(by)], split);
  }

  update(changes: Partial<MultiReleaseEscrow>, { by = PLATFORM, signedBy = by }: Caller = {}): string {
    const wanted = encodeMultiRelease({ ...this.stored(), ...changes }, this.generation);
    return this.call(signedBy, "update_escrow", address(by), wanted);
  }

  #distribute(functionName: string, signer: string, first: readonly xdr.ScVal[], split: Split): string {
    return this.call(signer, functionName, ...first, address(TRUSTLESS_WORK), addressMap(split));
  }
}

/** Deployed and funded with the sum of its milestones. */
export function aFundedScene(generation: Generation, changes: Partial<MultiReleaseEscrow> = {}): MultiReleaseScene {
  const scene = new MultiReleaseScene(generation);
  expectOk(scene.deploy(changes));
  expectOk(scene.fund(sum(scene.stored().milestones.map(({ amountStroops }) => amountStroops))));
  return scene;
}

/** Milestone 0 is approved. */
export function anApprovedScene(generation: Generation, changes: Partial<MultiReleaseEscrow> = {}): MultiReleaseScene {
  const scene = aFundedScene(generation, changes);
  expectOk(scene.approve());
  return scene;
}

/** Milestone 0 is disputed. */
export function aDisputedScene(generation: Generation, changes: Partial<MultiReleaseEscrow> = {}): MultiReleaseScene {
  const scene = aFundedScene(generation, changes);
  expectOk(scene.dispute());
  return scene;
}
