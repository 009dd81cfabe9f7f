import { describe, expect, test } from "@jest/globals";
import { sum } from "../fees.ts";
import {
  BUYER,
  FIRST,
  PLATFORM,
  RESOLVER,
  SECOND,
  SELLER,
  STRANGER,
  TRUSTLESS_WORK,
  withRecipients,
} from "../testing/contract-scene.ts";
import { accountAddress, topic } from "../testing/fake-ledger.ts";
import {
  aDisputedScene,
  aFundedScene,
  aMilestone,
  anApprovedScene,
  MultiReleaseScene,
} from "../testing/multi-release-scene.ts";
import { NO_FLAGS } from "./escrow.ts";

const WHOLE = 1_000_000_000n;

describe.each(["G0", "G1"] as const)("a dispute in %s", (generation) => {
  test("is for every role but the resolver, about one milestone, once; disputed already beats a wrong role", () => {
    const scene = aFundedScene(generation);
    expect(scene.dispute({ by: STRANGER, index: 2n })).toBe("InvalidMileStoneIndex");
    expect(scene.dispute({ by: STRANGER })).toBe("UnauthorizedToChangeDisputeFlag");
    expect(scene.dispute({ by: RESOLVER })).toBe("DisputeResolverCannotDisputeTheMilestone");
    expect(scene.dispute({ by: PLATFORM })).toBe("ok");
    expect(topic(scene.ledger.events.at(-1))).toBe("tw_dispute");
    expect(scene.dispute({ by: STRANGER })).toBe("MilestoneAlreadyInDispute");
    expect(scene.milestone(1).flags).toEqual(NO_FLAGS);
    expect(scene.dispute({ by: SELLER, index: 1n })).toBe("ok");
  });

  test("comes too late for a milestone that was paid or resolved", () => {
    const released = anApprovedScene(generation);
    released.release();
    expect(released.dispute({ by: STRANGER })).toBe("MilestoneAlreadyReleased");
    const resolved = aDisputedScene(generation);
    resolved.resolve([[BUYER, WHOLE]]);
    expect(resolved.dispute({ by: STRANGER })).toBe("MilestoneAlreadyResolved");
  });

  test("needs its signature", () => {
    expect(aFundedScene(generation).dispute({ signedBy: STRANGER })).toBe("Error(Auth, InvalidAction)");
  });
});

test("in G1 a milestone's receiver may dispute that milestone and no other", () => {
  const receiver = accountAddress("receiver of milestone 1");
  const scene = aFundedScene("G1", { milestones: [aMilestone(), aMilestone({ receiver })] });
  expect(scene.dispute({ by: receiver, index: 0n })).toBe("UnauthorizedToChangeDisputeFlag");
  expect(scene.dispute({ by: receiver, index: 1n })).toBe("ok");
});

describe.each(["G0", "G1"] as const)("a resolution in %s", (generation) => {
  const split = [
    [FIRST, 600_000_000n],
    [SECOND, 400_000_000n],
  ] as const;

  test("pays each share less its part of the fees, and ends the milestone", () => {
    const scene = withRecipients(aDisputedScene(generation));
    expect(scene.resolve(split)).toBe("ok");
    expect(scene.balances(TRUSTLESS_WORK, PLATFORM, FIRST, SECOND)).toEqual([
      3_000_000n,
      50_000_000n,
      568_200_000n,
      378_800_000n,
    ]);
    expect(scene.milestone(0)).toMatchObject({ status: "resolved", flags: { ...NO_FLAGS, resolved: true } });
    expect(topic(scene.ledger.events.at(-1))).toBe("tw_disp_resolve");
    expect(scene.ledger.balance(scene.contractId)).toBe(2_000_000_000n);
    expect(scene.resolve(split)).toBe("MilestoneAlreadyResolved");
  });

  test("may pay less than the milestone's amount: the rest stays until it is withdrawn", () => {
    const scene = aDisputedScene(generation, { milestones: [aMilestone()] });
    expect(scene.resolve([[BUYER, 400_000_000n]])).toBe("ok");
    expect(scene.ledger.balance(scene.contractId)).toBe(600_000_000n);
    expect(scene.withdraw([[SELLER, 600_000_000n]])).toBe("ok");
    expect(scene.ledger.balance(scene.contractId)).toBe(0n);
  });

  test("names its complaints in order", () => {
    const calm = anApprovedScene(generation);
    expect(calm.resolve([[BUYER, 0n]], { index: 2, by: BUYER })).toBe("InvalidMileStoneIndex");
    expect(calm.resolve([[BUYER, 0n]], { by: BUYER })).toBe("AmountsToBeTransferredShouldBePositive");
    expect(calm.resolve([[BUYER, 1n]], { by: BUYER })).toBe("OnlyDisputeResolverCanExecuteThisFunction");
    expect(calm.resolve([[BUYER, 2n * WHOLE]])).toBe("MilestoneNotInDispute");
    calm.release();
    expect(calm.resolve([[BUYER, 1n]])).toBe("MilestoneAlreadyReleased");
    expect(aDisputedScene(generation).resolve([[BUYER, WHOLE + 1n]])).toBe(
      "TotalDisputeFundsMustNotExceedTheMilestoneAmount",
    );
    const poor = new MultiReleaseScene(generation);
    poor.deploy();
    poor.fund(WHOLE - 1n);
    poor.dispute();
    expect(poor.resolve([[BUYER, WHOLE]])).toBe("InsufficientFundsForResolution");
    expect(poor.resolve([])).toBe("TotalAmountCannotBeZero");
    expect(poor.resolve([[BUYER, 1n]], { signedBy: STRANGER })).toBe("Error(Auth, InvalidAction)");
  });
});

/** In the order of a contract's map, which is the order of payment. */
const RECIPIENTS = ["recipient a", "recipient b", "recipient c"]
  .map(accountAddress)
  .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

/** Milestone 0 is divided into these shares; milestone 1 lends its 2000 stroops to what G0 pays too much. */
function divided(generation: "G0" | "G1", platformFeeBps: number, shares: readonly bigint[]) {
  const milestones = [aMilestone({ amountStroops: sum(shares) }), aMilestone({ amountStroops: 2_000n })];
  const scene = aDisputedScene(generation, { milestones, platformFeeBps });
  const recipients = RECIPIENTS.slice(0, shares.length);
  for (const recipient of recipients) scene.ledger.setBalance(recipient, 0n);
  const answer = scene.resolve(shares.map((share, index) => [recipients[index] ?? "", share] as const));
  return {
    answer,
    left: scene.ledger.balance(scene.contractId),
    paid: scene.balances(TRUSTLESS_WORK, PLATFORM, ...recipients),
    scene,
  };
}

const thirds = [333_333_333n, 333_333_333n, 333_333_334n];

test.each([
  ["G0", 500, [600_000_000n, 400_000_000n], [3_000_000n, 50_000_000n, 568_200_000n, 378_800_000n], 0n],
  ["G1", 500, [600_000_000n, 400_000_000n], [3_000_000n, 50_000_000n, 568_200_000n, 378_800_000n], 0n],
  ["G0", 500, [333_333_333n, 666_666_667n], [3_000_000n, 50_000_000n, 315_666_667n, 631_333_334n], 1n],
  ["G1", 500, [333_333_333n, 666_666_667n], [2_999_999n, 49_999_999n, 315_666_668n, 631_333_334n], 0n],
  ["G0", 500, [500_000_000n, 500_000_001n], [3_000_000n, 50_000_000n, 473_500_001n, 473_500_001n], 1n],
  ["G1", 500, [500_000_000n, 500_000_001n], [2_999_999n, 49_999_999n, 473_500_002n, 473_500_001n], 0n],
  ["G0", 250, thirds, [3_000_000n, 25_000_000n, 324_000_000n, 324_000_000n, 324_000_001n], 1n],
  ["G1", 250, thirds, [2_999_998n, 24_999_999n, 324_000_001n, 324_000_001n, 324_000_001n], 0n],
] as const)(
  "in %s at %s bps the split %s pays %s, and takes %s stroops of another milestone",
  (generation, bps, shares, paid, excess) => {
    expect(divided(generation, bps, shares)).toMatchObject({ answer: "ok", left: 2_000n - excess, paid });
  },
);

test("in G0 a split of 333, 333 and 334 pays 1002 of 1000, and the next milestone can't be released", () => {
  const { answer, left, scene } = divided("G0", 500, [333n, 333n, 334n]);
  expect([answer, left]).toEqual(["ok", 1_998n]);
  scene.approve({ index: 1n });
  expect(scene.release({ index: 1 })).toBe("EscrowBalanceNotEnoughToSendEarnings");
});

test("in G0 the excess of the last milestone's split has nothing to come from, so it traps", () => {
  const scene = withRecipients(aDisputedScene("G0", { milestones: [aMilestone()] }));
  const split = [
    [FIRST, 333_333_333n],
    [SECOND, 666_666_667n],
  ] as const;
  expect(scene.resolve(split)).toBe("Balance");
  expect(scene.milestone(0).flags.disputed).toBe(true);
  scene.fund(1n);
  expect(scene.resolve(split)).toBe("ok");
});

test("G1 takes 50 recipients at most, and says so before it looks at the resolver", () => {
  const recipients = (count: number) =>
    Array.from({ length: count }, (_, index) => [accountAddress(`recipient ${index}`), 1n] as const);
  expect(aDisputedScene("G1").resolve(recipients(51), { by: BUYER })).toBe("TooManyDistributions");
  expect(aDisputedScene("G1").resolve(recipients(50))).toBe("TrustlineMissing");
  expect(aDisputedScene("G0").resolve(recipients(51))).toBe("TrustlineMissing");
});
