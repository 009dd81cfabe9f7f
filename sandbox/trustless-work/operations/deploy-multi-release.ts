import { NO_FLAGS } from "../../escrow/multi-release/escrow.ts";
import { MultiReleaseDeployBody } from "../schemas.ts";
import { deployCall } from "./deploy-call.ts";
import { operation } from "./operation.ts";
import { sharedReceiver } from "./shared-receiver.ts";
import { tokenContract } from "./token-contract.ts";

export const deployMultiRelease = operation({
  path: "/deployer/multi-release",
  body: MultiReleaseDeployBody,
  invoke({ signer, milestones, trustline, platformFee, receiverMemo, ...properties }, { world }) {
    const { generation } = world.settings;
    const escrow = {
      ...properties,
      platformFeeBps: platformFee,
      sharedReceiver: sharedReceiver(generation, "milestones", milestones),
      milestones: milestones.map(({ description, amount, receiver }) => ({
        description,
        status: "pending",
        evidence: "",
        amountStroops: amount,
        receiver,
        flags: NO_FLAGS,
      })),
      tokenContractId: tokenContract(trustline, world.ledger.networkPassphrase),
      receiverMemo: BigInt(receiverMemo),
    };
    return deployCall(signer, { type: "multi-release", generation, escrow });
  },
});
