import { address } from "../../escrow/values.ts";
import { trustlessWorkFeeWallet } from "../../stellar/identities.ts";
import { ReleaseMilestoneBody } from "../schemas.ts";
import { shortIndexValue } from "./milestone-index-value.ts";
import { operation } from "./operation.ts";

export const releaseMilestoneFunds = operation({
  path: "/escrow/multi-release/release-milestone-funds",
  body: ReleaseMilestoneBody,
  invoke({ contractId, releaseSigner, milestoneIndex }, { knownEscrow }) {
    knownEscrow(contractId, "multi-release");
    const feeWallet = address(trustlessWorkFeeWallet.publicKey());
    const args = [address(releaseSigner), feeWallet, shortIndexValue(milestoneIndex)];
    return { source: releaseSigner, contractId, functionName: "release_milestone_funds", args };
  },
});
