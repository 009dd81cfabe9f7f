import { AppError } from "../../../domain/errors.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { CreateWithdrawal } from "../../../workflows/contracts/withdrawal.ts";
import { addressObjection } from "../../address-objection.ts";
import type { GatewayDeps } from "../../deps.ts";
import { linkedAirtmAccount } from "../../eligibility.ts";
import { invalid } from "../../middleware/validate.ts";

type Destination = Pick<CreateWithdrawal, "destinationType" | "destinationRef">;
type Asked = Destination & { readonly memo?: string | null | undefined };

/**
 * Where the money goes, as it is kept and shown. Only the form and the link are looked at: what network and provider say is
 * asked by the workflow.
 * @throws AppError WITHDRAWAL_DESTINATION_INVALID, AIRTM_USER_NOT_LINKED, VALIDATION_ERROR
 */
export async function destinationOf(deps: GatewayDeps, userId: UserId, asked: Asked): Promise<Destination> {
  const { destinationType, destinationRef } = asked;
  const refuse = (reason: string) => new AppError("WITHDRAWAL_DESTINATION_INVALID", { destinationRef, reason });
  if (destinationType === "crypto") {
    const reason = addressObjection(destinationRef, asked.memo ?? null);
    if (reason !== null) throw refuse(reason);
    return { destinationType, destinationRef };
  }
  if (!deps.config.airtm) throw refuse("PROVIDER_NOT_AVAILABLE");
  if (asked.memo) throw invalid([{ field: "memo", message: "goes with a crypto destination only" }]);
  const { airtmUserId, airtmEmail } = await linkedAirtmAccount(deps.db, userId);
  if (destinationType === "bank") return { destinationType, destinationRef: masked(destinationRef) };
  const isTheirs = destinationRef === airtmUserId || destinationRef.toLowerCase() === airtmEmail.toLowerCase();
  if (!isTheirs) throw refuse("NOT_THE_LINKED_ACCOUNT");
  return { destinationType, destinationRef: airtmUserId }; // never the address of the user's e-mail
}

const SHOWN = 4;

/** Of an account number the last four characters, and nothing of one that is hardly longer. */
export const masked = (ref: string): string => `••••${ref.length >= 2 * SHOWN ? ref.slice(-SHOWN) : ""}`;
