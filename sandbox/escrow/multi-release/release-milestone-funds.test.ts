import { describe, expect, test } from "@jest/globals";
import { BUYER, PLATFORM, SELLER, STRANGER, TRUSTLESS_WORK } from "../testing/contract-scene.ts";
import { accountAddress, topic } from "../testing/fake-ledger.ts";
import {
  aDisputedScene,
  aFundedScene,
  aMilestone,
  anApprovedScene,
  MultiReleaseScene,
} from "../testing/multi-release-scene.ts";
import { asAddress } from "../values.ts";
import { NO_FLAGS } from "./escrow.ts";

describe.each(["G0", "G1"] as const)("a release in %s", (generation) => {
  test.each([
    [1_000_000_000n, 500, 3_000_000n, 50_000_000n, 947_000_000n],
    [10_000_000n, 0, 30_000n, 0n, 9_970_000n],
    [10_000_000n, 60, 30_000n, 60_000n, 9_910_000n],
    [12_345_678_901n, 250, 37_037_036n, 308_641_972n, 11_999_999_893n],
    [333n, 500, 0n, 16n, 317n],
    [1n, 9_900, 0n, 0n, 1n],
    [9_999_999n, 9_900, 29_999n, 9_899_999n, 70_001n],
  ])(
    "of %s stroops at %s bps pays to the stroop",
    (amountStroops, platformFeeBps, trustlessWork, platform, receiver) => {
      const milestones = [aMilestone({ amountStroops }), aMilestone({ amountStroops: 7n })];
      const scene = anApprovedScene(generation, { milestones, platformFeeBps });
      expect(scene.release()).toBe("ok");
      expect(scene.balances(TRUSTLESS_WORK, PLATFORM, SELLER)).toEqual([trustlessWork, platform, receiver]);
      expect(scene.ledger.balance(scene.contractId)).toBe(7n);
    },
  );

  test("marks its milestone alone, says who released in a bare event, and happens once", () => {
    const scene = anApprovedScene(generation);
    expect(scene.release()).toBe("ok");
    expect(scene.milestone(0).flags).toEqual({ ...NO_FLAGS, approved: true, released: true });
    expect(scene.milestone(1).flags).toEqual(NO_FLAGS);
    expect(topic(scene.ledger.events.at(-1))).toBe("tw_release");
    expect(asAddress(scene.ledger.events.at(-1)?.data)).toBe(BUYER);
    expect(scene.release()).toBe("MilestoneAlreadyReleased");
  });

  test("names its complaints in order: index, signer, approval, dispute", () => {
    const scene = aDisputedScene(generation);
    expect(scene.release({ by: STRANGER, index: 2 })).toBe("MilestoneNotFound");
    expect(scene.release({ by: STRANGER })).toBe("OnlyReleaseSignerCanReleaseEarnings");
    expect(scene.release()).toBe("MilestoneNotCompleted");
    scene.approve();
    expect(scene.release()).toBe("MilestoneOpenedForDisputeResolution");
  });

  test("after a resolution is refused, before it looks at the signer", () => {
    const scene = aDisputedScene(generation);
    scene.resolve([[BUYER, 1_000_000_000n]]);
    expect(scene.release({ by: STRANGER })).toBe("EscrowAlreadyResolved");
  });

  test("draws on the shared pot: with too little inside it pays whichever milestone is asked for first", () => {
    const scene = new MultiReleaseScene(generation);
    scene.deploy();
    scene.fund(2_000_000_000n);
    scene.approve({ index: 0n });
    scene.approve({ index: 1n });
    expect(scene.release({ index: 1 })).toBe("ok");
    expect(scene.release({ index: 0, signedBy: STRANGER })).toBe("Error(Auth, InvalidAction)");
    expect(scene.release({ index: 0 })).toBe("EscrowBalanceNotEnoughToSendEarnings");
    expect(scene.milestone(0).flags.released).toBe(false);
  });

  test("needs its milestone's approval only", () => {
    const scene = aFundedScene(generation);
    scene.approve({ index: 1n });
    expect(scene.release({ index: 1 })).toBe("ok");
    expect(scene.release({ index: 0 })).toBe("MilestoneNotCompleted");
  });
});

test("G1 pays each milestone's own receiver, G0 the one it has", () => {
  const other = accountAddress("another receiver");
  const milestones = [aMilestone(), aMilestone({ receiver: other })];
  const newer = aFundedScene("G1", { milestones });
  newer.ledger.setBalance(other, 0n);
  newer.approve({ index: 1n });
  expect(newer.release({ index: 1 })).toBe("ok");
  expect(newer.balances(SELLER, other)).toEqual([0n, 947_000_000n]);
  const older = aFundedScene("G0", { milestones });
  older.approve({ index: 1n });
  expect(older.release({ index: 1 })).toBe("ok");
  expect(older.balances(SELLER)).toEqual([947_000_000n]);
});

test("a platform without a trustline stops a fee-free release in G0 only", () => {
  const platformAddress = accountAddress("platform without a trustline");
  const without = (generation: "G0" | "G1") => {
    const { roles } = aFundedScene(generation).stored();
    return anApprovedScene(generation, { platformFeeBps: 0, roles: { ...roles, platformAddress } });
  };
  expect(without("G0").release()).toBe("TrustlineMissing");
  expect(without("G1").release()).toBe("ok");
});

test("a negative amount, which G0 lets in, can only fail in the token", () => {
  const scene = new MultiReleaseScene("G0");
  scene.deploy({ milestones: [aMilestone({ amountStroops: -1_000_000n })] });
  scene.approve();
  expect(scene.release()).toBe("NegativeAmount");
});
