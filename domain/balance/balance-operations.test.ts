import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { mintId } from "../ids.ts";
import { ledgerAccounts } from "../ledger/accounts.ts";
import { formatAmount, parseOrderAmount, STROOPS_PER_CENT } from "../money.ts";
import { fieldsOfEvent } from "../testing/event-catalogue.ts";
import {
  type BalanceOperation,
  type BalanceOperationKind,
  balanceOperationStep,
  holdUseOf,
  isAdjustment,
  subjectOf,
} from "./balance-operations.ts";

const USER = mintId("user", new Uint8Array(24).fill(1));
const SELLER = mintId("user", new Uint8Array(24).fill(2));
const amounts = fc.bigInt(1n, 10n ** 9n).map((cents) => formatAmount(cents * STROOPS_PER_CENT));
const maybe = fc.option(fc.string({ minLength: 1 }), { nil: null });

const operationOf = (kind: BalanceOperationKind): fc.Arbitrary<BalanceOperation> =>
  fc
    .record({ amount: amounts, currency: fc.constantFrom("USD", "USDC"), description: maybe, reference: maybe })
    .map(({ reference, ...moved }) => {
      const common = { ...moved, operationId: "bop_x", userId: USER };
      if (kind === "CREDIT_AVAILABLE" || kind === "DEBIT_AVAILABLE") return { ...common, kind, reference };
      if (kind === "RELEASE") return { ...common, kind, orderId: "shop-7", sellerId: SELLER };
      return { ...common, kind, orderId: "shop-7" };
    });

const { available, held, manual } = ledgerAccounts;

describe.each<[BalanceOperationKind, string, string, string[]]>([
  ["CREDIT_AVAILABLE", manual, available(USER), ["balance.credited"]],
  ["DEBIT_AVAILABLE", available(USER), manual, ["balance.debited"]],
  ["RESERVE", available(USER), held(USER), ["balance.reserved"]],
  ["CANCEL_RESERVATION", held(USER), available(USER), ["balance.released"]],
  ["DEDUCT_RESERVED", held(USER), manual, ["balance.released"]],
  ["RELEASE", held(USER), available(SELLER), ["balance.released", "balance.credited"]],
])("%s", (kind, from, to, types) => {
  test("moves exactly its amount, from and to the right accounts, and says so once", () => {
    fc.assert(
      fc.property(operationOf(kind), (operation) => {
        const stroops = parseOrderAmount(operation.amount);
        const { entry, events = [], audits = [] } = balanceOperationStep(operation);
        expect(entry?.postings).toEqual([
          { account: from, stroops: -stroops },
          { account: to, stroops },
        ]);
        expect(events.map(({ type }) => type)).toEqual(types);
        expect(audits).toHaveLength(1);
        expect(audits[0]).toMatchObject({ resourceType: "Balance", resourceId: subjectOf(operation) });
      }),
    );
  });

  test("tells every field of the catalogue", () => {
    fc.assert(
      fc.property(operationOf(kind), (operation) => {
        for (const { type, payload, balance } of balanceOperationStep(operation).events ?? []) {
          const told = [...Object.keys(payload), ...Object.keys(balance?.fields ?? {})];
          expect(told).toEqual(expect.arrayContaining([...fieldsOfEvent(type)]));
          expect(Object.values(payload)).not.toContain(undefined);
        }
      }),
    );
  });
});

test("what leaves books and chain apart is an adjustment; holding and giving back is not", () => {
  for (const kind of ["RESERVE", "CANCEL_RESERVATION"] as const) expect(isAdjustment(sampleOf(kind))).toBe(false);
  for (const kind of ["CREDIT_AVAILABLE", "DEBIT_AVAILABLE", "DEDUCT_RESERVED", "RELEASE"] as const)
    expect(isAdjustment(sampleOf(kind))).toBe(true);
});

test("only a reservation makes a hold, and only credits and debits have none", () => {
  const uses = (["RESERVE", "RELEASE", "DEDUCT_RESERVED", "CANCEL_RESERVATION", "DEBIT_AVAILABLE"] as const).map(
    (kind) => holdUseOf(sampleOf(kind)),
  );
  expect(uses).toEqual(["open", "take", "take", "take", null]);
});

function sampleOf(kind: BalanceOperationKind): BalanceOperation {
  const [sample] = fc.sample(operationOf(kind), 1);
  if (!sample) throw new Error("no sample");
  return sample;
}
