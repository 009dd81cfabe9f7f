import type { PayoutTerms } from "../../domain/chain/intent.ts";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";
import { fiatOf } from "./fiat.ts";
import type { Payout, PayoutState } from "./fiat-rail.ts";

const PAYS_NOBODY: readonly PayoutState[] = ["created", "failed", "canceled"];

/** null when the provider knows of none. @throws StepFailure STATE_UNEXPECTED when another amount is paid under our code */
export const fiatFindPayout =
  (deps: ActivityDeps) =>
  async ({ withdrawalId, amount }: PayoutTerms): Promise<Payout | null> => {
    const found = await fiatOf(deps).rail.payoutByCode(withdrawalId);
    if (!found || PAYS_NOBODY.includes(found.state) || found.amount === amount) return found;
    throw new StepFailure("STATE_UNEXPECTED", `${withdrawalId} is paid ${found.amount} there instead of ${amount}`);
  };
