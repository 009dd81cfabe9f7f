import { parseStroops } from "../../domain/money.ts";
import type { Difference } from "../../domain/reconciliation/difference.ts";
import type { ActivityDeps } from "../deps.ts";
import { keepFindings } from "../storage/differences.ts";

/** Tells of platform accounts that will soon be unable to pay the network's fees, before a payment has to wait for them. */
export async function tellLowAccounts(deps: ActivityDeps, runId: string): Promise<void> {
  const differing = await lowAccounts(deps);
  await keepFindings(deps.db, runId, { kind: "xlm_low", differing, agreeing: "others" });
}

async function lowAccounts({ db, stellar, settings }: ActivityDeps): Promise<Difference[]> {
  const { rows } = await db.sql.query<{ role: string; address: string }>(
    `SELECT 'platform/' || platform_role AS role, public_key AS address FROM wallet
     WHERE platform_role IS NOT NULL AND status = 'ACTIVE' ORDER BY platform_role`,
  );
  const spendable = await stellar.spendableXlm(rows.map(({ address }) => address));
  return rows.flatMap(({ role, address }) => {
    // every other account is refilled from the sponsor, so only its own is a person's business there
    const isRefilled = settings.refill !== null && role !== "platform/sponsor";
    const threshold = isRefilled ? 0n : parseStroops(settings.platformLowXlm);
    const found = spendable.get(address) ?? 0n;
    if (found >= threshold) return [];
    const amounts = { expectedStroops: threshold, foundStroops: found };
    return [{ kind: "xlm_low", subject: role, ...amounts, cause: "below_threshold", details: { address } } as const];
  });
}
