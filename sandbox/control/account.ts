import { StrKey } from "@stellar/stellar-sdk";
import { toDecimal } from "../stellar/amounts.ts";
import { USDC } from "../stellar/genesis.ts";
import { AUTHORIZED } from "../stellar/state/balances.ts";
import type { World } from "../world.ts";

/** An account or a contract at a glance; amounts with seven decimals, `usdc` null without a trustline. */
export function describeAccount(world: World, address: string) {
  if (StrKey.isValidContract(address)) {
    return { address, usdc: toDecimal(world.ledger.usdcBalance(address) ?? 0n), xlm: null, sequence: null };
  }
  const account = world.ledger.state.account(address);
  if (account === null) return null;
  const line = world.ledger.state.trustline(address, USDC);
  return {
    address,
    usdc: line === null ? null : toDecimal(line.balance),
    xlm: toDecimal(account.balance),
    sequence: account.sequence.toString(),
    usdcLimit: line === null ? null : toDecimal(line.limit),
    frozen: line !== null && (line.flags & AUTHORIZED) === 0,
    subentries: account.subentries,
    sponsor: account.sponsor,
    sponsoring: account.sponsoring,
    sponsored: account.sponsored,
  };
}
