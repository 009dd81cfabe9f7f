import { describe, expect, test } from "@jest/globals";
import { topic } from "../testing/fake-ledger.ts";
import { aMilestone, aMultiReleaseEscrow, MultiReleaseScene } from "../testing/multi-release-scene.ts";
import { asVec } from "../values.ts";
import { MULTI_RELEASE_WASM_HASH } from "../wasm-hashes.ts";
import { encodeMultiRelease } from "./codec.ts";
import { NO_FLAGS } from "./escrow.ts";

const milestones = (count: number) => Array.from({ length: count }, () => aMilestone());
const approved = aMilestone({ flags: { ...NO_FLAGS, approved: true } });
const free = aMilestone({ amountStroops: 0n });

describe.each(["G0", "G1"] as const)("deploying in %s", (generation) => {
  test("stores the escrow as given and says so in one event", () => {
    const scene = new MultiReleaseScene(generation);
    expect(scene.deploy()).toBe("ok");
    expect(scene.stored()).toEqual(aMultiReleaseEscrow(generation));
    expect(scene.ledger.events.map(topic)).toEqual(["tw_init"]);
  });

  test("a second initialisation is refused, whoever asks", () => {
    const scene = new MultiReleaseScene(generation);
    scene.deploy();
    const again = asVec(scene.ledger.events[0]?.data)[0];
    expect(again && scene.call("anybody", "initialize_escrow", again)).toBe("EscrowAlreadyInitialized");
  });
});

test.each([
  [
    "a flag beats the amount of the same milestone",
    { milestones: [{ ...approved, amountStroops: 0n }] },
    "FlagsMustBeFalse",
  ],
  ["the first bad milestone decides", { milestones: [free, approved] }, "AmountCannotBeZero"],
  ["no milestone beats the fee", { milestones: [], platformFeeBps: 9_901 }, "NoMileStoneDefined"],
  ["the fee beats the milestones' number", { milestones: milestones(11), platformFeeBps: 9_901 }, "PlatformFeeTooHigh"],
  ["11 milestones", { milestones: milestones(11) }, "TooManyMilestones"],
])("G0 refuses: %s", (_case, changes, error) => {
  expect(new MultiReleaseScene("G0").deploy(changes)).toBe(error);
});

test.each([
  ["the fee beats all else", { milestones: [], platformFeeBps: 9_901 }, "PlatformFeeTooHigh"],
  ["no milestone", { milestones: [] }, "NoMileStoneDefined"],
  ["51 milestones beat a bad one", { milestones: [...milestones(50), free] }, "TooManyMilestones"],
  ["an amount beats a flag before it", { milestones: [approved, free] }, "AmountCannotBeZero"],
  ["a negative amount", { milestones: [aMilestone({ amountStroops: -1n })] }, "AmountCannotBeZero"],
  ["a flag", { milestones: [approved] }, "FlagsMustBeFalse"],
])("G1 refuses: %s", (_case, changes, error) => {
  expect(new MultiReleaseScene("G1").deploy(changes)).toBe(error);
});

test("G1 refuses an address that holds money already, before it looks at the escrow; G0 does not mind", () => {
  const initialise = (generation: "G0" | "G1") => {
    const scene = new MultiReleaseScene(generation);
    scene.contractId = scene.ledger.install("paid before", MULTI_RELEASE_WASM_HASH[generation]);
    scene.ledger.setBalance(scene.contractId, 1n);
    const escrow = aMultiReleaseEscrow(generation, generation === "G1" ? { milestones: [] } : {});
    return scene.call("anybody", "initialize_escrow", encodeMultiRelease(escrow, generation));
  };
  expect(initialise("G0")).toBe("ok");
  expect(initialise("G1")).toBe("EscrowBalanceMustBeZeroOnInitialization");
});

test("G0 takes 10 milestones and a negative amount, G1 takes 50", () => {
  expect(new MultiReleaseScene("G0").deploy({ milestones: milestones(10) })).toBe("ok");
  expect(new MultiReleaseScene("G0").deploy({ milestones: [aMilestone({ amountStroops: -5n })] })).toBe("ok");
  expect(new MultiReleaseScene("G1").deploy({ milestones: milestones(50) })).toBe("ok");
});
