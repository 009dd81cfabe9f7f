import { AppError } from "../../domain/errors.ts";
import type { UserId } from "../../domain/ids.ts";
import type { Database } from "../../prisma/client.ts";

type Sql = Pick<Database, "sql">;

export interface LinkedAccount {
  readonly email: string;
  readonly providerUserId: string;
}

/** @throws AppError USER_NOT_FOUND, AIRTM_USER_NOT_LINKED */
export async function linkedAccount({ sql }: Sql, userId: UserId): Promise<LinkedAccount> {
  const { rows } = await sql.query<{ email: string | null; providerUserId: string | null }>(
    `SELECT airtm_email AS email, airtm_user_id AS "providerUserId" FROM users WHERE id = $1`,
    [userId],
  );
  const [row] = rows;
  if (!row) throw new AppError("USER_NOT_FOUND", { userId });
  const { email, providerUserId } = row;
  if (email === null || providerUserId === null) throw new AppError("AIRTM_USER_NOT_LINKED", { userId });
  return { email, providerUserId };
}

/** Decimal stroops that were paid out since midnight (UTC), or are on their way. */
export async function paidOutToday({ sql }: Sql): Promise<bigint> {
  const { rows } = await sql.query<{ stroops: string }>(
    `SELECT coalesce(sum(amount_stroops), 0)::text AS stroops FROM withdrawal
     WHERE destination_type <> 'crypto' AND status NOT IN ('WITHDRAWAL_FAILED', 'WITHDRAWAL_CANCELED')
       AND created_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`,
  );
  return BigInt(rows[0]?.stroops ?? "0");
}
