import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { grossShares, type Ruling } from "../../domain/dispute/ruling.ts";
import { settlementOf } from "../../domain/fees/settlement.ts";
import { formatAmount, STROOPS_PER_CENT } from "../../domain/money.ts";
import type { Generation } from "../../sandbox/escrow/generation.ts";
import {
  aDisputedEscrow,
  BUYER,
  type EscrowScene,
  PLATFORM,
  SELLER,
  TRUSTLESS_WORK,
} from "../../sandbox/escrow/testing/escrow-scene.ts";

// What we say that a ruling pays is what the contract pays, of both generations, stroop by stroop. Nothing leaves this process.

interface Case {
  readonly ruling: Ruling;
  readonly amountStroops: bigint;
  /** What strangers sent to the contract. */
  readonly dustStroops: bigint;
  readonly platformFeeBps: number;
}

const cents = fc.bigInt({ min: 1n, max: 25_000_00n });
const anyCase = (dust: fc.Arbitrary<bigint>): fc.Arbitrary<Case> =>
  fc
    .record({ seller: cents, buyer: cents, dust, bps: fc.integer({ min: 0, max: 9_900 }), kind: fc.nat(2) })
    .map((some) => {
      const [sellerStroops, buyerStroops] = [some.seller * STROOPS_PER_CENT, some.buyer * STROOPS_PER_CENT];
      const split = { sellerAmount: formatAmount(sellerStroops), buyerAmount: formatAmount(buyerStroops) };
      const rulings: readonly Ruling[] = [
        { decision: "SPLIT", ...split },
        { decision: "FULL_RELEASE" },
        { decision: "FULL_REFUND" },
      ];
      return {
        ruling: rulings[some.kind] ?? { decision: "FULL_REFUND" },
        amountStroops: sellerStroops + buyerStroops,
        dustStroops: some.dust,
        platformFeeBps: some.bps,
      };
    });
const NO_DUST = fc.constant(0n);
const DUST = fc.bigInt({ min: 1n, max: 10n ** 9n });
const WHOLE_THOUSANDTHS = fc.bigInt({ min: 1n, max: 10n ** 5n }).map((thousandths) => thousandths * 10_000n);

function disputed(generation: Generation, { amountStroops, dustStroops, platformFeeBps }: Case): EscrowScene {
  const scene = aDisputedEscrow(generation, { amountStroops, platformFeeBps });
  scene.ledger.setBalance(scene.contractId, amountStroops + dustStroops);
  return scene;
}

function resolve(scene: EscrowScene, { ruling, amountStroops, dustStroops }: Case): string {
  const { sellerStroops, buyerStroops } = grossShares(ruling, amountStroops + dustStroops);
  const shares = [
    [SELLER, sellerStroops],
    [BUYER, buyerStroops],
  ] as const;
  return scene.resolve(shares.filter(([, stroops]) => stroops > 0n));
}

const HOLDERS = [SELLER, BUYER, TRUSTLESS_WORK, PLATFORM];

function expectPaidAsSaid(generation: Generation, one: Case): void {
  const scene = disputed(generation, one);
  const before = scene.balances(...HOLDERS);
  expect(resolve(scene, one)).toBe("ok");
  const gains = scene.balances(...HOLDERS).map((stroops, index) => stroops - (before[index] ?? 0n));
  const said = settlementOf(one.ruling, one.amountStroops + one.dustStroops, one.platformFeeBps);
  expect(gains).toEqual([said.sellerStroops, said.buyerStroops, said.trustlessWorkStroops, said.platformStroops]);
  expect(scene.ledger.balance(scene.contractId)).toBe(0n);
}

const checked = (generation: Generation, cases: fc.Arbitrary<Case>) =>
  fc.assert(
    fc.property(cases, (one) => expectPaidAsSaid(generation, one)),
    { numRuns: 60 },
  );

describe.each(["G0", "G1"] as const)("the contract of %s pays what a settlement says", (generation) => {
  test("of any ruling in whole cents", () => checked(generation, anyCase(NO_DUST)));
  test("with a stranger's whole thousandths too", () => checked(generation, anyCase(WHOLE_THOUSANDTHS)));
  test("to one party alone, with any dust", () =>
    checked(
      generation,
      anyCase(DUST).filter(({ ruling }) => ruling.decision !== "SPLIT"),
    ));
});

test("the newer contract pays a split with any dust as a settlement says", () =>
  checked(
    "G1",
    anyCase(DUST).filter(({ ruling }) => ruling.decision === "SPLIT"),
  ));

test("the oldest contract either refuses a split with dust and keeps all of it, or pays it out whole", () => {
  let refused = 0;
  fc.assert(
    fc.property(anyCase(DUST), (one) => {
      const scene = disputed("G0", one);
      const answer = resolve(scene, one);
      if (answer !== "ok") refused += 1;
      const kept = scene.ledger.balance(scene.contractId);
      expect([answer, kept]).toEqual(answer === "ok" ? ["ok", 0n] : ["Balance", one.amountStroops + one.dustStroops]);
    }),
    { numRuns: 100, seed: 7 },
  );
  expect(refused).toBeGreaterThan(10);
});
