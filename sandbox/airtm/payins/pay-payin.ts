import type { Airtm } from "../airtm.ts";
import { AirtmError } from "../errors.ts";
import { stepAfter } from "../next-step.ts";
import type { AirtmUser } from "../users/user.ts";
import { refusePayinChange } from "./cancel-payin.ts";
import { changePayinStatus } from "./change-payin-status.ts";
import type { Payin } from "./payin.ts";

/**
 * Somebody confirms the payment at Airtm; users have as much money as they need.
 * @throws AirtmError when the payin is not open any more, or the user may not pay it
 */
export function payPayin(airtm: Airtm, payin: Payin, email: string): Payin {
  if (payin.status !== "CREATED") refusePayinChange(payin);
  const user = payerBy(airtm, email);
  const next = stepAfter(airtm.clock.nowMs(), airtm.state.settings.payinDelayMs, "CONFIRMED" as const);
  changePayinStatus(airtm, payin, "PROCESSING", { userId: user.id, userEmail: user.email, next });
  airtm.letTimePass();
  return airtm.state.payins.find(payin.id) ?? payin;
}

function payerBy(airtm: Airtm, email: string): AirtmUser {
  const user = airtm.state.findUser(email);
  if (user === null) throw new AirtmError("415404", { email });
  if (user.banned) throw new AirtmError("415010");
  if (user.status === "inactive") throw new AirtmError("415059");
  if (user.country === "USA") throw new AirtmError("415053");
  return user;
}
