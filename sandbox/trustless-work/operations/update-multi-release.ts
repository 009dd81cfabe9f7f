import type { z } from "zod";
import { encodeMultiRelease } from "../../escrow/multi-release/codec.ts";
import { type MultiReleaseMilestone, NO_FLAGS } from "../../escrow/multi-release/escrow.ts";
import { address } from "../../escrow/values.ts";
import { MultiReleaseUpdateBody } from "../schemas.ts";
import { operation } from "./operation.ts";
import { progressOf } from "./progress-of.ts";
import { sharedReceiver } from "./shared-receiver.ts";
import { tokenContract } from "./token-contract.ts";

export const updateMultiRelease = operation({
  method: "PUT",
  path: "/escrow/multi-release/update-escrow",
  body: MultiReleaseUpdateBody,
  invoke({ signer, contractId, escrow: wanted }, { world, knownEscrow }) {
    const { escrow: stored, generation } = knownEscrow(contractId, "multi-release");
    const { platformFee, trustline, receiverMemo, milestones, isActive: _isActive, ...properties } = wanted;
    const escrow = {
      ...properties,
      platformFeeBps: platformFee,
      sharedReceiver: sharedReceiver(generation, "escrow.milestones", milestones),
      milestones: milestones.map((milestone, index) => complete(milestone, index, stored.milestones.length)),
      tokenContractId: tokenContract(trustline, world.ledger.networkPassphrase),
      receiverMemo: BigInt(receiverMemo),
    };
    const args = [address(signer), encodeMultiRelease(escrow, generation)];
    return { source: signer, contractId, functionName: "update_escrow", args };
  },
});

type WantedMilestone = z.output<typeof MultiReleaseUpdateBody>["escrow"]["milestones"][number];

const complete = (milestone: WantedMilestone, index: number, existing: number): MultiReleaseMilestone => ({
  ...progressOf(milestone, index, existing),
  amountStroops: milestone.amount,
  receiver: milestone.receiver,
  flags: milestone.flags ?? NO_FLAGS,
});
