import type { ActivityDeps } from "../deps.ts";
import { fiatOf } from "./fiat.ts";

/** False when it is too late; a look tells what it came to. */
export const fiatCancelPayin =
  (deps: ActivityDeps) =>
  ({ payinId }: { readonly payinId: string }): Promise<boolean> =>
    fiatOf(deps).rail.cancelPayin(payinId);
