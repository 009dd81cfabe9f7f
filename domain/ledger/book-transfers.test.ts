import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ledgerAccounts, userOfAvailable } from "./accounts.ts";
import { bookTransfers } from "./book-transfers.ts";

const ACCOUNTS = { GBUYER: "user/usr_b/reserved", CESCROW: "order/ord_o/escrow", GSELLER: "user/usr_s/available" };
const address = fc.constantFrom("GBUYER", "CESCROW", "GSELLER", "GSTRANGER", "GOTHER");
const transfers = fc.array(
  fc.record({ from: address, to: address, stroops: fc.bigInt({ min: 1n, max: 10n ** 12n }) }),
  { maxLength: 12 },
);

type Transfers = Parameters<typeof bookTransfers>[1];

/** What one ledger account gains, counted in the simplest way. */
function gainOf(account: string, all: Transfers): bigint {
  const isOf = (at: string) => (Object.hasOwn(ACCOUNTS, at) ? ACCOUNTS[at as keyof typeof ACCOUNTS] : null) === account;
  const isUnknown = (at: string) => account === ledgerAccounts.unexplained && !Object.hasOwn(ACCOUNTS, at);
  const belongs = (at: string) => isOf(at) || isUnknown(at);
  return all.reduce(
    (sum, { from, to, stroops }) => sum + (belongs(to) ? stroops : 0n) - (belongs(from) ? stroops : 0n),
    0n,
  );
}

describe("booking what the chain moved", () => {
  test("balances, nets per account to the stroop, and puts strangers under suspense", () => {
    fc.assert(
      fc.property(transfers, (all) => {
        const names = [...Object.values(ACCOUNTS), ledgerAccounts.unexplained];
        const expected = names.map((account) => ({ account, stroops: gainOf(account, all) }));
        const moved = expected.filter(({ stroops }) => stroops !== 0n);
        if (moved.length === 0) return expect(() => bookTransfers("fund", all, ACCOUNTS)).toThrow(RangeError);
        const { postings } = bookTransfers("fund", all, ACCOUNTS);
        expect(new Set(postings)).toEqual(new Set(moved));
        expect(postings.reduce((sum, { stroops }) => sum + stroops, 0n)).toBe(0n);
      }),
      { numRuns: 300 },
    );
  });

  test("keeps a surplus to a stranger visible: it is not forced into the amount that was agreed", () => {
    const paid = [
      { from: "GBUYER", to: "CESCROW", stroops: 100n },
      { from: "GBUYER", to: "GSTRANGER", stroops: 1n },
    ];
    expect(bookTransfers("fund", paid, ACCOUNTS).postings).toEqual([
      { account: "user/usr_b/reserved", stroops: -101n },
      { account: "order/ord_o/escrow", stroops: 100n },
      { account: "suspense/unexplained", stroops: 1n },
    ]);
  });
});

test("only a user's available account tells whose it is", () => {
  const user = `usr_${"a".repeat(32)}` as const;
  expect(userOfAvailable(ledgerAccounts.available(user))).toBe(user);
  const others = [
    ledgerAccounts.reserved(user),
    ledgerAccounts.withdrawing(user),
    ledgerAccounts.stellar,
    "",
    "user//available",
  ];
  expect(others.map(userOfAvailable)).toEqual(others.map(() => null));
});
