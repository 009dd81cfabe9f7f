import { describe, expect, test } from "@jest/globals";
import { BUYER } from "./testing/contract-scene.ts";
import { aFundedEscrow } from "./testing/escrow-scene.ts";
import { aFundedScene } from "./testing/multi-release-scene.ts";
import { address, asStruct, asVec, sameValue, vec } from "./values.ts";
import { MULTI_RELEASE_WASM_HASH } from "./wasm-hashes.ts";

describe.each([
  ["single-release", aFundedEscrow],
  ["multi-release", aFundedScene],
])("a %s contract", (_type, funded) => {
  test.each(["G0", "G1"] as const)("of %s tells its own escrow by its address", (generation) => {
    const scene = funded(generation);
    const read = (functionName: string, ...args: Parameters<typeof vec>[0]) =>
      scene.ledger.invoke(BUYER, scene.contractId, functionName, args);
    const byId = read("get_escrow_by_contract_id", address(scene.contractId));
    expect(sameValue(byId, read("get_escrow"))).toBe(true);
  });

  test.each(["G0", "G1"] as const)("of %s tells balances, of twenty addresses at most", (generation) => {
    const scene = funded(generation);
    const addresses = (count: number) => vec(Array.from({ length: count }, () => address(scene.contractId)));
    const rows = scene.ledger.invoke(BUYER, scene.contractId, "get_multiple_escrow_balances", [addresses(20)]);
    expect(asVec(rows)).toHaveLength(20);
    expect(asStruct(asVec(rows)[0], ["address", "balance", "trustline_decimals"]).trustline_decimals.type).toBe(
      "scvU32",
    );
    expect(scene.call(BUYER, "get_multiple_escrow_balances", addresses(21))).toBe("TooManyEscrowsRequested");
  });
});

test("a contract with other code is not asked, but for multi-release in G1", () => {
  const readForeign = (scene: ReturnType<typeof aFundedEscrow> | ReturnType<typeof aFundedScene>) => {
    const code = MULTI_RELEASE_WASM_HASH[scene.generation === "G0" ? "G1" : "G0"];
    const foreign = scene.ledger.install("foreign", code);
    return scene.call(BUYER, "get_escrow_by_contract_id", address(foreign));
  };
  expect(readForeign(aFundedEscrow("G0"))).toBe("IncompatibleEscrowWasmHash");
  expect(readForeign(aFundedEscrow("G1"))).toBe("IncompatibleEscrowWasmHash");
  expect(readForeign(aFundedScene("G0"))).toBe("IncompatibleEscrowWasmHash");
  expect(readForeign(aFundedScene("G1"))).toBe("EscrowNotFound");
});
