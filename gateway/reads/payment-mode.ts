import type { Database } from "../../prisma/client.ts";

/** By what the workers of this installation move money; null before the first one said so. */
export async function settledProvider({ prisma }: Pick<Database, "prisma">): Promise<string | null> {
  const row = await prisma.paymentMode.findUnique({ where: { id: "self" } });
  return row?.provider ?? null;
}
