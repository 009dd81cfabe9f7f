import { AppError } from "../../domain/errors.ts";
import type { ActivityDeps } from "../deps.ts";

/** The users of a new obligation, by what they do in it. */
export interface Parties {
  readonly buyerId?: string;
  readonly sellerId?: string;
  /** Whose own money moves, e.g. of a withdrawal. */
  readonly ownerId?: string;
}

interface UserRow {
  readonly id: string;
  readonly type: string;
  readonly status: string;
}

/** @throws AppError USER_NOT_FOUND, or USER_NOT_ELIGIBLE {userId, reason} unless every user may act in this role */
export const storageRequireEligible =
  ({ db }: ActivityDeps) =>
  async (parties: Parties): Promise<void> => {
    const ids = [parties.buyerId, parties.sellerId, parties.ownerId].filter((id) => id !== undefined);
    const { rows } = await db.sql.query<UserRow>("SELECT id, type, status FROM users WHERE id = ANY($1)", [ids]);
    const check = (id: string | undefined, wrongType: string | null) => {
      if (id === undefined) return;
      const user = rows.find((row) => row.id === id);
      if (!user) throw new AppError("USER_NOT_FOUND", { userId: id });
      if (user.status !== "ACTIVE") throw new AppError("USER_NOT_ELIGIBLE", { userId: id, reason: user.status });
      if (user.type === wrongType) throw new AppError("USER_NOT_ELIGIBLE", { userId: id, reason: "WRONG_TYPE" });
    };
    check(parties.buyerId, "SELLER");
    check(parties.sellerId, "BUYER");
    check(parties.ownerId, null);
  };
