import type { Airtm } from "../airtm.ts";
import { AirtmError } from "../errors.ts";
import { changePayinStatus } from "./change-payin-status.ts";
import type { Payin } from "./payin.ts";

/** By the enterprise or by the payer, only before the payer has confirmed. */
export function cancelPayin(airtm: Airtm, payin: Payin): Payin {
  if (payin.status !== "CREATED") refusePayinChange(payin);
  return changePayinStatus(airtm, payin, "CANCELED");
}

/** 415030 while the money is or was on its way, 415032 once it never will be. */
export function refusePayinChange({ status }: Payin): never {
  throw new AirtmError(status === "PROCESSING" || status === "CONFIRMED" ? "415030" : "415032", { status });
}
