import type { Database } from "../../prisma/client.ts";
import { StepFailure } from "../failures.ts";
import { inTransaction } from "./in-transaction.ts";

/**
 * Does what takes a user's money out, and lets nobody suspend the user meanwhile: a suspension that has been answered is true
 * for everything after it. @throws StepFailure USER_SUSPENDED
 */
export const unlessSuspended = <Result>(db: Database, userId: string, pay: () => Promise<Result>): Promise<Result> =>
  inTransaction(db, async (sql) => {
    const { rows } = await sql.query<{ status: string }>("SELECT status FROM users WHERE id = $1 FOR SHARE", [userId]);
    if (rows[0]?.status === "SUSPENDED") throw new StepFailure("USER_SUSPENDED", `the user ${userId} is suspended`);
    return pay();
  });
