import { AppError } from "../../domain/errors.ts";
import type { Database } from "../../prisma/client.ts";
import { type Caller, maySee } from "../caller.ts";

/** The user's wallet, without its secret; null before it is made. */
export const findWallet = (db: Database, userId: string) =>
  db.prisma.wallet.findUnique({ where: { userId }, omit: { secretCiphertext: true } });

/** The user with their wallet, never its secret; null for nobody, and for whoever may not be seen. */
export const visibleUserWithWallet = async (db: Database, caller: Caller, userId: string) =>
  maySee(caller, userId)
    ? db.prisma.user.findUnique({
        where: { id: userId },
        include: { wallet: { omit: { secretCiphertext: true } } },
      })
    : null;

/** The user's wallet. @throws AppError USER_NOT_FOUND, also for foreign ones; NOT_FOUND before it is made */
export async function visibleWallet(db: Database, caller: Caller, userId: string) {
  const user = await visibleUserWithWallet(db, caller, userId);
  if (!user) throw new AppError("USER_NOT_FOUND", { userId });
  if (!user.wallet) throw new AppError("NOT_FOUND", { userId, resource: "wallet" });
  return user.wallet;
}

/** A wallet of the platform's own, by its role; never its secret. */
export const platformWallet = (db: Database, platformRole: string) =>
  db.prisma.wallet.findUnique({ where: { platformRole }, omit: { secretCiphertext: true } });
