import type { EscrowTypeName } from "../../escrow/any-escrow.ts";
import { approveMilestone } from "./approve-milestone.ts";
import { changeMilestoneStatus } from "./change-milestone-status.ts";
import { deployMultiRelease } from "./deploy-multi-release.ts";
import { deploySingleRelease } from "./deploy-single-release.ts";
import { disputeEscrow } from "./dispute-escrow.ts";
import { disputeMilestone } from "./dispute-milestone.ts";
import { resolveDispute, resolveMilestoneDispute, withdrawRemainingFunds } from "./distributions.ts";
import { fundEscrow } from "./fund-escrow.ts";
import type { WriteOperation } from "./operation.ts";
import { releaseFunds } from "./release-funds.ts";
import { releaseMilestoneFunds } from "./release-milestone-funds.ts";
import { updateMultiRelease } from "./update-multi-release.ts";
import { updateSingleRelease } from "./update-single-release.ts";

/** The routes that both types of escrow have under their own name. */
const forBoth = (type: EscrowTypeName): readonly WriteOperation[] => [
  approveMilestone(type),
  changeMilestoneStatus(type),
  fundEscrow(type),
  withdrawRemainingFunds(type),
];

/** Every write route. */
export const WRITE_OPERATIONS: readonly WriteOperation[] = [
  ...forBoth("single-release"),
  deploySingleRelease,
  disputeEscrow,
  releaseFunds,
  resolveDispute,
  updateSingleRelease,
  ...forBoth("multi-release"),
  deployMultiRelease,
  disputeMilestone,
  releaseMilestoneFunds,
  resolveMilestoneDispute,
  updateMultiRelease,
];
