import type { EscrowTypeName } from "../../escrow/any-escrow.ts";
import { address } from "../../escrow/values.ts";
import { ApproveBody } from "../schemas.ts";
import { milestoneIndexValue } from "./milestone-index-value.ts";
import { operation, type WriteOperation } from "./operation.ts";

export const approveMilestone = (type: EscrowTypeName): WriteOperation =>
  operation({
    path: `/escrow/${type}/approve-milestone`,
    body: ApproveBody,
    invoke({ contractId, milestoneIndex, approver }, { knownEscrow }) {
      const { generation } = knownEscrow(contractId, type);
      const args = [milestoneIndexValue(generation, milestoneIndex), address(approver)];
      return { source: approver, contractId, functionName: "approve_milestone", args };
    },
  });
