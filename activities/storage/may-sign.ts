import type { Database } from "../../prisma/client.ts";
import { StepFailure } from "../failures.ts";

/** Why nothing may be signed or sent, as the database's function `signing_refusal` says it. */
export interface SigningRefusal {
  readonly problem: "SIGNING_FROZEN" | "FENCE_LOST" | "USER_SUSPENDED";
  readonly message: string;
}

/** SQLSTATEs of the triggers that refuse to commit a signature. */
const REFUSED_STATES: Readonly<Record<string, SigningRefusal["problem"]>> = {
  OH005: "SIGNING_FROZEN",
  OH006: "FENCE_LOST",
  OH030: "USER_SUSPENDED",
};

/** @throws StepFailure SIGNING_FROZEN or FENCE_LOST when there is a refusal */
export function requireNone(refusal: SigningRefusal | null): void {
  if (refusal) throw new StepFailure(refusal.problem, refusal.message);
}

/** @throws StepFailure SIGNING_FROZEN or FENCE_LOST when no key may be used and nothing may be sent */
export async function requireSigningAllowed(
  { sql }: Pick<Database, "sql">,
  deploymentId: string | null,
): Promise<void> {
  const { rows } = await sql.query<{ refusal: SigningRefusal | null }>("SELECT signing_refusal($1) AS refusal", [
    deploymentId,
  ]);
  requireNone(rows[0]?.refusal ?? null);
}

/** The refusal in an error of the database; null for any other error. */
export function signingRefusalIn(error: unknown): StepFailure | null {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  const problem = code === undefined ? undefined : REFUSED_STATES[code];
  return problem ? new StepFailure(problem, message) : null;
}
