import { expect, test } from "@jest/globals";
import { ContractTrap } from "../host.ts";
import { BUYER, SELLER, TRUSTLESS_WORK } from "../testing/contract-scene.ts";
import { anApprovedScene } from "../testing/multi-release-scene.ts";
import { address, u32 } from "../values.ts";
import { multiReleaseErrorNumber } from "./errors.ts";

test.each([
  ["G0", 30],
  ["G1", 25],
] as const)("a trap in %s carries that generation's own number", (generation, code) => {
  const scene = anApprovedScene(generation);
  scene.release();
  const args = [address(BUYER), address(TRUSTLESS_WORK), u32(0)];
  const release = () => scene.ledger.invoke(BUYER, scene.contractId, "release_milestone_funds", args);
  expect(release).toThrow(expect.objectContaining({ code, errorName: "MilestoneAlreadyReleased" }));
  expect(release).toThrow(ContractTrap);
});

test("an error that a generation does not have can't be raised there", () => {
  expect(multiReleaseErrorNumber("TooManyDistributions", "G1")).toBe(46);
  expect(() => multiReleaseErrorNumber("TooManyDistributions", "G0")).toThrow(RangeError);
});

test("a single-release function is unknown to the contract", () => {
  const scene = anApprovedScene("G1");
  expect(scene.call(SELLER, "dispute_escrow", address(SELLER))).toBe("Error(WasmVm, MissingValue)");
});
