import { describe, expect, test } from "@jest/globals";
import type { xdr } from "@stellar/stellar-sdk";
import {
  aFundedEscrow,
  anApprovedEscrow,
  anEscrow,
  BUYER,
  EscrowScene,
  PLATFORM,
  SELLER,
  STRANGER,
  TRUSTLESS_WORK,
} from "../testing/escrow-scene.ts";
import { accountAddress, topic } from "../testing/fake-ledger.ts";
import { asAddress } from "../values.ts";

const data = (value: xdr.ScVal | undefined) => asAddress(value);

describe.each(["G0", "G1"] as const)("a release in %s", (generation) => {
  test.each([
    [1_000_000_000n, 500, 3_000_000n, 50_000_000n, 947_000_000n],
    [12_345_678_901n, 250, 37_037_036n, 308_641_972n, 11_999_999_893n],
    [333n, 500, 0n, 16n, 317n],
    [1n, 9_900, 0n, 0n, 1n],
    [9_999_999n, 9_900, 29_999n, 9_899_999n, 70_001n],
  ])(
    "of %s stroops at %s bps pays to the stroop",
    (amountStroops, platformFeeBps, trustlessWork, platform, receiver) => {
      const scene = anApprovedEscrow(generation, { amountStroops, platformFeeBps });
      expect(scene.release()).toBe("ok");
      expect(scene.balances(TRUSTLESS_WORK, PLATFORM, SELLER)).toEqual([trustlessWork, platform, receiver]);
      expect(scene.ledger.balance(scene.contractId)).toBe(0n);
      expect(scene.stored().flags).toEqual({ disputed: false, released: true, resolved: false });
    },
  );

  test("says who released in a bare event", () => {
    const scene = anApprovedEscrow(generation);
    scene.release();
    expect(topic(scene.ledger.events.at(-1))).toBe("tw_release");
    expect(data(scene.ledger.events.at(-1)?.data)).toBe(BUYER);
  });

  test("leaves the surplus in the contract and happens once", () => {
    const scene = anApprovedEscrow(generation);
    scene.fund(9n);
    expect(scene.release()).toBe("ok");
    expect(scene.ledger.balance(scene.contractId)).toBe(9n);
    expect(scene.release()).toBe("EscrowAlreadyReleased");
  });

  test("names its complaints in order: signer, approval, dispute, balance", () => {
    const scene = aFundedEscrow(generation);
    scene.dispute();
    expect(scene.release({ by: STRANGER })).toBe("OnlyReleaseSignerCanReleaseEarnings");
    expect(scene.release()).toBe("EscrowNotCompleted");
    scene.approve();
    expect(scene.release()).toBe("EscrowOpenedForDisputeResolution");
  });

  test("without the whole amount inside changes nothing", () => {
    const scene = new EscrowScene(generation);
    scene.deploy();
    scene.fund(999_999_999n);
    scene.approve();
    expect(scene.release({ signedBy: STRANGER })).toBe("Error(Auth, InvalidAction)");
    expect(scene.release()).toBe("EscrowBalanceNotEnoughToSendEarnings");
    expect(scene.stored().flags.released).toBe(false);
    expect(scene.ledger.balance(scene.contractId)).toBe(999_999_999n);
  });
});

test("a platform without a trustline stops a fee-free release in G0 only", () => {
  const roles = { ...anEscrow().roles, platformAddress: accountAddress("platform without a trustline") };
  expect(anApprovedEscrow("G0", { platformFeeBps: 0, roles }).release()).toBe("TrustlineMissing");
  const newer = anApprovedEscrow("G1", { platformFeeBps: 0, roles });
  expect(newer.release()).toBe("ok");
  expect(newer.ledger.transfers).toHaveLength(3);
});

test("a negative amount, which G0 lets in, can only fail in the token", () => {
  const scene = new EscrowScene("G0");
  scene.deploy(anEscrow({ amountStroops: -1_000_000n }));
  scene.approve();
  expect(scene.release()).toBe("NegativeAmount");
});
