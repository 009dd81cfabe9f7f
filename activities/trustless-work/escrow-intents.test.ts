import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { ChainIntent } from "../../domain/chain/intent.ts";
import { releaseFees } from "../../domain/fees/release-fees.ts";
import { parseOrderAmount } from "../../domain/money.ts";
import { anOrder, type ChainScene, handlerOf, insertUser } from "../testing/chain-scene.ts";
import { type EscrowScene, escrowScene } from "../testing/escrow-scene.ts";
import { messageOf, problemOf } from "../testing/problem-of.ts";

let scene: EscrowScene;
let chain: ChainScene;
beforeAll(async () => {
  scene = await escrowScene();
  chain = scene.chain;
});
afterAll(() => scene.chain.close());

describe.each(["G0", "G1"])("an order on a contract of %s", (generation) => {
  test("goes from deployment to release, and the chain pays what the fees say", async () => {
    await chain.control("POST", "/generation", { generation });
    const { order, contractId, intent } = await scene.before("releaseEscrow");
    const heldBefore = (await chain.stellar.account(scene.seller.address))?.usdc?.stroops ?? 0n;
    const released = await chain.apply(intent);
    const fees = releaseFees(parseOrderAmount(order.amount), order.platformFeeBps);
    expect(released.transfers.map(({ stroops }) => stroops)).toEqual([
      fees.trustlessWorkStroops,
      fees.platformStroops,
      fees.sellerStroops,
    ]);
    expect((await chain.stellar.account(scene.seller.address))?.usdc?.stroops).toBe(heldBefore + fees.sellerStroops);
    expect(await chain.stellar.contractUsdc(contractId)).toBe(0n);
  });
});

test("titles and milestones of any form are agreed on by what is asked for and what is compared", async () => {
  for (const title of ["x", "  outer spaces  ", "ünïcødé 🚲 ".repeat(30), "a".repeat(1000)]) {
    const milestones = ["one", title].map((text, index) => ({
      milestoneId: `mil_${index}`,
      ref: `m${index}`,
      title: text,
      amount: "60.00",
    }));
    const { contractId, intent } = await scene.before("fundEscrow", { title, milestones, platformFeeBps: 55 });
    expect(await chain.apply(intent)).toMatchObject({ status: "SUCCEEDED" });
    expect((await chain.stellar.escrow(contractId))?.milestones).toHaveLength(2);
  }
});

describe("what is booked", () => {
  test("funding: the buyer's reservation becomes the order's escrow", async () => {
    const { order, contractId, intent } = await scene.before("fundEscrow");
    expect((await chain.build(intent)).booking).toEqual({
      entryKind: "fund",
      accounts: {
        [scene.buyer.address]: `user/${scene.buyer.userId}/reserved`,
        [contractId]: `order/${order.orderId}/escrow`,
      },
    });
  });

  test("release: escrow to the seller and both fees, for every address that the chain pays", async () => {
    const { order, contractId, intent } = await scene.before("releaseEscrow");
    const step = await chain.build(intent);
    expect(step).toMatchObject({ signers: [scene.buyer.address], sendThrough: "trustless-work" });
    const { transfers } = await chain.send(step);
    expect(transfers.map(({ from, to }) => [step.booking?.accounts[from], step.booking?.accounts[to]])).toEqual([
      [`order/${order.orderId}/escrow`, "fees/trustless-work"],
      [`order/${order.orderId}/escrow`, "fees/platform"],
      [`order/${order.orderId}/escrow`, `user/${scene.seller.userId}/available`],
    ]);
    expect(Object.keys(step.booking?.accounts ?? {})).toContain(contractId);
  });

  test("steps that move no money book none, and the seller signs what is the seller's", async () => {
    const { intent, next } = await scene.before("completeMilestone");
    expect(await chain.build(intent)).toMatchObject({ booking: null, signers: [scene.seller.address] });
    await chain.apply(intent);
    expect(await chain.build(next("approveMilestone"))).toMatchObject({
      booking: null,
      signers: [scene.buyer.address],
    });
  });
});

describe("an effect that is on the chain", () => {
  test("of a milestone needs no second transaction", async () => {
    const { intent, next } = await scene.before("completeMilestone");
    const [complete, approve] = [intent, next("approveMilestone")];
    const reached = (wanted: ChainIntent) => handlerOf(chain.intents, wanted).reached(wanted);
    expect(await reached(complete)).toBeNull();
    await chain.apply(complete);
    expect(await reached(complete)).toMatchObject({ ledger: expect.any(Number), contractId: null });
    expect(await reached(approve)).toBeNull();
    await chain.apply(approve);
    expect(await reached(approve)).not.toBeNull();
    expect(await reached(complete)).not.toBeNull();
  });

  test("of a release that is not ours stops for a person", async () => {
    const { intent } = await scene.before("releaseEscrow");
    await chain.apply(intent);
    expect(await problemOf(handlerOf(chain.intents, intent).reached(intent))).toBe("STATE_UNEXPECTED");
    expect(await problemOf(chain.build(intent))).toBe("STATE_UNEXPECTED");
  });

  test("of a deployment or a funding is never taken for ours", async () => {
    const { order, intent } = await scene.before("completeMilestone");
    const contractId = "contractId" in intent ? intent.contractId : "";
    expect(await chain.intents.fundEscrow.reached({ kind: "fundEscrow", order, contractId })).toBeNull();
    expect(await chain.intents.deployEscrow.reached({ kind: "deployEscrow", order })).toBeNull();
  });
});

describe("steps out of order stop for a person", () => {
  test("approval before completion, release before approval, release without the money", async () => {
    const { next } = await scene.before("fundEscrow");
    expect(await messageOf(chain.build(next("approveMilestone")))).toContain("is not completed");
    expect(await messageOf(chain.build(next("releaseEscrow")))).toContain("is not approved");
    await chain.apply(next("completeMilestone"));
    await chain.apply(next("approveMilestone"));
    expect(await messageOf(chain.build(next("releaseEscrow")))).toContain("holds 0.0000000 USDC");
  });
});

test("a buyer whose wallet lacks what the ledger reserved stops for a person", async () => {
  const poor = await chain.user("1.00");
  const order = anOrder(poor.userId, scene.seller.userId);
  const contractId = await scene.deployed(order);
  expect(await problemOf(chain.build({ kind: "fundEscrow", order, contractId }))).toBe("STATE_UNEXPECTED");
});

test("a wallet that is not active yet is waited for", async () => {
  const userId = await insertUser(chain.db);
  const deploy = () =>
    chain.intents.deployEscrow.source({ kind: "deployEscrow", order: anOrder(userId, scene.seller.userId) });
  expect(await problemOf(deploy())).toBe("WALLET_NOT_READY");
  await chain.wallet(userId);
  expect(await problemOf(deploy())).toBe("WALLET_NOT_READY");
});
