import type { ActivityDeps } from "../deps.ts";
import { fiatOf } from "./fiat.ts";

/** False when it is too late; a look tells what it came to. */
export const fiatCancelPayout =
  (deps: ActivityDeps) =>
  ({ payoutId }: { readonly payoutId: string }): Promise<boolean> =>
    fiatOf(deps).rail.cancelPayout(payoutId);
