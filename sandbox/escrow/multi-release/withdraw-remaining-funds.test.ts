import { describe, expect, test } from "@jest/globals";
import { BUYER, PLATFORM, RESOLVER, STRANGER, TRUSTLESS_WORK } from "../testing/contract-scene.ts";
import { topic } from "../testing/fake-ledger.ts";
import { aDisputedScene, aMilestone, anApprovedScene, type MultiReleaseScene } from "../testing/multi-release-scene.ts";

/** Milestone 0 was paid, milestone 1 is open. */
function halfPaid(generation: "G0" | "G1"): MultiReleaseScene {
  const scene = anApprovedScene(generation);
  scene.release();
  return scene;
}

describe.each(["G0", "G1"] as const)("a withdrawal of the rest in %s", (generation) => {
  test("waits until every milestone is released, resolved or disputed", () => {
    const scene = halfPaid(generation);
    expect(scene.withdraw([[BUYER, 1n]])).toBe("EscrowNotFullyProcessed");
    scene.dispute({ index: 1n });
    expect(scene.withdraw([[BUYER, 1n]])).toBe("ok");
  });

  test("is charged the fees again, may be partial and repeated, changes no flag and has an event", () => {
    const scene = aDisputedScene(generation, { milestones: [aMilestone()] });
    scene.resolve([[BUYER, 1_000_000_000n]]);
    scene.fund(20_000_000n);
    const before = scene.stored();
    const [buyer = 0n, fees = 0n, platform = 0n] = scene.balances(BUYER, TRUSTLESS_WORK, PLATFORM);
    expect(scene.withdraw([[BUYER, 10_000_000n]])).toBe("ok");
    expect(scene.balances(BUYER, TRUSTLESS_WORK, PLATFORM)).toEqual([
      buyer + 9_470_000n,
      fees + 30_000n,
      platform + 500_000n,
    ]);
    expect(topic(scene.ledger.events.at(-1))).toBe("tw_withdraw");
    expect(scene.withdraw([[BUYER, 10_000_000n]])).toBe("ok");
    expect(scene.stored()).toEqual(before);
    expect(scene.ledger.balance(scene.contractId)).toBe(0n);
  });

  test("names its complaints in order: share, resolver, processed, total, balance", () => {
    const scene = halfPaid(generation);
    expect(scene.withdraw([[BUYER, 0n]], { by: BUYER })).toBe("AmountsToBeTransferredShouldBePositive");
    expect(scene.withdraw([[BUYER, 1n]], { by: BUYER })).toBe("OnlyDisputeResolverCanExecuteThisFunction");
    expect(scene.withdraw([])).toBe("EscrowNotFullyProcessed");
    scene.dispute({ index: 1n });
    expect(scene.withdraw([])).toBe("TotalAmountCannotBeZero");
    expect(scene.withdraw([[BUYER, 2_000_000_001n]])).toBe("InsufficientFundsForResolution");
    expect(scene.withdraw([[BUYER, 1n]], { by: RESOLVER, signedBy: STRANGER })).toBe("Error(Auth, InvalidAction)");
  });

  test("can drain a disputed milestone, which then can't be resolved", () => {
    const scene = aDisputedScene(generation, { milestones: [aMilestone()] });
    expect(scene.withdraw([[BUYER, 1_000_000_000n]])).toBe("ok");
    expect(scene.resolve([[BUYER, 1n]])).toBe("InsufficientFundsForResolution");
  });

  test("takes a dust of one stroop, without fees", () => {
    const scene = aDisputedScene(generation, { milestones: [aMilestone()] });
    scene.resolve([[BUYER, 1_000_000_000n]]);
    scene.fund(1n);
    const before = scene.ledger.balance(BUYER);
    expect(scene.withdraw([[BUYER, 1n]])).toBe("ok");
    expect(scene.ledger.balance(BUYER)).toBe(before + 1n);
  });
});
