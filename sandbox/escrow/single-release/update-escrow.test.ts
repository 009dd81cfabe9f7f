import { describe, expect, test } from "@jest/globals";
import {
  aDisputedEscrow,
  aFundedEscrow,
  anApprovedEscrow,
  anEscrow,
  BUYER,
  EscrowScene,
  PLATFORM,
  STRANGER,
} from "../testing/escrow-scene.ts";

const another = { description: "Source files", status: "pending", evidence: "", approved: false };
const moved = { ...anEscrow().roles, platformAddress: STRANGER };
const released = { disputed: false, released: true, resolved: false };

describe.each(["G0", "G1"] as const)("an update in %s", (generation) => {
  test("overwrites everything while the escrow is empty", () => {
    const scene = new EscrowScene(generation);
    scene.deploy();
    const wanted = anEscrow({ amountStroops: 5n, title: "Two logos", milestones: [another] });
    expect(scene.update(wanted)).toBe("ok");
    expect(scene.stored()).toEqual(wanted);
    expect(scene.update(wanted, { by: BUYER })).toBe("OnlyPlatformAddressExecuteThisFunction");
    expect(scene.update({ ...wanted, flags: released })).toBe("FlagsMustBeFalse");
    expect(scene.update({ ...wanted, roles: moved })).toBe("PlatformAddressCannotBeChanged");
  });

  test("is refused while disputed", () => {
    expect(aDisputedEscrow(generation).update(anEscrow())).toBe("EscrowOpenedForDisputeResolution");
  });

  test("resets an escrow that a resolution emptied, so that it can be funded and released again", () => {
    const scene = aDisputedEscrow(generation);
    scene.resolve([[BUYER, 1_000_000_000n]]);
    expect(scene.update(anEscrow())).toBe("ok");
    expect([scene.fund(1_000_000_000n), scene.approve(), scene.release()]).toEqual(["ok", "ok", "ok"]);
  });

  test("needs the platform's signature", () => {
    const scene = new EscrowScene(generation);
    scene.deploy();
    expect(scene.update(anEscrow(), { by: PLATFORM, signedBy: STRANGER })).toBe("Error(Auth, InvalidAction)");
  });
});

test("G0 refuses any update once there is money, G1 takes new milestones and nothing else", () => {
  const appended = anEscrow({ milestones: [...anEscrow().milestones, another] });
  expect(aFundedEscrow("G0").update(appended)).toBe("EscrowHasFunds");
  const scene = aFundedEscrow("G1");
  expect(scene.update({ ...appended, title: "Two logos" })).toBe("EscrowPropertiesMismatch");
  const approved = anEscrow({ milestones: [...anEscrow().milestones, { ...another, approved: true }] });
  expect(scene.update(approved)).toBe("EscrowPropertiesMismatch");
  expect(scene.update(appended)).toBe("ok");
  expect(scene.stored().milestones).toHaveLength(2);
});

test("G0 names a changed platform and an approval before the caller, G1 the fee and the amount", () => {
  const older = anApprovedEscrow("G0");
  expect(older.update(anEscrow({ roles: moved }), { by: BUYER })).toBe("PlatformAddressCannotBeChanged");
  expect(older.update(anEscrow(), { by: BUYER })).toBe("MilestoneApprovedCantChangeEscrowProperties");
  const newer = anApprovedEscrow("G1");
  expect(newer.update(anEscrow({ platformFeeBps: 9_901, amountStroops: 0n }), { by: BUYER })).toBe(
    "PlatformFeeTooHigh",
  );
  expect(newer.update(anEscrow({ amountStroops: 0n }), { by: BUYER })).toBe("AmountCannotBeZero");
  expect(newer.update(anEscrow({ roles: moved }), { by: BUYER })).toBe("OnlyPlatformAddressExecuteThisFunction");
});

test("G0 does not look at the fee's cap again: at 99.8 % no release gets through", () => {
  const scene = new EscrowScene("G0");
  scene.deploy();
  expect(scene.update(anEscrow({ platformFeeBps: 9_980 }))).toBe("ok");
  scene.fund(1_000_000_000n);
  scene.approve();
  expect(scene.release()).toBe("Balance");
});
