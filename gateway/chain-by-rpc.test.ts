import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type ChainScene, chainScene } from "../activities/testing/chain-scene.ts";
import { createChainByRpc } from "./chain-by-rpc.ts";
import { createHorizon, type Horizon } from "./horizon.ts";

let scene: ChainScene;
let byRpc: Horizon;
let byHorizon: Horizon;
beforeAll(async () => {
  scene = await chainScene();
  const { rpcUrl, horizonUrl, usdc } = scene.settings;
  byRpc = createChainByRpc(["http://127.0.0.1:1", rpcUrl], usdc);
  byHorizon = createHorizon(horizonUrl ?? "", usdc);
});
afterAll(() => scene.close());

test("an account has at a node what it has at Horizon, also when the first node is down", async () => {
  const { address } = await scene.user("12.5");
  const stranger = "GA5ZSEJYB37JRC5AVCIA5MOP4RHTM335X2KGX3IHOJAPP5RE34K4KZVN";
  for (const one of [address, stranger]) {
    expect(await byRpc.holdings(one)).toEqual(await byHorizon.holdings(one));
    expect(await byRpc.balances(one)).toEqual(await byHorizon.balances(one));
  }
  expect(await byRpc.isApplied("ab".repeat(32))).toBe(false);
  await expect(byRpc.ping()).resolves.toBeUndefined();
});

test("what only Horizon can tell is refused by name, and nodes that are all away are told as such", async () => {
  await expect(byRpc.operations("G", 1)).rejects.toMatchObject({ code: "STELLAR_NETWORK_ERROR" });
  const away = createChainByRpc(["http://127.0.0.1:1"], scene.settings.usdc);
  for (const ask of [away.ping(), away.holdings(scene.settings.usdc.issuer), away.isApplied("ab".repeat(32))])
    await expect(ask).rejects.toMatchObject({ code: "STELLAR_NETWORK_ERROR" });
});
