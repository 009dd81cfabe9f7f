import type { z } from "zod";
import { formatAmount } from "../../../domain/money.ts";
import type { UserBalance } from "../../reads/balances.ts";
import type { UserRow } from "../../reads/users.ts";
import type { UserWire } from "./schemas.ts";

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
    airtmLinked: false,
    airtmUserId: null,
    airtmEmail: null,
    airtmLinkedAt: null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
