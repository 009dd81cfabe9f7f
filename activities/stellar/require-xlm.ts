import { formatStroops, type Stroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import { askForXlm } from "../storage/refills.ts";
import type { ChainDeps } from "./chain-deps.ts";
import { walletAt } from "./wallets.ts";

/**
 * @throws StepFailure unless the account can spend that much above its reserve: WALLET_LOW_ON_XLM for one that the sponsor
 * refills, which is asked for here, else ACCOUNT_OUT_OF_XLM
 */
export async function requireXlm(
  { db, stellar, settings }: Pick<ChainDeps, "db" | "stellar" | "settings">,
  address: string,
  neededStroops: Stroops,
): Promise<void> {
  const account = await stellar.account(address);
  if (!account) throw new StepFailure("WALLET_NOT_READY", `the account ${address} does not exist yet`);
  const spendable = account.xlmStroops - account.minimumXlmStroops;
  if (spendable >= neededStroops) return;
  const [needed, has] = [formatStroops(neededStroops), formatStroops(spendable > 0n ? spendable : 0n)];
  const message = `${address} needs ${needed} XLM above its reserve and has ${has}`;
  const wallet = settings.refill ? await walletAt(db, address) : null;
  if (!wallet || wallet.owner === "platform/sponsor") throw new StepFailure("ACCOUNT_OUT_OF_XLM", message);
  await askForXlm(db, wallet.walletId);
  throw new StepFailure("WALLET_LOW_ON_XLM", message);
}
