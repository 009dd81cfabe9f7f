import { AppError } from "../domain/errors.ts";
import type { UserId } from "../domain/ids.ts";
import type { Database } from "../prisma/client.ts";
import { findUser, type UserRow } from "./reads/users.ts";

type Role = "BUYER" | "SELLER";

/**
 * Refuses early what the workflow would refuse: a request about nobody starts nothing. The workflow looks again.
 * @throws AppError USER_NOT_FOUND, USER_NOT_ELIGIBLE
 */
export async function eligibleUser(db: Database, userId: string, role: Role | null): Promise<UserId> {
  const user = await findUser(db, userId);
  if (!user) throw new AppError("USER_NOT_FOUND", { userId });
  const reason = reasonAgainst(user, role);
  if (reason) throw new AppError("USER_NOT_ELIGIBLE", { userId, reason });
  return user.id as UserId;
}

function reasonAgainst({ status, type }: UserRow, role: Role | null): string | null {
  if (status !== "ACTIVE") return status;
  return role !== null && type !== role && type !== "BOTH" ? "WRONG_TYPE" : null;
}

export interface LinkedAirtmAccount {
  readonly airtmUserId: string;
  readonly airtmEmail: string;
}

/** The user's account at Airtm. @throws AppError USER_NOT_FOUND, AIRTM_USER_NOT_LINKED */
export async function linkedAirtmAccount(db: Database, userId: string): Promise<LinkedAirtmAccount> {
  const user = await findUser(db, userId);
  if (!user) throw new AppError("USER_NOT_FOUND", { userId });
  const { airtmUserId, airtmEmail } = user;
  if (airtmUserId === null || airtmEmail === null) throw new AppError("AIRTM_USER_NOT_LINKED", { userId });
  return { airtmUserId, airtmEmail };
}
