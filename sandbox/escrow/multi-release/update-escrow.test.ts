import { describe, expect, test } from "@jest/globals";
import { BUYER, PLATFORM, STRANGER } from "../testing/contract-scene.ts";
import {
  aDisputedScene,
  aFundedScene,
  aMilestone,
  anApprovedScene,
  MultiReleaseScene,
} from "../testing/multi-release-scene.ts";
import { NO_FLAGS } from "./escrow.ts";

const another = aMilestone({ description: "Source files", amountStroops: 5n });
const approved = aMilestone({ flags: { ...NO_FLAGS, approved: true } });

function deployed(generation: "G0" | "G1"): MultiReleaseScene {
  const scene = new MultiReleaseScene(generation);
  scene.deploy();
  return scene;
}

/** Milestone 0 is approved, and there is no money. */
function approvedAndEmpty(generation: "G0" | "G1"): MultiReleaseScene {
  const scene = deployed(generation);
  scene.approve();
  return scene;
}

describe.each(["G0", "G1"] as const)("an update in %s", (generation) => {
  test("overwrites everything while the escrow is empty", () => {
    const scene = deployed(generation);
    const wanted = { title: "Two logos", platformFeeBps: 60, milestones: [another] };
    expect(scene.update(wanted)).toBe("ok");
    expect(scene.stored()).toMatchObject(wanted);
    expect(scene.update(wanted, { by: BUYER })).toBe("OnlyPlatformAddressExecuteThisFunction");
    expect(scene.update(wanted, { by: PLATFORM, signedBy: STRANGER })).toBe("Error(Auth, InvalidAction)");
    expect(scene.update({ roles: { ...scene.stored().roles, platformAddress: STRANGER } })).toBe(
      "PlatformAddressCannotBeChanged",
    );
  });
});

test("G0 refuses any update once a milestone has a flag or there is money", () => {
  expect(approvedAndEmpty("G0").update({}, { by: BUYER })).toBe("FlagsMustBeFalse");
  expect(aFundedScene("G0").update({}, { by: BUYER })).toBe("OnlyPlatformAddressExecuteThisFunction");
  expect(aFundedScene("G0").update({ milestones: [] })).toBe("EscrowHasFunds");
});

test("G0 names a bad amount, then too many milestones, then none", () => {
  const many = (count: number) => Array.from({ length: count }, () => another);
  expect(deployed("G0").update({ milestones: [...many(10), aMilestone({ amountStroops: 0n })] })).toBe(
    "AmountCannotBeZero",
  );
  expect(deployed("G0").update({ milestones: many(11) })).toBe("TooManyMilestones");
  expect(deployed("G0").update({ milestones: [] })).toBe("NoMileStoneDefined");
});

test("G0 lets a platform store a milestone that is approved already, and a fee above the cap", () => {
  const scene = deployed("G0");
  expect(scene.update({ milestones: [approved], platformFeeBps: 9_980 })).toBe("ok");
  scene.fund(1_000_000_000n);
  expect(scene.release()).toBe("Balance");
  const paid = deployed("G0");
  expect(paid.update({ milestones: [approved] })).toBe("ok");
  paid.fund(1_000_000_000n);
  expect(paid.release()).toBe("ok");
});

test("G1 takes new milestones once there is money, and nothing else", () => {
  const scene = aFundedScene("G1");
  const { milestones, roles } = scene.stored();
  expect(scene.update({ milestones: [...milestones, another], title: "Two logos" })).toBe("EscrowPropertiesMismatch");
  expect(scene.update({ milestones: milestones.slice(1) })).toBe("EscrowPropertiesMismatch");
  expect(scene.update({ milestones: [...milestones, approved] })).toBe("FlagsMustBeFalse");
  expect(scene.update({ roles: { ...roles, approver: STRANGER } })).toBe("EscrowPropertiesMismatch");
  expect(scene.update({ milestones: [...milestones, another] })).toBe("ok");
  expect(scene.stored().milestones).toHaveLength(3);
});

test("G1 keeps a milestone's flags, with or without money: it may be extended after an approval", () => {
  const scene = anApprovedScene("G1");
  const [first, second] = scene.stored().milestones;
  if (!first || !second) throw new Error("two milestones were deployed");
  expect(scene.update({ milestones: [{ ...first, flags: NO_FLAGS }, second] })).toBe("EscrowPropertiesMismatch");
  expect(scene.update({ milestones: [first, second, another] })).toBe("ok");
  const empty = approvedAndEmpty("G1");
  expect(empty.update({ milestones: [aMilestone()] })).toBe("EscrowPropertiesMismatch");
  expect(empty.update({ milestones: [{ ...first, amountStroops: 9n }], title: "Two logos" })).toBe("ok");
});

test("G1 names its complaints in order: fee, none, amount, caller, platform, dispute", () => {
  const scene = aDisputedScene("G1");
  const moved = { roles: { ...scene.stored().roles, platformAddress: STRANGER } };
  const worthless = { milestones: [aMilestone({ amountStroops: 0n })] };
  expect(scene.update({ ...worthless, platformFeeBps: 9_901 }, { by: BUYER })).toBe("PlatformFeeTooHigh");
  expect(scene.update({ milestones: [] }, { by: BUYER })).toBe("NoMileStoneDefined");
  expect(scene.update(worthless, { by: BUYER })).toBe("AmountCannotBeZero");
  expect(scene.update(moved, { by: BUYER })).toBe("OnlyPlatformAddressExecuteThisFunction");
  expect(scene.update(moved)).toBe("PlatformAddressCannotBeChanged");
  expect(scene.update({})).toBe("MilestoneOpenedForDisputeResolution");
});
