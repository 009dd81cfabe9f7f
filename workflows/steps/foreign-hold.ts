import type { Caller } from "../contracts/operating.ts";
import { refusal } from "./step-failure.ts";

/**
 * Who made a hold may undo it, and so may the installation; a key of one user undoes nobody else's.
 * @throws ApplicationFailure USER_NOT_ELIGIBLE
 */
export function refuseForeignHold(holder: Caller, { userId }: Caller): void {
  if (userId === undefined || userId === holder.userId) return;
  throw refusal("USER_NOT_ELIGIBLE", { userId, reason: "HELD_BY_ANOTHER" }, "somebody else made this hold");
}
