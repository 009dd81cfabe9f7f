import type { OrderId, UserId } from "../../../domain/ids.ts";
import { ledgerAccounts } from "../../../domain/ledger/accounts.ts";
import { formatAmount } from "../../../domain/money.ts";
import { addressOf, contractOf } from "./fake-contracts.ts";
import type { FakeWorld } from "./fake-world.ts";

/** A user's three ledger accounts, and the wallet on the chain that they must add up to. */
export function moneyOf({ ledger, chain }: FakeWorld, userId: UserId) {
  const [available, reserved, withdrawing] = [
    ledger.balance(ledgerAccounts.available(userId)),
    ledger.balance(ledgerAccounts.reserved(userId)),
    ledger.balance(ledgerAccounts.withdrawing(userId)),
  ];
  return {
    available: formatAmount(available),
    reserved: formatAmount(reserved),
    withdrawing: formatAmount(withdrawing),
    wallet: formatAmount(chain.balance(addressOf(userId))),
    booksAgree: available + reserved + withdrawing === chain.balance(addressOf(userId)),
  };
}

/** What breaks the laws of money around some payments, in words; nothing when all is well. */
export function brokenMoney(
  world: FakeWorld,
  scope: {
    readonly users: readonly UserId[];
    readonly orders?: readonly OrderId[];
    readonly workflows: readonly string[];
  },
): readonly string[] {
  const { ledger, chain } = world;
  const users = scope.users.filter((userId) => !moneyOf(world, userId).booksAgree);
  const escrows = (scope.orders ?? []).filter(
    (orderId) => ledger.balance(ledgerAccounts.escrow(orderId)) !== chain.balance(contractOf({ orderId })),
  );
  const effects = scope.workflows.flatMap((workflowId) => doubleEffects(world, workflowId));
  return [
    ...users.map((userId) => `wallet and books differ: ${JSON.stringify(moneyOf(world, userId))}`),
    ...escrows.map((orderId) => `contract and books of ${orderId} differ`),
    ...effects.map((stepKey) => `${stepKey} had its effect more than once`),
    ...(ledger.sum() === 0n ? [] : [`the books do not balance: ${ledger.sum()}`]),
  ];
}

function doubleEffects({ chain }: FakeWorld, workflowId: string): readonly string[] {
  const applied = chain.attemptsOf(workflowId).filter(({ isIncluded }) => isIncluded);
  const keys = applied.map(({ stepKey }) => stepKey);
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}
