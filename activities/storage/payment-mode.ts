import type { Database } from "../../prisma/client.ts";

/**
 * Settles by what this installation moves money: its first worker says so, and it changes only while nothing of the other way
 * is open. @throws Error naming what is open
 */
export async function claimPaymentProvider(
  { sql }: Pick<Database, "sql">,
  provider: "crypto" | "airtm",
): Promise<void> {
  const { rows } = await sql.query<{ open: readonly string[] }>("SELECT claim_payment_provider($1) AS open", [
    provider,
  ]);
  const open = rows[0]?.open ?? [];
  if (open.length === 0) return;
  throw new Error(
    `PAYMENT_PROVIDER=${provider} is refused: this installation moved money the other way, and these are not over:\n${open.map((item) => `  ${item}`).join("\n")}`,
  );
}
