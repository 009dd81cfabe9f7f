import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ledgerAccounts, userOfAvailable } from "./accounts.ts";
import { bookTransfers, withUnaskedIncome } from "./book-transfers.ts";

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

describe("an account that paid out more than our book of it", () => {
  const ESCROW = ACCOUNTS.CESCROW;
  const paying = (stroops: bigint) => bookTransfers("split", [{ from: "CESCROW", to: "GSELLER", stroops }], ACCOUNTS);
  const stroops = fc.bigInt({ min: 1n, max: 10n ** 15n });

  test("is emptied, and the difference came in from the chain; what was paid stays as it was", () => {
    fc.assert(
      fc.property(stroops, fc.bigInt({ min: 0n, max: 10n ** 15n }), (income, held) => {
        const { kind, postings } = withUnaskedIncome(paying(held + income), ESCROW, held);
        const changes = Object.fromEntries(postings.map((posting) => [posting.account, posting.stroops]));
        expect(kind).toBe("split");
        expect(changes[ESCROW] ?? 0n).toBe(-held);
        expect(changes[ledgerAccounts.stellar]).toBe(-income);
        expect(changes[ACCOUNTS.GSELLER]).toBe(held + income);
        expect(postings.reduce((sum, posting) => sum + posting.stroops, 0n)).toBe(0n);
      }),
    );
  });

  test("of one that paid what the book held, or less, nothing is added", () => {
    fc.assert(
      fc.property(stroops, fc.bigInt({ min: 0n, max: 10n ** 15n }), (paid, left) => {
        const moved = paying(paid);
        expect(withUnaskedIncome(moved, ESCROW, paid + left)).toEqual(moved);
      }),
    );
  });

  test("of one that did not pay at all, nothing is added", () => {
    const moved = bookTransfers("split", [{ from: "GBUYER", to: "GSELLER", stroops: 1n }], ACCOUNTS);
    expect(withUnaskedIncome(moved, ESCROW, 0n)).toEqual(moved);
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
