import type { Database } from "../../prisma/client.ts";
import { StepFailure } from "../failures.ts";

/** SQLSTATE of the trigger that refuses to commit a signature. */
export const FROZEN_STATE = "OH005";

/** @throws StepFailure SIGNING_FROZEN while an operator holds all outgoing money */
export async function refuseWhileFrozen({ sql }: Pick<Database, "sql">): Promise<void> {
  const { rows } = await sql.query<{ reason: string }>("SELECT reason FROM signing_freeze WHERE frozen");
  if (rows[0]) throw signingFrozen(`outgoing money is frozen: ${rows[0].reason}`);
}

export const signingFrozen = (message: string): StepFailure => new StepFailure("SIGNING_FROZEN", message);
