import { encodeEscrow } from "../../escrow/single-release/codec.ts";
import { address } from "../../escrow/values.ts";
import { UpdateBody } from "../schemas.ts";
import { operation } from "./operation.ts";
import { progressOf } from "./progress-of.ts";
import { tokenContract } from "./token-contract.ts";

export const updateSingleRelease = operation({
  method: "PUT",
  path: "/escrow/single-release/update-escrow",
  body: UpdateBody,
  invoke({ signer, contractId, escrow: wanted }, { world, knownEscrow }) {
    const { escrow: stored, generation } = knownEscrow(contractId, "single-release");
    const { amount, platformFee, trustline, receiverMemo, milestones, isActive: _isActive, ...properties } = wanted;
    const escrow = {
      ...properties,
      amountStroops: amount,
      platformFeeBps: platformFee,
      milestones: milestones.map((milestone, index) => ({
        ...progressOf(milestone, index, stored.milestones.length),
        approved: milestone.approved,
      })),
      tokenContractId: tokenContract(trustline, world.ledger.networkPassphrase),
      receiverMemo: BigInt(receiverMemo),
    };
    const args = [address(signer), encodeEscrow(escrow, generation)];
    return { source: signer, contractId, functionName: "update_escrow", args };
  },
});
