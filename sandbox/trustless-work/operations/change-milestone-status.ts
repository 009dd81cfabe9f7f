import { address, nothing, string } from "../../escrow/values.ts";
import { MilestoneStatusBody } from "../schemas.ts";
import { milestoneIndexValue } from "./milestone-index-value.ts";
import { operation } from "./operation.ts";

export const changeMilestoneStatus = operation({
  path: "/escrow/single-release/change-milestone-status",
  body: MilestoneStatusBody,
  invoke({ contractId, milestoneIndex, newStatus, newEvidence, serviceProvider }, { knownEscrow }) {
    const { generation } = knownEscrow(contractId);
    const evidence = newEvidence === undefined ? nothing() : string(newEvidence);
    const index = milestoneIndexValue(generation, milestoneIndex);
    const args = [index, string(newStatus), evidence, address(serviceProvider)];
    return { source: serviceProvider, contractId, functionName: "change_milestone_status", args };
  },
});
