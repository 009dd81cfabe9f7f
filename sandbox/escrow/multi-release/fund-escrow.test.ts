import { describe, expect, test } from "@jest/globals";
import { BUYER, STRANGER } from "../testing/contract-scene.ts";
import { topic } from "../testing/fake-ledger.ts";
import { aDisputedScene, anApprovedScene, MultiReleaseScene } from "../testing/multi-release-scene.ts";
import { address, i128, sameValue, vec } from "../values.ts";

function deployed(generation: "G0" | "G1"): MultiReleaseScene {
  const scene = new MultiReleaseScene(generation);
  scene.deploy();
  return scene;
}

describe.each(["G0", "G1"] as const)("funding in %s", (generation) => {
  test("moves the amount into the pot; the amount beats the mismatch, the mismatch the signature", () => {
    const scene = deployed(generation);
    const expected = { ...scene.stored(), title: "Another" };
    expect(scene.fund(0n, { expected, signedBy: STRANGER })).toBe("AmountCannotBeZero");
    expect(scene.fund(1n, { expected, signedBy: STRANGER })).toBe("EscrowPropertiesMismatch");
    expect(scene.fund(1n, { signedBy: STRANGER })).toBe("Error(Auth, InvalidAction)");
    expect(scene.fund(3_000_000_000n)).toBe("ok");
    expect(scene.ledger.balance(scene.contractId)).toBe(3_000_000_000n);
    expect(topic(scene.ledger.events.at(-1))).toBe("tw_fund");
  });

  test("works over the sum of the milestones, while one is disputed and after one was paid", () => {
    expect(aDisputedScene(generation).fund(5n)).toBe("ok");
    const paid = anApprovedScene(generation);
    paid.release();
    expect(paid.fund(5n)).toBe("ok");
  });
});

test("the event names the amount first in G0, the funder first in G1", () => {
  const [amount, funder] = [i128(7n), address(BUYER)];
  for (const [generation, data] of [
    ["G0", vec([amount, funder])],
    ["G1", vec([funder, amount])],
  ] as const) {
    const scene = deployed(generation);
    scene.fund(7n);
    const event = scene.ledger.events.at(-1);
    expect(event && sameValue(event.data, data)).toBe(true);
  }
});

test("a funder without enough money meets the token's error in G0 and the contract's in G1", () => {
  expect(deployed("G0").fund(10n ** 12n + 1n)).toBe("Balance");
  expect(deployed("G1").fund(10n ** 12n + 1n)).toBe("InsufficientFundsForEscrowFunding");
  expect(deployed("G0").fund(0n, { by: STRANGER })).toBe("AmountCannotBeZero");
  expect(deployed("G1").fund(0n, { by: STRANGER })).toBe("TrustlineMissing");
});
