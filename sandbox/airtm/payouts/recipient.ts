import { AirtmError } from "../errors.ts";
import type { AirtmUser } from "../users/user.ts";

interface Demand {
  readonly amountCents: bigint;
  readonly requireIdVerified: boolean;
}

const ONE_USD_AT_LEAST: readonly string[] = ["USA", "PRI"];

/** Nobody has refused yet who has not signed up. */
export function checkRecipient(user: AirtmUser | null, { amountCents, requireIdVerified }: Demand): void {
  if (user === null) return;
  if (user.banned) throw new AirtmError("415010");
  if (user.status === "inactive") throw new AirtmError("415059");
  if (requireIdVerified && !user.isVerified) throw new AirtmError("415060");
  if (!user.canReceive) throw new AirtmError("415061");
  if (ONE_USD_AT_LEAST.includes(user.country ?? "") && amountCents < 100n) throw new AirtmError("415402");
}

export function isWelcome(user: AirtmUser, demand: Demand): boolean {
  try {
    checkRecipient(user, demand);
    return true;
  } catch {
    return false;
  }
}
