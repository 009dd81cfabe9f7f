import { parseOrderAmount } from "../../domain/money.ts";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";
import { fiatOf } from "./fiat.ts";
import type { Payin } from "./fiat-rail.ts";

/** @throws StepFailure STATE_UNEXPECTED when it was paid and nothing came of it: a person must see to it */
export const fiatReadPayin =
  (deps: ActivityDeps) =>
  async ({ payinId }: { readonly payinId: string }): Promise<Payin> => {
    const payin = await fiatOf(deps).rail.payin(payinId);
    const { state, paidAmount, feeAmount } = payin;
    if (state !== "paid" || parseOrderAmount(paidAmount) > parseOrderAmount(feeAmount)) return payin;
    throw new StepFailure("STATE_UNEXPECTED", `payin ${payinId}: ${paidAmount} was paid, and ${feeAmount} kept of it`);
  };
