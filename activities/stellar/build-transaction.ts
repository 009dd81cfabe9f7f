import { Account, Memo, type Transaction, TransactionBuilder, type xdr } from "@stellar/stellar-sdk";
import { formatStroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import type { ChainDeps } from "./chain-deps.ts";
import type { AccountOnChain } from "./client.ts";

/** What we bid per operation. The network charges its current price, which is far below unless it is very busy. */
const BID_PER_OPERATION_STROOPS = 10_000n;

export interface ClassicTransaction {
  readonly source: string;
  readonly operations: readonly xdr.Operation[];
  readonly memo?: string | null;
  /** XLM that the operations take from the source or lock in it, besides the fee. */
  readonly spentXlmStroops?: bigint;
}

/**
 * Builds a transaction of our own, unsigned, that dies after the configured time.
 * @throws StepFailure WALLET_NOT_READY without an account, ACCOUNT_OUT_OF_XLM when it can't pay
 */
export async function buildTransaction(
  { stellar, settings }: Pick<ChainDeps, "stellar" | "settings">,
  { source, operations, memo, spentXlmStroops = 0n }: ClassicTransaction,
): Promise<Transaction> {
  const [account, ledger] = await Promise.all([stellar.account(source), stellar.latestLedger()]);
  if (!account) throw new StepFailure("WALLET_NOT_READY", `the account ${source} does not exist yet`);
  requireXlm(source, account, spentXlmStroops + settings.feeStroopsMax);
  const count = BigInt(operations.length);
  const affordable = settings.feeStroopsMax / count;
  const bid = affordable < BID_PER_OPERATION_STROOPS ? affordable : BID_PER_OPERATION_STROOPS;
  const builder = new TransactionBuilder(new Account(source, account.sequence.toString()), {
    fee: bid.toString(),
    networkPassphrase: settings.networkPassphrase,
    timebounds: { minTime: 0, maxTime: ledger.closeTimeSeconds + settings.transactionSeconds },
    memo: memo ? Memo.text(memo) : Memo.none(),
  });
  for (const operation of operations) builder.addOperation(operation);
  return builder.build();
}

/** @throws StepFailure ACCOUNT_OUT_OF_XLM unless the account can spend that much above its reserve */
export function requireXlm(address: string, account: AccountOnChain, neededStroops: bigint): void {
  const spendable = account.xlmStroops - account.minimumXlmStroops;
  if (spendable >= neededStroops) return;
  const [needed, has] = [formatStroops(neededStroops), formatStroops(spendable > 0n ? spendable : 0n)];
  throw new StepFailure("ACCOUNT_OUT_OF_XLM", `${address} needs ${needed} XLM above its reserve and has ${has}`);
}
