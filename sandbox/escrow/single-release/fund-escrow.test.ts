import { describe, expect, test } from "@jest/globals";
import { aDisputedEscrow, anApprovedEscrow, anEscrow, BUYER, EscrowScene, STRANGER } from "../testing/escrow-scene.ts";
import { topic } from "../testing/fake-ledger.ts";

describe.each(["G0", "G1"] as const)("funding in %s", (generation) => {
  const deployed = () => {
    const scene = new EscrowScene(generation);
    scene.deploy();
    return scene;
  };

  test("moves the amount from the funder into the contract", () => {
    const scene = deployed();
    expect(scene.fund(1_000_000_000n)).toBe("ok");
    expect(scene.ledger.balance(scene.contractId)).toBe(1_000_000_000n);
    expect(scene.ledger.balance(BUYER)).toBe(10n ** 12n - 1_000_000_000n);
    expect(topic(scene.ledger.events.at(-1))).toBe("tw_fund");
  });

  test("the amount beats the mismatch, the mismatch beats the signature", () => {
    const scene = deployed();
    const expected = anEscrow({ title: "Another" });
    expect(scene.fund(0n, { expected, signedBy: STRANGER })).toBe("AmountCannotBeZero");
    expect(scene.fund(-1n, { expected, signedBy: STRANGER })).toBe("AmountCannotBeZero");
    expect(scene.fund(1n, { expected, signedBy: STRANGER })).toBe("EscrowPropertiesMismatch");
    expect(scene.fund(1n, { signedBy: STRANGER })).toBe("Error(Auth, InvalidAction)");
  });

  test("works over the amount, while disputed and after the release", () => {
    const released = anApprovedEscrow(generation);
    expect(released.fund(7n)).toBe("ok");
    expect(released.release()).toBe("ok");
    expect(released.ledger.balance(released.contractId)).toBe(7n);
    expect(released.fund(5n)).toBe("ok");
    expect(aDisputedEscrow(generation).fund(5n)).toBe("ok");
  });
});

test("a funder without enough money meets the token's error in G0 and the contract's in G1", () => {
  const [older, newer] = [new EscrowScene("G0"), new EscrowScene("G1")];
  older.deploy();
  newer.deploy();
  expect(older.fund(10n ** 12n + 1n)).toBe("Balance");
  expect(newer.fund(10n ** 12n + 1n)).toBe("InsufficientFundsForEscrowFunding");
});

test("in G1 a missing trustline beats amount 0, in G0 it does not", () => {
  const [older, newer] = [new EscrowScene("G0"), new EscrowScene("G1")];
  older.deploy();
  newer.deploy();
  expect(older.fund(0n, { by: STRANGER })).toBe("AmountCannotBeZero");
  expect(newer.fund(0n, { by: STRANGER })).toBe("TrustlineMissing");
});
