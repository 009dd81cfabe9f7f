import type { ActivityDeps } from "../deps.ts";
import { requireSigningAllowed } from "../storage/may-sign.ts";
import { fiatOf } from "./fiat.ts";

/**
 * Has the provider pay. A freeze, or a lost fence, stops it as it stops a signature. Asked again it is paid once: the provider
 * commits a payout once.
 */
export const fiatCommitPayout =
  (deps: ActivityDeps) =>
  async ({ payoutId }: { readonly payoutId: string }): Promise<void> => {
    await requireSigningAllowed(deps.db, deps.deploymentId);
    await fiatOf(deps).rail.commitPayout(payoutId);
  };
