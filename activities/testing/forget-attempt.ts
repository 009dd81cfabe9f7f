import type { Database } from "../../prisma/client.ts";
import { behindTheLaws } from "../../tests/support/behind-the-laws.ts";

/** As a fail-over to a replica that lacked the newest commit: the row is gone. */
export const forgetAttempt = (db: Pick<Database, "sql">, txId: string) =>
  behindTheLaws(db, "DELETE FROM chain_transaction WHERE id = $1", [txId]);
