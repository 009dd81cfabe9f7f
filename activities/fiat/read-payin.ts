import type { ActivityDeps } from "../deps.ts";
import { fiatOf } from "./fiat.ts";
import type { Payin } from "./fiat-rail.ts";

export const fiatReadPayin =
  (deps: ActivityDeps) =>
  ({ payinId }: { readonly payinId: string }): Promise<Payin> =>
    fiatOf(deps).rail.payin(payinId);
