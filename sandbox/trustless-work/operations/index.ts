import { approveMilestone } from "./approve-milestone.ts";
import { changeMilestoneStatus } from "./change-milestone-status.ts";
import { deploySingleRelease } from "./deploy.ts";
import { disputeEscrow } from "./dispute-escrow.ts";
import { resolveDispute, withdrawRemainingFunds } from "./distributions.ts";
import { fundEscrow } from "./fund-escrow.ts";
import type { WriteOperation } from "./operation.ts";
import { releaseFunds } from "./release-funds.ts";
import { updateEscrow } from "./update-escrow.ts";

/** Every write route. Multi-release escrows have none yet: their paths are unknown routes. */
export const WRITE_OPERATIONS: readonly WriteOperation[] = [
  approveMilestone,
  changeMilestoneStatus,
  deploySingleRelease,
  disputeEscrow,
  fundEscrow,
  releaseFunds,
  resolveDispute,
  updateEscrow,
  withdrawRemainingFunds,
];
