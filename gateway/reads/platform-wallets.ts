import type { Database } from "../../prisma/client.ts";

export interface PlatformWalletRow {
  readonly role: string;
  readonly publicKey: string;
  readonly status: string;
}

/** The platform's own wallets, by role. */
export async function platformWallets(db: Database): Promise<readonly PlatformWalletRow[]> {
  const rows = await db.prisma.wallet.findMany({
    where: { platformRole: { not: null } },
    select: { platformRole: true, publicKey: true, status: true },
    orderBy: { platformRole: "asc" },
  });
  return rows.map(({ platformRole, publicKey, status }) => ({ role: platformRole ?? "", publicKey, status }));
}
