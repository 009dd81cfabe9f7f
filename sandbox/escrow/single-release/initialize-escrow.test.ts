import { describe, expect, test } from "@jest/globals";
import { anEscrow, EscrowScene } from "../testing/escrow-scene.ts";
import { topic } from "../testing/fake-ledger.ts";
import { asVec } from "../values.ts";

const milestones = (count: number) => Array.from({ length: count }, () => ({ ...aMilestone }));
const aMilestone = { description: "Delivery", status: "pending", evidence: "", approved: false };
const released = { disputed: false, released: true, resolved: false };

describe.each(["G0", "G1"] as const)("deploying in %s", (generation) => {
  test("stores the escrow as given and says so in one event", () => {
    const scene = new EscrowScene(generation);
    expect(scene.deploy()).toBe("ok");
    expect(scene.stored()).toEqual(anEscrow());
    expect(scene.ledger.events.map(topic)).toEqual(["tw_init"]);
  });

  test.each([
    ["a flag beats everything else", { flags: released, milestones: [], platformFeeBps: 9_901 }, "FlagsMustBeFalse"],
    ["an approved milestone", { milestones: [{ ...aMilestone, approved: true }] }, "FlagsMustBeFalse"],
    ["no milestone beats the fee", { milestones: [], platformFeeBps: 9_901 }, "NoMilestoneDefined"],
    ["the fee beats the amount", { platformFeeBps: 9_901, amountStroops: 0n }, "PlatformFeeTooHigh"],
    [
      "the amount beats the milestones' number",
      { amountStroops: 0n, milestones: milestones(51) },
      "AmountCannotBeZero",
    ],
    ["51 milestones", { milestones: milestones(51) }, "TooManyMilestones"],
  ])("refuses: %s", (_case, changes, error) => {
    expect(new EscrowScene(generation).deploy(anEscrow(changes))).toBe(error);
  });

  test("a second initialisation is refused, whoever asks", () => {
    const scene = new EscrowScene(generation);
    scene.deploy();
    const [first] = scene.ledger.events;
    const again = asVec(first?.data)[0];
    expect(again && scene.call("anybody", "initialize_escrow", again)).toBe("EscrowAlreadyInitialized");
  });

  test("a failed initialisation leaves no contract behind", () => {
    const scene = new EscrowScene(generation);
    expect(scene.deploy(anEscrow({ amountStroops: 0n }))).toBe("AmountCannotBeZero");
    expect(scene.contractId).toBe("");
    expect(scene.ledger.events).toEqual([]);
  });
});

test("G0 takes a negative amount, which G1 refuses", () => {
  const negative = anEscrow({ amountStroops: -5n });
  expect(new EscrowScene("G0").deploy(negative)).toBe("ok");
  expect(new EscrowScene("G1").deploy(negative)).toBe("AmountCannotBeZero");
});

test("G0 takes 10 milestones, G1 takes 50", () => {
  expect(new EscrowScene("G0").deploy(anEscrow({ milestones: milestones(10) }))).toBe("ok");
  expect(new EscrowScene("G0").deploy(anEscrow({ milestones: milestones(11) }))).toBe("TooManyMilestones");
  expect(new EscrowScene("G1").deploy(anEscrow({ milestones: milestones(50) }))).toBe("ok");
});

test("an escrow encoded for the other generation does not pass as an argument", () => {
  expect(new EscrowScene("G0").deploy(anEscrow(), "G1")).toBe("Error(Value, UnexpectedType)");
  expect(new EscrowScene("G1").deploy(anEscrow(), "G0")).toBe("Error(Value, UnexpectedType)");
});

test("the new contract's address is what the event came from", () => {
  const scene = new EscrowScene("G1");
  scene.deploy();
  expect(scene.ledger.events[0]?.contractId).toBe(scene.contractId);
});
