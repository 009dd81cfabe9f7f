import type { Database } from "../../prisma/client.ts";
import { atMost } from "../at-most.ts";
import { StepFailure } from "../failures.ts";
import { inTransaction } from "./in-transaction.ts";

/** Each holds a connection for as long as the provider takes to answer; most of the pool stays with everybody else. */
const AT_ONCE = 3;
const oneOfFew = atMost(AT_ONCE);

/**
 * Does what takes a user's money out, and lets nobody suspend the user meanwhile: a suspension that has been answered is true
 * for everything after it. @throws StepFailure USER_SUSPENDED
 */
export const unlessSuspended = <Result>(db: Database, userId: string, pay: () => Promise<Result>): Promise<Result> =>
  oneOfFew(() =>
    inTransaction(db, async (sql) => {
      const { rows } = await sql.query<{ status: string }>("SELECT status FROM users WHERE id = $1 FOR SHARE", [
        userId,
      ]);
      if (rows[0]?.status === "SUSPENDED") throw new StepFailure("USER_SUSPENDED", `the user ${userId} is suspended`);
      return pay();
    }),
  );
