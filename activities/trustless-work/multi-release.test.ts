import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { ChainIntent, OrderTerms } from "../../domain/chain/intent.ts";
import { releaseFees } from "../../domain/fees/release-fees.ts";
import { settlementOf } from "../../domain/fees/settlement.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { parseOrderAmount } from "../../domain/money.ts";
import { post } from "../../prisma/testing/ledger.ts";
import { createIntentHandlers } from "../intent-handlers.ts";
import { anOrder, type ChainScene, handlerOf } from "../testing/chain-scene.ts";
import { type EscrowScene, escrowScene } from "../testing/escrow-scene.ts";
import { messageOf, problemOf } from "../testing/problem-of.ts";

let scene: EscrowScene;
let chain: ChainScene;
beforeAll(async () => {
  scene = await escrowScene();
  chain = scene.chain;
});
afterAll(() => scene.chain.close());

const MILESTONES = ["40.00", "50.00", "30.00"].map((amount, index) => ({
  milestoneId: `mil_${index}`,
  ref: `part-${index}`,
  title: `Part ${index}`,
  amount,
}));
const SPLIT = { decision: "SPLIT", sellerAmount: "20.01", buyerAmount: "29.99" } as const;

async function aFundedOrder(): Promise<{ readonly order: OrderTerms; readonly contractId: string }> {
  const terms = { escrowType: "multi-release", milestones: MILESTONES } as const;
  const order = anOrder(scene.buyer.userId, scene.seller.userId, terms);
  const contractId = await scene.deployed(order);
  await chain.apply({ kind: "fundEscrow", order, contractId });
  const stroops = parseOrderAmount(order.amount);
  await post(chain.db.sql, `funded/${order.orderId}`, {
    [ledgerAccounts.escrow(order.orderId)]: stroops,
    [ledgerAccounts.stellar]: -stroops,
  });
  return { order, contractId };
}

const usdcOf = async (address: string) => (await chain.stellar.account(address))?.usdc?.stroops ?? 0n;

describe.each(["G0", "G1"])("a multi-release order on a contract of %s", (generation) => {
  test("is paid milestone by milestone: released, split and refunded, and a stranger's stroop goes to the buyer", async () => {
    await chain.control("POST", "/generation", { generation });
    const { order, contractId } = await aFundedOrder();
    const at = (milestoneIndex: number) => ({ order, contractId, milestoneIndex });
    const [buyerBefore, sellerBefore] = [await usdcOf(scene.buyer.address), await usdcOf(scene.seller.address)];

    for (const kind of ["completeMilestone", "approveMilestone", "releaseEscrow"] as const) {
      expect(await chain.apply({ kind, ...at(0) })).toMatchObject({ status: "SUCCEEDED" });
    }
    await chain.apply({ kind: "freezeEscrow", by: "SELLER", ...at(1) });
    await chain.apply({ kind: "resolveEscrow", ruling: SPLIT, ...at(1) });
    await chain.apply({ kind: "freezeEscrow", by: "BUYER", ...at(2) });
    await chain.apply({ kind: "resolveEscrow", ruling: { decision: "FULL_REFUND" }, ...at(2) });
    expect(await chain.stellar.contractUsdc(contractId)).toBe(0n);
    await chain.control("POST", "/stellar/mint", { address: contractId, amount: "0.0000001" });
    expect(await chain.apply({ kind: "withdrawRest", order, contractId })).toMatchObject({ status: "SUCCEEDED" });

    const bps = order.platformFeeBps;
    const released = releaseFees(parseOrderAmount("40.00"), bps);
    const split = settlementOf(SPLIT, parseOrderAmount("50.00"), bps);
    const refunded = settlementOf({ decision: "FULL_REFUND" }, parseOrderAmount("30.00"), bps);
    expect(await usdcOf(scene.seller.address)).toBe(sellerBefore + released.sellerStroops + split.sellerStroops);
    expect(await usdcOf(scene.buyer.address)).toBe(buyerBefore + split.buyerStroops + refunded.buyerStroops + 1n);
    expect(await chain.stellar.contractUsdc(contractId)).toBe(0n);
  });

  test("shows what is there already, and pays nothing twice", async () => {
    await chain.control("POST", "/generation", { generation });
    const { order, contractId } = await aFundedOrder();
    const at = (milestoneIndex: number) => ({ order, contractId, milestoneIndex });
    const reached = (intent: ChainIntent) => handlerOf(chain.intents, intent).reached(intent);
    await chain.apply({ kind: "freezeEscrow", by: "BUYER", ...at(0) });
    expect(await reached({ kind: "freezeEscrow", by: "BUYER", ...at(0) })).not.toBeNull();
    expect(await reached({ kind: "freezeEscrow", by: "BUYER", ...at(1) })).toBeNull();
    const ruling: ChainIntent = { kind: "resolveEscrow", ruling: { decision: "FULL_RELEASE" }, ...at(0) };
    await chain.apply(ruling);
    expect(await problemOf(reached(ruling))).toBe("STATE_UNEXPECTED");
    expect(await messageOf(reached({ kind: "releaseEscrow", ...at(0) }))).toMatch(/milestone 0 is already resolved/);
    expect(await problemOf(chain.build({ kind: "withdrawRest", order, contractId }))).toBe("STATE_UNEXPECTED");
    expect(await chain.stellar.contractUsdc(contractId)).toBe(parseOrderAmount("80.00"));
  });
});

describe("a build of a multi-release step that answers another transaction", () => {
  test.each(["amount", "destination", "contract", "source", "fee", "function", "extra-operation"])(
    "(%s) is never signed",
    async (variant) => {
      const { order, contractId } = await aFundedOrder();
      await chain.apply({ kind: "freezeEscrow", by: "BUYER", order, contractId, milestoneIndex: 1 });
      await scene.fault("/resolve-milestone-dispute", { kind: "wrong-xdr", variant });
      const intent: ChainIntent = { kind: "resolveEscrow", ruling: SPLIT, order, contractId, milestoneIndex: 1 };
      expect(await problemOf(chain.build(intent))).toBe("TRANSACTION_NOT_AS_INTENDED");
    },
  );

  test("for another milestone is never signed", async () => {
    const { order, contractId } = await aFundedOrder();
    for (const index of [0, 2]) {
      await chain.apply({ kind: "freezeEscrow", by: "BUYER", order, contractId, milestoneIndex: index });
    }
    const real = chain.trustless.resolve;
    const lying = {
      ...chain.trustless,
      resolve: (body: object) => real({ ...body, milestoneIndex: "0" } as never, "multi-release"),
    };
    const intents = createIntentHandlers({ ...chain, trustless: lying });
    const ruling = { decision: "FULL_REFUND" } as const;
    const build = intents.resolveEscrow.build({ kind: "resolveEscrow", ruling, order, contractId, milestoneIndex: 2 });
    expect(await problemOf(build)).toBe("TRANSACTION_NOT_AS_INTENDED");
  });
});

test("an order of one type on a contract of the other is not as agreed", async () => {
  const { order, contractId } = await aFundedOrder();
  const { escrowType: _type, ...single } = order;
  const build = chain.build({ kind: "fundEscrow", order: single, contractId });
  expect(await messageOf(build)).toMatch(/^type of /);
});
