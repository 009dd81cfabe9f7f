import { AppError } from "../../domain/errors.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { transfer } from "../../domain/ledger/entry.ts";
import { formatAmount, type Stroops } from "../../domain/money.ts";
import type { Actor } from "./audit.ts";
import { recordOperation } from "./record-operation.ts";
import type { Transaction } from "./transaction.ts";

export interface WriteOff {
  /** Of the request: recorded once for ever. */
  readonly id: string;
  /** suspense/unexplained, order/ord_…/escrow or user/usr_…/available. */
  readonly account: string;
  readonly stroops: Stroops;
  readonly reason: string;
}

/**
 * Books money as lost that our ledger shows and nobody holds: what was paid to or by an address that nobody expected, and what
 * an issuer took out of an escrow or a wallet. No more of the latter than reconciliation shows to be missing on the chain now,
 * so that what is left can still be paid out. Returns what the account holds afterwards.
 * @throws AppError INVALID_STATE, INSUFFICIENT_FUNDS
 */
export async function writeOff(
  tx: Transaction,
  { id, account, stroops, reason }: WriteOff,
  actor: Actor,
): Promise<Stroops> {
  await tx.$executeRaw`SELECT lock_accounts(${[account, ledgerAccounts.losses]}::text[])`;
  const before = await balanceOf(tx, account);
  requireWithin(stroops, await lostOf(tx, account, before));
  const isOwed = before < 0n; // only suspense goes below zero: something came from where nobody expected it
  const [from, to] = isOwed ? [ledgerAccounts.losses, account] : [account, ledgerAccounts.losses];
  const after = isOwed ? before + stroops : before - stroops;
  await recordOperation(tx, {
    key: `write-off/${id}`,
    type: "operations.written_off",
    resourceType: "Operations",
    resourceId: account,
    before: { balance: formatAmount(before) },
    after: { account, amount: formatAmount(stroops), reason, balance: formatAmount(after) },
    entry: transfer("adjust", from, to, stroops),
    isEvent: true,
    ...actor,
  });
  return after;
}

async function balanceOf(tx: Transaction, account: string): Promise<Stroops> {
  const rows = await tx.$queryRaw<{ balance: bigint }[]>`SELECT ledger_balance(${account}) AS balance`;
  return rows[0]?.balance ?? 0n;
}

/** How much of the account is lost, in stroops. */
async function lostOf(tx: Transaction, account: string, balance: Stroops): Promise<Stroops> {
  if (account === ledgerAccounts.unexplained) return balance < 0n ? -balance : balance;
  const missing = await missingOnChain(tx, account);
  return missing < balance ? missing : balance;
}

/** By the newest look of the reconciliation, as long as nothing has moved since and nothing is on its way. */
async function missingOnChain(tx: Transaction, account: string): Promise<Stroops> {
  const [noun, subject] = account.split("/");
  const kind = noun === "order" ? "escrow_balance" : "wallet_balance";
  const rows = await tx.$queryRaw<{ missing: bigint }[]>`
    SELECT expected_stroops - found_stroops AS missing FROM reconciliation_difference
    WHERE kind = ${kind} AND subject = ${subject} AND resolved_at IS NULL AND cause = 'unexplained'
      AND expected_stroops > found_stroops AND last_seen_at > clock_timestamp() - interval '15 minutes'
      AND last_seen_at > (SELECT coalesce(max(e.recorded_at), '-infinity') FROM ledger_entry e
        JOIN ledger_posting p ON p.entry_id = e.id JOIN ledger_account a ON a.id = p.account_id
        WHERE a.name LIKE ${`${noun}/${subject}/%`})`;
  const missing = rows[0]?.missing;
  if (missing !== undefined) return missing;
  throw new AppError(
    "INVALID_STATE",
    { id: account, currentState: "NOT_FOUND_MISSING", allowedStates: ["FOUND_MISSING"] },
    "Reconciliation does not show that money of this account is missing on the chain now. Run it (POST /admin/reconciliation/run) and look.",
  );
}

function requireWithin(stroops: Stroops, lost: Stroops): void {
  if (stroops <= lost) return;
  const [requested, available] = [formatAmount(stroops), formatAmount(lost)];
  throw new AppError("INSUFFICIENT_FUNDS", { requested, available, currency: "USDC" });
}
