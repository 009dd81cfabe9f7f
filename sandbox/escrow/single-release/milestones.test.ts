import { describe, expect, test } from "@jest/globals";
import { aDisputedEscrow, aFundedEscrow, anApprovedEscrow, BUYER, SELLER, STRANGER } from "../testing/escrow-scene.ts";

describe.each(["G0", "G1"] as const)("a status change in %s", (generation) => {
  test("sets the status, and the evidence only when there is one", () => {
    const scene = aFundedEscrow(generation);
    expect(scene.changeStatus("delivered", { evidence: "https://example.com/logo.png" })).toBe("ok");
    expect(scene.changeStatus("revised")).toBe("ok");
    expect(scene.stored().milestones).toEqual([
      { description: "Delivery", status: "revised", evidence: "https://example.com/logo.png", approved: false },
    ]);
  });

  test("is for the service provider, and the role beats the index", () => {
    const scene = aFundedEscrow(generation);
    expect(scene.changeStatus("done", { by: BUYER, index: 9n })).toBe("OnlyServiceProviderChangeMilstoneStatus");
  });

  test("works while disputed, after the approval and after the release", () => {
    expect(aDisputedEscrow(generation).changeStatus("late")).toBe("ok");
    const scene = anApprovedEscrow(generation);
    expect(scene.changeStatus("approved already")).toBe("ok");
    expect(scene.release()).toBe("ok");
    expect(scene.changeStatus("paid already")).toBe("ok");
  });
});

describe.each(["G0", "G1"] as const)("an approval in %s", (generation) => {
  test("is for the approver, once, and the index beats the role", () => {
    const scene = aFundedEscrow(generation);
    expect(scene.approve({ by: SELLER, index: 1n })).toBe("InvalidMileStoneIndex");
    expect(scene.approve({ by: SELLER })).toBe("OnlyApproverChangeMilstoneFlag");
    expect(scene.approve()).toBe("ok");
    expect(scene.approve()).toBe("MilestoneHasAlreadyBeenApproved");
  });

  test("needs a status", () => {
    const milestones = [{ description: "Delivery", status: "", evidence: "", approved: false }];
    expect(aFundedEscrow(generation, { milestones }).approve()).toBe("EmptyMilestoneStatus");
  });

  test("works while disputed", () => {
    expect(aDisputedEscrow(generation).approve()).toBe("ok");
  });
});

test("who does not sign meets the host's error first in G0, the contract's first in G1", () => {
  const [older, newer] = [aFundedEscrow("G0"), aFundedEscrow("G1")];
  expect(older.approve({ by: SELLER, signedBy: STRANGER })).toBe("Error(Auth, InvalidAction)");
  expect(newer.approve({ by: SELLER, signedBy: STRANGER })).toBe("OnlyApproverChangeMilstoneFlag");
  expect(newer.approve({ signedBy: STRANGER })).toBe("Error(Auth, InvalidAction)");
});

test("a bad index has its own name in G1's status change", () => {
  expect(aFundedEscrow("G0").changeStatus("done", { index: 1n })).toBe("InvalidMileStoneIndex");
  expect(aFundedEscrow("G1").changeStatus("done", { index: 1n })).toBe("MilestoneToUpdateDoesNotExist");
});

test("index 2^32 is milestone 0 in G0, and -1 is out of range", () => {
  const scene = aFundedEscrow("G0");
  expect(scene.changeStatus("done", { index: 2n ** 32n })).toBe("ok");
  expect(scene.stored().milestones[0]?.status).toBe("done");
  expect(scene.approve({ index: -1n })).toBe("InvalidMileStoneIndex");
  expect(scene.approve({ index: 2n ** 32n })).toBe("ok");
});

test("an empty status is allowed in G0; in G1 it is refused before the role, and one already there stays for ever", () => {
  expect(aFundedEscrow("G0").changeStatus("")).toBe("ok");
  expect(aFundedEscrow("G1").changeStatus("", { by: BUYER })).toBe("EmptyMilestoneStatus");
  const milestones = [{ description: "Delivery", status: "", evidence: "", approved: false }];
  expect(aFundedEscrow("G1", { milestones }).changeStatus("done")).toBe("EmptyMilestoneStatus");
});
