import type { ActivityDeps } from "../deps.ts";
import { fiatOf } from "./fiat.ts";
import type { Payout } from "./fiat-rail.ts";

export const fiatReadPayout =
  (deps: ActivityDeps) =>
  ({ payoutId }: { readonly payoutId: string }): Promise<Payout> =>
    fiatOf(deps).rail.payout(payoutId);
