import { address } from "../../escrow/values.ts";
import { ApproveBody } from "../schemas.ts";
import { milestoneIndexValue } from "./milestone-index-value.ts";
import { operation } from "./operation.ts";

export const approveMilestone = operation({
  path: "/escrow/single-release/approve-milestone",
  body: ApproveBody,
  invoke({ contractId, milestoneIndex, approver }, { knownEscrow }) {
    const { generation } = knownEscrow(contractId);
    const args = [milestoneIndexValue(generation, milestoneIndex), address(approver)];
    return { source: approver, contractId, functionName: "approve_milestone", args };
  },
});
