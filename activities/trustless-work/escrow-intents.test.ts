import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { OrderTerms } from "../../domain/chain/intent.ts";
import { releaseFees } from "../../domain/fees/release-fees.ts";
import { parseOrderAmount } from "../../domain/money.ts";
import { anOrder, type ChainScene, chainScene } from "../stellar/testing/chain-scene.ts";

let scene: ChainScene;
beforeAll(async () => {
  scene = await chainScene();
});
afterAll(() => scene.close());

async function deployed(order: OrderTerms): Promise<string> {
  const { contractId } = await scene.apply({ kind: "deployEscrow", order });
  if (!contractId) throw new Error("the deployment created no contract");
  return contractId;
}

describe.each(["G0", "G1"])("an order on a contract of %s", (generation) => {
  test("goes from deployment to release, and the chain pays what the fees say", async () => {
    await scene.control("POST", "/generation", { generation });
    const buyer = await scene.user("250.00");
    const seller = await scene.user();
    const order = anOrder(buyer.userId, seller.userId);
    const contractId = await deployed(order);
    const onContract = { order, contractId, milestoneIndex: 0 };
    const funded = await scene.apply({ kind: "fundEscrow", ...onContract });
    expect(funded).toMatchObject({
      status: "SUCCEEDED",
      resultCode: "tx_success",
      transfers: [{ from: buyer.address, to: contractId, stroops: 1_200_000_000n }],
    });
    await scene.apply({ kind: "completeMilestone", ...onContract });
    await scene.apply({ kind: "approveMilestone", ...onContract });
    const released = await scene.apply({ kind: "releaseEscrow", ...onContract });
    const fees = releaseFees(parseOrderAmount(order.amount), order.platformFeeBps);
    expect(released.transfers.map(({ stroops }) => stroops)).toEqual([
      fees.trustlessWorkStroops,
      fees.platformStroops,
      fees.sellerStroops,
    ]);
    expect((await scene.stellar.account(seller.address))?.usdc?.stroops).toBe(fees.sellerStroops);
    expect(await scene.stellar.contractUsdc(contractId)).toBe(0n);
  });
});
