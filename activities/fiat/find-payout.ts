import type { WithdrawalId } from "../../domain/ids.ts";
import type { ActivityDeps } from "../deps.ts";
import { fiatOf } from "./fiat.ts";
import type { Payout } from "./fiat-rail.ts";

/** null when the provider knows of none. */
export const fiatFindPayout =
  (deps: ActivityDeps) =>
  ({ withdrawalId }: { readonly withdrawalId: WithdrawalId }): Promise<Payout | null> =>
    fiatOf(deps).rail.payoutByCode(withdrawalId);
