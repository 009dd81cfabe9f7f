import type { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { formatAmount } from "../../../domain/money.ts";
import type { UserBalance } from "../../reads/balances.ts";
import type { UserRow } from "../../reads/users.ts";
import type { AirtmLinkWire, UserWire } from "./schemas.ts";

export type User = z.infer<typeof UserWire>;

export function presentUser(row: UserRow, balance: UserBalance): User {
  return {
    id: row.id,
    externalUserId: row.externalUserId,
    email: row.email,
    type: row.type as User["type"], // the table's check allows no other
    status: row.status as User["status"],
    metadata: row.metadata as User["metadata"],
    balance: {
      available: formatAmount(balance.availableStroops),
      reserved: formatAmount(balance.reservedStroops),
      currency: "USD",
    },
    airtmLinked: row.airtmUserId !== null,
    airtmUserId: row.airtmUserId,
    airtmEmail: row.airtmEmail,
    airtmLinkedAt: row.airtmLinkedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** @throws AppError AIRTM_USER_NOT_LINKED for a user who was unlinked again since */
export function presentAirtmLink({
  id,
  airtmUserId,
  airtmEmail,
  airtmLinkedAt,
}: UserRow): z.infer<typeof AirtmLinkWire> {
  if (airtmUserId === null || airtmEmail === null || airtmLinkedAt === null) {
    throw new AppError("AIRTM_USER_NOT_LINKED", { userId: id });
  }
  const linkedAt = airtmLinkedAt.toISOString();
  return {
    userId: id,
    airtmUserId,
    airtmEmail,
    email: airtmEmail,
    eligible: true,
    airtmLinkedAt: linkedAt,
    linkedAt,
    success: true,
  };
}
