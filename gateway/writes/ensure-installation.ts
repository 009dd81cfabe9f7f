import { randomBytes } from "node:crypto";
import { ID_ENTROPY_BYTES, mintId } from "../../domain/ids.ts";
import type { Database } from "../../prisma/client.ts";

/** The installation's own id: made once, by whichever process comes first, and the same for ever. */
export async function marketplaceIdOf(db: Database): Promise<string> {
  const existing = await db.prisma.installation.findUnique({ where: { id: "self" } });
  if (existing) return existing.marketplaceId;
  const marketplaceId = mintId("marketplace", randomBytes(ID_ENTROPY_BYTES));
  await db.prisma.installation.createMany({ data: { marketplaceId }, skipDuplicates: true });
  return (await db.prisma.installation.findUniqueOrThrow({ where: { id: "self" } })).marketplaceId;
}
