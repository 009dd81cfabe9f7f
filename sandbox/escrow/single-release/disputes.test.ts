import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { FIRST, SECOND, withRecipients } from "../testing/contract-scene.ts";
import {
  aDisputedEscrow,
  anApprovedEscrow,
  anEscrow,
  BUYER,
  EscrowScene,
  PLATFORM,
  RESOLVER,
  SELLER,
  STRANGER,
  TRUSTLESS_WORK,
} from "../testing/escrow-scene.ts";
import { accountAddress, topic } from "../testing/fake-ledger.ts";

describe.each(["G0", "G1"] as const)("a dispute in %s", (generation) => {
  test("is for every role but the resolver, once; disputed already beats a wrong role", () => {
    const scene = anApprovedEscrow(generation);
    expect(scene.dispute({ by: STRANGER })).toBe("UnauthorizedToChangeDisputeFlag");
    expect(scene.dispute({ by: RESOLVER })).toBe("DisputeResolverCannotDisputeTheEscrow");
    expect(scene.dispute({ by: PLATFORM })).toBe("ok");
    expect(scene.dispute({ by: STRANGER })).toBe("EscrowAlreadyInDispute");
  });

  test("may follow a release", () => {
    const scene = anApprovedEscrow(generation);
    scene.release();
    expect(scene.dispute({ by: SELLER })).toBe("ok");
  });

  test("can't be raised by a resolver that also is the platform", () => {
    const roles = { ...anEscrow().roles, platformAddress: RESOLVER };
    const scene = new EscrowScene(generation);
    scene.deploy(anEscrow({ roles }));
    expect(scene.dispute({ by: RESOLVER })).toBe("DisputeResolverCannotDisputeTheEscrow");
  });
});

describe.each(["G0", "G1"] as const)("a resolution in %s", (generation) => {
  test("pays each share less its part of the fees, and ends the dispute", () => {
    const scene = withRecipients(aDisputedEscrow(generation));
    const split = [
      [FIRST, 600_000_000n],
      [SECOND, 400_000_000n],
    ] as const;
    expect(scene.resolve(split)).toBe("ok");
    expect(scene.balances(TRUSTLESS_WORK, PLATFORM, FIRST, SECOND)).toEqual([
      3_000_000n,
      50_000_000n,
      568_200_000n,
      378_800_000n,
    ]);
    expect(scene.stored().flags).toEqual({ disputed: false, released: false, resolved: true });
    expect(topic(scene.ledger.events.at(-1))).toBe("tw_disp_resolve");
    expect(scene.resolve(split)).toBe("EscrowNotInDispute");
    expect(scene.release()).toBe("EscrowAlreadyResolved");
  });

  test("takes the fees from a full refund too", () => {
    const scene = aDisputedEscrow(generation);
    const before = scene.ledger.balance(BUYER);
    expect(scene.resolve([[BUYER, 1_000_000_000n]])).toBe("ok");
    expect(scene.ledger.balance(BUYER) - before).toBe(947_000_000n);
  });

  test("names its complaints in order: share, resolver, dispute, balance, sum, total", () => {
    const calm = anApprovedEscrow(generation);
    expect(calm.resolve([[BUYER, 0n]], { by: BUYER })).toBe("AmountsToBeTransferredShouldBePositive");
    expect(calm.resolve([[BUYER, 1n]], { by: BUYER })).toBe("OnlyDisputeResolverCanExecuteThisFunction");
    expect(calm.resolve([[BUYER, 1n]])).toBe("EscrowNotInDispute");
    const disputed = aDisputedEscrow(generation);
    expect(disputed.resolve([[BUYER, 1_000_000_001n]])).toBe("InsufficientFundsForResolution");
    expect(disputed.resolve([[BUYER, 999_999_999n]])).toBe("DistributionsMustEqualEscrowBalance");
    const empty = new EscrowScene(generation);
    empty.deploy();
    empty.dispute();
    expect(empty.resolve([])).toBe("TotalAmountCannotBeZero");
  });

  test("after a release and a dispute divides the surplus", () => {
    const scene = anApprovedEscrow(generation);
    scene.fund(10_000_000n);
    scene.release();
    scene.dispute();
    const before = scene.ledger.balance(BUYER);
    expect(scene.resolve([[BUYER, 10_000_000n]])).toBe("ok");
    expect(scene.ledger.balance(BUYER) - before).toBe(10_000_000n - 30_000n - 500_000n);
  });
});

test("a resolved escrow can be disputed again in G0 only", () => {
  for (const [generation, answer] of [
    ["G0", "ok"],
    ["G1", "EscrowAlreadyResolved"],
  ] as const) {
    const scene = aDisputedEscrow(generation);
    scene.resolve([[BUYER, 1_000_000_000n]]);
    expect(scene.dispute()).toBe(answer);
  }
});

test.each([
  [333_333_333n, 666_666_667n, 1_000_000_000n, [2_999_999n, 49_999_999n, 315_666_668n, 631_333_334n]],
  [500_000_000n, 500_000_001n, 1_000_000_001n, [2_999_999n, 49_999_999n, 473_500_002n, 473_500_001n]],
])("the split %s + %s traps in the token in G0 and is exact in G1", (first, second, amountStroops, paid) => {
  const split = [
    [FIRST, first],
    [SECOND, second],
  ] as const;
  const older = withRecipients(aDisputedEscrow("G0", { amountStroops }));
  expect(older.resolve(split)).toBe("Balance");
  expect(older.stored().flags.disputed).toBe(true);
  expect(older.ledger.balance(older.contractId)).toBe(amountStroops);
  const newer = withRecipients(aDisputedEscrow("G1", { amountStroops }));
  expect(newer.resolve(split)).toBe("ok");
  expect(newer.balances(TRUSTLESS_WORK, PLATFORM, FIRST, SECOND)).toEqual(paid);
});

test("in G0 most splits into odd stroops trap, none into thousandths of a dollar does", () => {
  const odd = fc.sample(fc.bigInt(1n, 999_999_999n), { numRuns: 100, seed: 7 });
  const resolveInTwo = (first: bigint) =>
    withRecipients(aDisputedEscrow("G0")).resolve([
      [FIRST, first],
      [SECOND, 1_000_000_000n - first],
    ]);
  expect(odd.filter((first) => resolveInTwo(first) === "Balance").length).toBeGreaterThan(90);
  expect(
    odd.map((first) => resolveInTwo(((first / 10_000n + 1n) * 10_000n) % 1_000_000_000n || 10_000n)),
  ).not.toContain("Balance");
});

test("G1 takes 50 recipients at most, and says so before it looks at the resolver", () => {
  const recipients = (count: number) =>
    Array.from({ length: count }, (_, index) => [accountAddress(`recipient ${index}`), 1n] as const);
  expect(aDisputedEscrow("G1").resolve(recipients(51), { by: BUYER })).toBe("TooManyDistributions");
  expect(aDisputedEscrow("G1").resolve(recipients(50))).toBe("DistributionsMustEqualEscrowBalance");
  expect(aDisputedEscrow("G0").resolve(recipients(51))).toBe("DistributionsMustEqualEscrowBalance");
});

describe("a withdrawal of the rest", () => {
  test("does not exist in G0", () => {
    expect(aDisputedEscrow("G0").withdraw([[BUYER, 1n]])).toBe("Error(WasmVm, MissingValue)");
  });

  test("needs a released, resolved or disputed escrow and may be partial, without an event", () => {
    const scene = anApprovedEscrow("G1");
    expect(scene.withdraw([[BUYER, 1n]])).toBe("EscrowNotFullyProcessed");
    scene.fund(10_000_000n);
    scene.release();
    const events = scene.ledger.events.length;
    expect(scene.withdraw([[BUYER, 1n]], { by: BUYER })).toBe("OnlyDisputeResolverCanExecuteThisFunction");
    expect(scene.withdraw([[BUYER, 10_000_001n]])).toBe("InsufficientFundsForResolution");
    expect(scene.withdraw([[BUYER, 4_000_000n]])).toBe("ok");
    expect(scene.ledger.balance(scene.contractId)).toBe(6_000_000n);
    expect(scene.ledger.events).toHaveLength(events);
  });

  test("can drain a disputed escrow, which then can't be resolved", () => {
    const scene = aDisputedEscrow("G1");
    expect(scene.withdraw([[BUYER, 1_000_000_000n]])).toBe("ok");
    expect(scene.resolve([[BUYER, 1n]])).toBe("InsufficientFundsForResolution");
  });
});
