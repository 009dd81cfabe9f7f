import { formatStroops, type Stroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import { accountBalance } from "../storage/account-balance.ts";
import type { ChainDeps } from "./chain-deps.ts";

/**
 * What came into a treasury and is not in our ledger yet is not spent: the payment would be made and could not be booked. Its lane is
 * held from here to the booking, so that nothing else spends it meanwhile. @throws StepFailure TREASURY_LOW
 */
export async function requireBooked({ db, provider }: Pick<ChainDeps, "db" | "provider">, stroops: Stroops) {
  const account = provider.payingAccount;
  if (account === null) return;
  const booked = await accountBalance(db.sql, account);
  if (booked >= stroops) return;
  const [needed, has] = [formatStroops(stroops), formatStroops(booked)];
  throw new StepFailure(provider.shortOfUsdc, `${account} should hold ${needed} USDC and ${has} is booked`);
}
