import { describe, expect, test } from "@jest/globals";
import { BUYER, SELLER, STRANGER } from "../testing/contract-scene.ts";
import { topic } from "../testing/fake-ledger.ts";
import { aDisputedScene, aFundedScene, aMilestone, anApprovedScene } from "../testing/multi-release-scene.ts";
import { NO_FLAGS } from "./escrow.ts";

const statusless = { milestones: [aMilestone({ status: "" })] };

describe.each(["G0", "G1"] as const)("a milestone in %s", (generation) => {
  test("gets its status and evidence, the others keep theirs", () => {
    const scene = aFundedScene(generation);
    expect(scene.changeStatus("delivered", { index: 1n, evidence: "https://example.com/logo.png" })).toBe("ok");
    expect(scene.milestone(1)).toMatchObject({ status: "delivered", evidence: "https://example.com/logo.png" });
    expect(scene.milestone(0)).toMatchObject({ status: "pending", evidence: "" });
    expect(topic(scene.ledger.events.at(-1))).toBe("tw_ms_change");
    expect(scene.changeStatus("done", { by: BUYER, index: 9n })).toBe("OnlyServiceProviderChangeMilstoneStatus");
  });

  test("is approved alone, once, by the approver; the index beats the role", () => {
    const scene = aFundedScene(generation);
    expect(scene.approve({ by: SELLER, index: 2n })).toBe("InvalidMileStoneIndex");
    expect(scene.approve({ by: SELLER, index: 1n })).toBe("OnlyApproverChangeMilstoneFlag");
    expect(scene.approve({ index: 1n })).toBe("ok");
    expect(scene.approve({ index: 1n })).toBe("MilestoneHasAlreadyBeenApproved");
    expect([scene.milestone(0).flags, scene.milestone(1).flags]).toEqual([NO_FLAGS, { ...NO_FLAGS, approved: true }]);
    expect(topic(scene.ledger.events.at(-1))).toBe("tw_ms_approve");
  });

  test("without a status can't be approved", () => {
    expect(aFundedScene(generation, statusless).approve()).toBe("EmptyMilestoneStatus");
  });

  test("can still be worked on and approved while disputed, and after it was paid or resolved", () => {
    const disputed = aDisputedScene(generation);
    expect([disputed.changeStatus("late"), disputed.approve()]).toEqual(["ok", "ok"]);
    const released = anApprovedScene(generation);
    released.release();
    expect(released.changeStatus("paid already")).toBe("ok");
    const resolved = aDisputedScene(generation);
    resolved.resolve([[BUYER, 1_000_000_000n]]);
    expect([resolved.changeStatus("done after all"), resolved.approve()]).toEqual(["ok", "ok"]);
    expect(resolved.milestone(0).status).toBe("done after all");
  });
});

test("who does not sign meets the host's error first in G0, the contract's first in G1", () => {
  expect(aFundedScene("G0").approve({ by: SELLER, signedBy: STRANGER })).toBe("Error(Auth, InvalidAction)");
  expect(aFundedScene("G1").approve({ by: SELLER, signedBy: STRANGER })).toBe("OnlyApproverChangeMilstoneFlag");
  expect(aFundedScene("G1").approve({ signedBy: STRANGER })).toBe("Error(Auth, InvalidAction)");
});

test("in G0 index 2^32 is milestone 0 for status and approval, but not for a dispute", () => {
  const scene = aFundedScene("G0");
  expect(scene.changeStatus("done", { index: 2n ** 32n })).toBe("ok");
  expect(scene.milestone(0).status).toBe("done");
  expect(scene.approve({ index: 2n ** 32n })).toBe("ok");
  expect(scene.dispute({ index: 2n ** 32n })).toBe("InvalidMileStoneIndex");
  expect(scene.dispute({ index: -1n })).toBe("InvalidMileStoneIndex");
});

test("G1 has names of its own for a bad index and an empty status, G0 takes the empty status", () => {
  expect(aFundedScene("G0").changeStatus("done", { index: 2n })).toBe("InvalidMileStoneIndex");
  expect(aFundedScene("G1").changeStatus("done", { index: 2n })).toBe("MilestoneToUpdateDoesNotExist");
  expect(aFundedScene("G0").changeStatus("")).toBe("ok");
  expect(aFundedScene("G1").changeStatus("", { by: BUYER })).toBe("EmptyMilestoneStatus");
  expect(aFundedScene("G1", statusless).changeStatus("done")).toBe("EmptyMilestoneStatus");
});
