import { DeployBody } from "../schemas.ts";
import { deployCall } from "./deploy-call.ts";
import { operation } from "./operation.ts";
import { tokenContract } from "./token-contract.ts";

export const deploySingleRelease = operation({
  path: "/deployer/single-release",
  body: DeployBody,
  invoke({ signer, milestones, trustline, amount, platformFee, receiverMemo, ...properties }, { world }) {
    const escrow = {
      ...properties,
      amountStroops: amount,
      platformFeeBps: platformFee,
      milestones: milestones.map(({ description }) => ({
        description,
        status: "pending",
        evidence: "",
        approved: false,
      })),
      flags: { disputed: false, released: false, resolved: false },
      tokenContractId: tokenContract(trustline, world.ledger.networkPassphrase),
      receiverMemo: BigInt(receiverMemo),
    };
    return deployCall(signer, { type: "single-release", generation: world.settings.generation, escrow });
  },
});
