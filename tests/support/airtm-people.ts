import { randomUUID } from "node:crypto";
import type { UserId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { parseStroops } from "../../domain/money.ts";
import { balanceOf } from "../../prisma/testing/ledger.ts";
import { until } from "./until.ts";
import type { TestWorld } from "./world.ts";

export interface AirtmPerson {
  readonly userId: UserId;
  readonly address: string;
  readonly email: string;
  readonly airtmUserId: string;
}

/** People who have an account at Airtm and are linked to it, as the link route leaves them. */
export async function airtmPeople({ db, market }: TestWorld, count: number): Promise<AirtmPerson[]> {
  const people = await market.people(count);
  return Promise.all(
    people.map(async ({ userId, address }) => {
      const email = `${randomUUID()}@example.com`;
      const { id: airtmUserId } = (await market.sandbox.airtm.user(email)) as { readonly id: string };
      await db.sql.query(
        "UPDATE users SET airtm_user_id = $1, airtm_email = $2, airtm_linked_at = now() WHERE id = $3",
        [airtmUserId, email, userId],
      );
      return { userId: userId as UserId, address, email, airtmUserId };
    }),
  );
}

const TREASURY = "platform/treasury";

/** The operator's own money: what is at Airtm is booked, and the treasury is filled and booked. */
export async function openTreasury({ db, market }: TestWorld, usdc: string): Promise<string> {
  await market.insist("/admin/reconciliation/run");
  const address = await until("the treasury is on the chain", async () => {
    const { rows } = await db.sql.query<{ address: string }>(
      "SELECT public_key AS address FROM wallet WHERE 'platform/' || platform_role = $1 AND status = 'ACTIVE'",
      [TREASURY],
    );
    return rows[0]?.address ?? null;
  });
  await fundTreasury({ db, market }, address, usdc);
  return address;
}

/** Sends USDC to the treasury and waits until it is booked: before that it is not spent. */
export async function fundTreasury({ db, market }: Pick<TestWorld, "db" | "market">, address: string, usdc: string) {
  const booked = () => balanceOf(db.sql, ledgerAccounts.backingStellar);
  const before = await booked();
  await market.sandbox.mint(address, usdc);
  await until("what the treasury was sent is booked", async () => (await booked()) >= before + parseStroops(usdc));
}
