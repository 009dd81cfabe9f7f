import type { PlatformOwner, PlatformRole } from "../../domain/chain/intent.ts";
import type { UserId } from "../../domain/ids.ts";
import type { Database } from "../../prisma/client.ts";
import { StepFailure } from "../failures.ts";
import type { PaymentProvider } from "../payment-provider.ts";

export type WalletOwner = UserId | PlatformOwner;

export interface Wallet {
  readonly walletId: string;
  readonly publicKey: string;
  readonly status: "CREATED" | "ACTIVE";
}

export interface OwnedWallet extends Wallet {
  readonly owner: WalletOwner;
}

type WalletDatabase = Pick<Database, "sql">;

const WALLET = `SELECT id AS "walletId", public_key AS "publicKey", status,
  COALESCE(user_id, 'platform/' || platform_role) AS owner FROM wallet`;

async function find(db: WalletDatabase, condition: string, value: string): Promise<OwnedWallet | null> {
  const { rows } = await db.sql.query<OwnedWallet>(`${WALLET} WHERE ${condition} = $1`, [value]);
  return rows[0] ?? null;
}

/** @throws StepFailure WALLET_NOT_READY while the role has no wallet */
export async function platformWallet(db: WalletDatabase, role: PlatformRole): Promise<OwnedWallet> {
  return required(await find(db, "platform_role", role), `the platform's ${role} wallet`);
}

/** @throws StepFailure WALLET_NOT_READY when there is none */
export async function walletById(db: WalletDatabase, walletId: string): Promise<OwnedWallet> {
  return required(await find(db, "id", walletId), `wallet ${walletId}`);
}

/** Whose wallet an address is; null for addresses that are not ours. */
export const walletAt = (db: WalletDatabase, publicKey: string): Promise<OwnedWallet | null> =>
  find(db, "public_key", publicKey);

/** The wallets of these owners that exist, in no order. */
export async function walletsOf(db: WalletDatabase, owners: readonly WalletOwner[]): Promise<readonly OwnedWallet[]> {
  const { rows } = await db.sql.query<OwnedWallet>(
    `${WALLET} WHERE user_id = ANY($1) OR 'platform/' || platform_role = ANY($1)`,
    [owners],
  );
  return rows;
}

export const isPlatform = (owner: WalletOwner): owner is PlatformOwner => owner.startsWith("platform/");

/** The wallet itself, when its account is on the chain. @throws StepFailure WALLET_NOT_READY */
export function requireActive(wallet: OwnedWallet): OwnedWallet {
  if (wallet.status === "ACTIVE") return wallet;
  throw new StepFailure("WALLET_NOT_READY", `the wallet of ${wallet.owner} is not active yet`);
}

/** The wallet that pays when this user withdraws. @throws StepFailure WALLET_NOT_READY while it is not on the chain */
export async function payerWallet(
  { db, provider }: { readonly db: WalletDatabase; readonly provider: Pick<PaymentProvider, "payerOf"> },
  userId: UserId,
): Promise<OwnedWallet> {
  const owner = provider.payerOf(userId);
  const [wallet] = await walletsOf(db, [owner]);
  return requireActive(required(wallet ?? null, `the wallet of ${owner}`));
}

function required(wallet: OwnedWallet | null, what: string): OwnedWallet {
  if (!wallet) throw new StepFailure("WALLET_NOT_READY", `${what} does not exist yet`);
  return wallet;
}
