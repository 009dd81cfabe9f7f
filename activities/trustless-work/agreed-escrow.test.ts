import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { ChainIntent, OrderTerms } from "../../domain/chain/intent.ts";
import { type ChainScene, handlerOf } from "../testing/chain-scene.ts";
import { type EscrowScene, escrowScene } from "../testing/escrow-scene.ts";
import { messageOf, problemOf } from "../testing/problem-of.ts";

let scene: EscrowScene;
let chain: ChainScene;
beforeAll(async () => {
  scene = await escrowScene();
  chain = scene.chain;
});
afterAll(() => scene.chain.close());

describe("a contract that is not the order's is never signed for", () => {
  test.each<[string, Partial<OrderTerms>]>([
    ["amount", { amount: "120.01" }],
    ["platformFee", { platformFeeBps: 251 }],
    ["title", { title: "A bicycle, red" }],
    ["engagementId", { orderId: "ord_other" }],
    ["milestones", { milestones: Array(2).fill({ milestoneId: "mil_1", ref: "a", title: "A", amount: "1.00" }) }],
  ])("%s", async (field, changes) => {
    const { order, contractId } = await scene.before("fundEscrow");
    const intent: ChainIntent = { kind: "fundEscrow", order: { ...order, ...changes }, contractId };
    expect(await problemOf(chain.build(intent))).toBe("ESCROW_NOT_AS_AGREED");
    expect(await messageOf(chain.build(intent))).toContain(`${field} of ${contractId}`);
  });

  test("roles", async () => {
    const { order, contractId } = await scene.before("fundEscrow");
    const swapped = { ...order, sellerId: (await chain.user()).userId };
    expect(await messageOf(chain.build({ kind: "fundEscrow", order: swapped, contractId }))).toContain("roles.");
  });

  test("code that we don't know, in any step", async () => {
    const strict = scene.withSettings({ trustless: { ...chain.settings.trustless, wasmHashes: ["00".repeat(32)] } });
    const { order, intent } = await scene.before("fundEscrow");
    expect(await problemOf(handlerOf(strict, intent).build(intent))).toBe("ESCROW_NOT_AS_AGREED");
    const deploy: ChainIntent = { kind: "deployEscrow", order };
    expect(await messageOf(strict.deployEscrow.build(deploy))).toContain("argument wasm_hash");
  });

  test("a contract that does not exist", async () => {
    const { order } = await scene.before("fundEscrow");
    const contractId = "CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM";
    expect(await problemOf(chain.build({ kind: "fundEscrow", order, contractId }))).toBe("STATE_UNEXPECTED");
  });
});
