import type { EscrowTypeName } from "../../escrow/any-escrow.ts";
import { address, nothing, string } from "../../escrow/values.ts";
import { MilestoneStatusBody } from "../schemas.ts";
import { milestoneIndexValue } from "./milestone-index-value.ts";
import { operation, type WriteOperation } from "./operation.ts";

export const changeMilestoneStatus = (type: EscrowTypeName): WriteOperation =>
  operation({
    path: `/escrow/${type}/change-milestone-status`,
    body: MilestoneStatusBody,
    invoke({ contractId, milestoneIndex, newStatus, newEvidence, serviceProvider }, { knownEscrow }) {
      const { generation } = knownEscrow(contractId, type);
      const evidence = newEvidence === undefined ? nothing() : string(newEvidence);
      const index = milestoneIndexValue(generation, milestoneIndex);
      const args = [index, string(newStatus), evidence, address(serviceProvider)];
      return { source: serviceProvider, contractId, functionName: "change_milestone_status", args };
    },
  });
