import { Account, BASE_FEE, Memo, type Transaction, TransactionBuilder, type xdr } from "@stellar/stellar-sdk";
import type { MemoType } from "../../domain/withdrawal/memo.ts";
import { StepFailure } from "../failures.ts";
import type { ChainDeps } from "./chain-deps.ts";

export interface ClassicTransaction {
  readonly source: string;
  readonly operations: readonly xdr.Operation[];
  readonly memo?: string | null;
  /** Missing: text. */
  readonly memoType?: MemoType;
}

/**
 * Builds a transaction of our own, unsigned, that dies after the configured time. What it bids is decided before it is signed.
 * @throws StepFailure WALLET_NOT_READY without an account
 */
export async function buildTransaction(
  { stellar, settings }: Pick<ChainDeps, "stellar" | "settings">,
  { source, operations, memo, memoType = "text" }: ClassicTransaction,
): Promise<Transaction> {
  const [account, ledger] = await Promise.all([stellar.account(source), stellar.latestLedger()]);
  if (!account) throw new StepFailure("WALLET_NOT_READY", `the account ${source} does not exist yet`);
  const builder = new TransactionBuilder(new Account(source, account.sequence.toString()), {
    fee: BASE_FEE,
    networkPassphrase: settings.networkPassphrase,
    timebounds: { minTime: 0, maxTime: ledger.closeTimeSeconds + settings.transactionSeconds },
    memo: memo ? MEMOS[memoType](memo) : Memo.none(),
  });
  for (const operation of operations) builder.addOperation(operation);
  return builder.build();
}

const MEMOS = {
  text: Memo.text,
  id: Memo.id,
  hash: Memo.hash,
  return: Memo.return,
} as const satisfies Record<MemoType, (value: string) => Memo>;
