import { encodeEscrow } from "../../escrow/single-release/codec.ts";
import type { Milestone } from "../../escrow/single-release/escrow.ts";
import { address } from "../../escrow/values.ts";
import { invalid } from "../api-error.ts";
import { UpdateBody } from "../schemas.ts";
import { operation } from "./operation.ts";
import { tokenContract } from "./token-contract.ts";

export const updateEscrow = operation({
  method: "PUT",
  path: "/escrow/single-release/update-escrow",
  body: UpdateBody,
  invoke({ signer, contractId, escrow: wanted }, { world, knownEscrow }) {
    const { escrow: stored, generation } = knownEscrow(contractId);
    const { amount, platformFee, trustline, receiverMemo, milestones, isActive: _isActive, ...properties } = wanted;
    const escrow = {
      ...properties,
      amountStroops: amount,
      platformFeeBps: platformFee,
      milestones: milestones.map((milestone, index) => complete(milestone, index, stored.milestones.length)),
      tokenContractId: tokenContract(trustline, world.ledger.networkPassphrase),
      receiverMemo: BigInt(receiverMemo),
    };
    const args = [address(signer), encodeEscrow(escrow, generation)];
    return { source: signer, contractId, functionName: "update_escrow", args };
  },
});

type WantedMilestone = (typeof UpdateBody)["_output"]["escrow"]["milestones"][number];

/** Milestones that exist must come with their status and evidence; new ones start as pending. */
function complete(milestone: WantedMilestone, index: number, existing: number): Milestone {
  const { description, status, evidence, approved } = milestone;
  if (index < existing && (status === undefined || evidence === undefined)) {
    throw invalid({ [`escrow.milestones.${index}`]: ["status and evidence must be strings"] });
  }
  return { description, status: status ?? "pending", evidence: evidence ?? "", approved };
}
