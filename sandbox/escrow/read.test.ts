import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { encodeMultiRelease } from "./multi-release/codec.ts";
import { NO_FLAGS } from "./multi-release/escrow.ts";
import { readEscrow } from "./read.ts";
import { encodeEscrow } from "./single-release/codec.ts";
import { fromDecimal, toDecimal } from "./stroops.ts";
import { anEscrow, SELLER } from "./testing/escrow-scene.ts";
import { aMultiReleaseEscrow } from "./testing/multi-release-scene.ts";

test.each(["G0", "G1"] as const)(
  "an escrow of %s reads with seven decimals, whichever generation stored it",
  (generation) => {
    const value = encodeEscrow(anEscrow({ amountStroops: 1_234_567_890n, receiverMemo: 42n }), generation);
    expect(readEscrow(value)).toMatchObject({
      generation,
      amount: "123.4567890",
      platformFeeBps: 500,
      receiverMemo: "42",
    });
  },
);

test.each(["G0", "G1"] as const)(
  "a multi-release escrow of %s reads with amounts in its milestones only",
  (generation) => {
    const escrow = aMultiReleaseEscrow(generation);
    const reading = readEscrow(encodeMultiRelease(escrow, generation));
    expect(reading).toMatchObject({ type: "multi-release", generation, roles: escrow.roles, receiverMemo: "0" });
    expect(reading.milestones).toEqual([
      expect.objectContaining({ amount: "100.0000000", receiver: SELLER, flags: NO_FLAGS }),
      expect.objectContaining({ amount: "200.0000000", receiver: SELLER, flags: NO_FLAGS }),
    ]);
    expect(reading).not.toHaveProperty("amount");
    expect(reading).not.toHaveProperty("flags");
  },
);

test("an amount survives being printed and read again", () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), (stroops) => fromDecimal(toDecimal(stroops)) === stroops),
  );
});

test.each(["1e3", "", ".5", "1.", "0.00000001", "1,00", " 1", "١"])("%j is no amount", (text) => {
  expect(fromDecimal(text)).toBeNull();
});
