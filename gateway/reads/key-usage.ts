import type { Database } from "../../prisma/client.ts";

export interface KeyUsage {
  readonly keyId: string;
  readonly wallets: number;
}

/** How many wallets are sealed under each key. A sealed secret names its key, and opens under no other. */
export async function keyUsage({ sql }: Database): Promise<readonly KeyUsage[]> {
  const { rows } = await sql.query<KeyUsage>(
    `SELECT split_part(secret_ciphertext, '.', 1) AS "keyId", count(*)::int AS wallets FROM wallet GROUP BY 1 ORDER BY 1`,
  );
  return rows;
}
