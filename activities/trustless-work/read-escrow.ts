import type { OrderTerms } from "../../domain/chain/intent.ts";
import type { EscrowNow } from "../../domain/fees/preview.ts";
import { formatStroops } from "../../domain/money.ts";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";
import { isCompleted } from "./milestone-of.ts";

export interface ReadEscrow {
  readonly order: OrderTerms;
  readonly contractId: string;
}

/** The contract as the chain shows it now; Trustless Work is not asked. @throws StepFailure STATE_UNEXPECTED without one */
export const trustlessWorkReadEscrow =
  ({ stellar }: ActivityDeps) =>
  async ({ contractId }: ReadEscrow): Promise<EscrowNow> => {
    const { sequence: seenAtLedger } = await stellar.latestLedger();
    const [escrow, held] = await Promise.all([stellar.escrow(contractId), stellar.mostContractUsdc(contractId)]);
    if (!escrow) throw new StepFailure("STATE_UNEXPECTED", `there is no contract ${contractId}`);
    const indexes = escrow.milestones.map((milestone, index) => ({ milestone, index }));
    return {
      heldAmount: formatStroops(held),
      seenAtLedger,
      isFrozen: escrow.flags.disputed,
      completed: indexes.filter(({ milestone }) => isCompleted(milestone)).map(({ index }) => index),
      frozenMilestones: indexes.filter(({ milestone }) => milestone.flags.disputed).map(({ index }) => index),
      approved: indexes.filter(({ milestone }) => milestone.approved).map(({ index }) => index),
    };
  };
