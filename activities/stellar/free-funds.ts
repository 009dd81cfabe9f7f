import type { PlatformPayoutTerms } from "../../domain/chain/intent.ts";
import { freeInTreasury } from "../storage/free-in-treasury.ts";
import type { ChainDeps } from "./chain-deps.ts";
import { isPlatform, type OwnedWallet, requireActive, walletsOf } from "./wallets.ts";

/** The wallet that a platform payout leaves; null while it does not exist. @throws StepFailure WALLET_NOT_READY until it is on the chain */
export async function sourceWallet(
  { db }: Pick<ChainDeps, "db">,
  { source }: Pick<PlatformPayoutTerms, "source">,
): Promise<OwnedWallet | null> {
  const [wallet] = await walletsOf(db, [source]);
  return wallet ? requireActive(wallet) : null;
}

/**
 * What may leave the wallet, in stroops: of XLM what is above its reserve and the dearest fee; of the treasury's USDC what is
 * booked and not promised to anybody; of any other wallet's USDC all of it.
 */
export async function freeFunds(
  deps: ChainDeps,
  { publicKey, owner }: OwnedWallet,
  asset: PlatformPayoutTerms["asset"],
): Promise<bigint> {
  const account = await deps.stellar.account(publicKey);
  if (!account) return 0n;
  if (asset === "XLM") return atLeastZero(account.xlmStroops - account.minimumXlmStroops - deps.settings.feeStroopsMax);
  const held = account.usdc?.authorized ? account.usdc.stroops : 0n;
  if (!isPlatform(owner) || deps.provider.depositAccount(owner) === null) return held;
  const free = await freeInTreasury(deps.db.sql);
  return free < held ? free : held;
}

const atLeastZero = (stroops: bigint): bigint => (stroops > 0n ? stroops : 0n);
