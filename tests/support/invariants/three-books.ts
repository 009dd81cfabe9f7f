import { formatStroops } from "../../../domain/money.ts";
import type { BrokenInvariant, Check, InvariantScene } from "./scope.ts";

/** Something that holds USDC on the chain, and what our ledger says it holds. */
interface Holding {
  readonly what: string;
  readonly address: string | null;
  readonly stroops: string;
}

const BALANCE = "coalesce((SELECT sum(balance) FROM ledger_account WHERE name = ANY(names)), 0)::text";

const HOLDINGS = `
  SELECT what, address, ${BALANCE} AS stroops FROM (
    SELECT 'the wallet of ' || u.id AS what, w.public_key AS address,
           CASE WHEN (SELECT provider FROM payment_mode) = 'airtm' THEN ARRAY[]::text[] ELSE
             ARRAY['user/' || u.id || '/available', 'user/' || u.id || '/reserved',
                   'user/' || u.id || '/withdrawing', 'user/' || u.id || '/held'] END AS names
      FROM users u LEFT JOIN wallet w ON w.user_id = u.id
    UNION ALL
    SELECT 'the escrow of ' || o.id, e.contract_id, ARRAY['order/' || o.id || '/escrow']
      FROM orders o LEFT JOIN escrow e ON e.order_id = o.id
    UNION ALL
    SELECT 'the wallet of platform/' || platform_role, public_key,
           CASE platform_role WHEN 'fee-receiver' THEN ARRAY['fees/platform'] WHEN 'treasury' THEN ARRAY['backing/stellar'] ELSE ARRAY[]::text[] END
      FROM wallet WHERE platform_role IS NOT NULL
    UNION ALL
    SELECT 'the wallet of Trustless Work', $1, ARRAY['fees/trustless-work']
    UNION ALL
    SELECT 'nobody who explains it', NULL, ARRAY['suspense/unexplained']
  ) holder`;

/** I5, agreement: wallets, contracts and fees hold on the chain what our ledger says, to the stroop. */
export const booksAgreeWithChain: Check = async (scene) => {
  const { trustlessWorkAddress } = await scene.sandbox.facts();
  const { rows } = await scene.db.sql.query<Holding>(HOLDINGS, [trustlessWorkAddress]);
  const found = await Promise.all(rows.map((holding) => compare(scene, holding)));
  return found.flat();
};

async function compare({ sandbox }: InvariantScene, { what, address, stroops }: Holding): Promise<BrokenInvariant[]> {
  const onChain = address === null ? "0.0000000" : await sandbox.usdc(address);
  const inLedger = formatStroops(BigInt(stroops));
  return inLedger === onChain ? [] : [`I5: ${what} holds ${onChain} on the chain and ${inLedger} in the ledger`];
}
