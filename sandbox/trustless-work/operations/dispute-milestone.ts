import { address } from "../../escrow/values.ts";
import { DisputeMilestoneBody } from "../schemas.ts";
import { milestoneIndexValue } from "./milestone-index-value.ts";
import { operation } from "./operation.ts";

export const disputeMilestone = operation({
  path: "/escrow/multi-release/dispute-milestone",
  body: DisputeMilestoneBody,
  invoke({ contractId, signer, milestoneIndex }, { knownEscrow }) {
    const { generation } = knownEscrow(contractId, "multi-release");
    const args = [milestoneIndexValue(generation, milestoneIndex), address(signer)];
    return { source: signer, contractId, functionName: "dispute_milestone", args };
  },
});
