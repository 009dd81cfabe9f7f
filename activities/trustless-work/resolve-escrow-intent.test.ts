import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { Transaction } from "@stellar/stellar-sdk";
import type { DisputeTerms } from "../../domain/dispute/dispute-facts.ts";
import type { Ruling } from "../../domain/dispute/ruling.ts";
import { releaseFees } from "../../domain/fees/release-fees.ts";
import { type Settlement, settlementOf } from "../../domain/fees/settlement.ts";
import { parseOrderAmount } from "../../domain/money.ts";
import { createIntentHandlers } from "../intent-handlers.ts";
import type { ChainScene } from "../testing/chain-scene.ts";
import { type DisputeBench, disputeBench } from "../testing/dispute-bench.ts";
import { type EscrowScene, escrowScene } from "../testing/escrow-scene.ts";
import { anOutsider, type Outsider } from "../testing/outsider.ts";
import { messageOf, problemOf } from "../testing/problem-of.ts";
import type { ResolveBody } from "./wire.ts";

let scene: EscrowScene;
let chain: ChainScene;
let bench: DisputeBench;
let stranger: Outsider;
beforeAll(async () => {
  scene = await escrowScene();
  chain = scene.chain;
  bench = disputeBench(scene);
  stranger = await anOutsider(chain, "100.00");
});
beforeEach(() => use("G1"));
afterAll(() => scene.chain.close());

const use = (generation: string) => chain.control("POST", "/generation", { generation });
const SPLIT = { decision: "SPLIT", sellerAmount: "70.01", buyerAmount: "49.99" } as const satisfies Ruling;
const RULINGS: readonly Ruling[] = [{ decision: "FULL_RELEASE" }, { decision: "FULL_REFUND" }, SPLIT];
const WHERE = { FULL_RELEASE: "RELEASED", FULL_REFUND: "REFUNDED", SPLIT: "RELEASED" };

const resolverAddress = async () => {
  const { rows } = await chain.db.sql.query<{ address: string }>(
    "SELECT public_key AS address FROM wallet WHERE platform_role = 'dispute-resolver'",
  );
  return rows[0]?.address ?? "";
};

/** What an order's books are after a settlement, when they were these before. */
function booksAfter(before: Awaited<ReturnType<DisputeBench["books"]>>, paid: Settlement, unaskedStroops = 0n) {
  return {
    escrow: 0n,
    buyer: before.buyer + paid.buyerStroops,
    seller: before.seller + paid.sellerStroops,
    trustlessWork: before.trustlessWork + paid.trustlessWorkStroops,
    platform: before.platform + paid.platformStroops,
    unexplained: before.unexplained,
    stellar: before.stellar - unaskedStroops,
  };
}

const walletsOf = async () => {
  const [buyer, seller] = await Promise.all([scene.buyer, scene.seller].map(({ address }) => usdcOf(address)));
  return { buyer: buyer ?? 0n, seller: seller ?? 0n };
};
const usdcOf = async (address: string) => (await chain.stellar.account(address))?.usdc?.stroops ?? 0n;
const attemptsOf = async (stepKey: string) =>
  (
    await chain.db.sql.query<{ generation: number; outcome: string | null }>(
      "SELECT generation, outcome FROM chain_transaction WHERE step_key = $1 ORDER BY generation",
      [stepKey],
    )
  ).rows;

describe.each(["G0", "G1"])("a contract of %s", (generation) => {
  test.each(RULINGS)("pays what was decided, and the books say so to the stroop: %j", async (ruling) => {
    await use(generation);
    const dispute = await bench.frozen();
    const { order, contractId } = dispute;
    const [books, wallets] = [await bench.books(order), await walletsOf()];
    await bench.carriedOut(await bench.decided(dispute, ruling));
    const paid = settlementOf(ruling, parseOrderAmount(order.amount), order.platformFeeBps);
    expect(await bench.books(order)).toEqual(booksAfter(books, paid));
    expect(await walletsOf()).toEqual({
      buyer: wallets.buyer + paid.buyerStroops,
      seller: wallets.seller + paid.sellerStroops,
    });
    expect(await chain.stellar.contractUsdc(contractId)).toBe(0n);
    const escrow = WHERE[ruling.decision];
    expect(await bench.statuses(dispute)).toEqual({ order: "CLOSED", escrow, dispute: "RESOLVED" });
  });

  test("pays a refund with one stroop that a stranger sent to the buyer", async () => {
    await use(generation);
    const dispute = await bench.frozen();
    await stranger.give(dispute.contractId, 1n);
    const before = await bench.books(dispute.order);
    const ruling = { decision: "FULL_REFUND" } as const;
    await bench.carriedOut(await bench.decided(dispute, ruling));
    const paid = settlementOf(ruling, parseOrderAmount(dispute.order.amount) + 1n, dispute.order.platformFeeBps);
    expect(await bench.books(dispute.order)).toEqual(booksAfter(before, paid, 1n));
  });
});

test("a full release pays what a release would have paid", () => {
  const total = parseOrderAmount("120.00");
  const { sellerStroops, ...fees } = releaseFees(total, 250);
  expect(settlementOf({ decision: "FULL_RELEASE" }, total, 250)).toMatchObject({ sellerStroops, ...fees });
});

describe("a stroop that comes in between preparation and application", () => {
  test("lets the transaction fail without effect, and the next one pays the real balance", async () => {
    const dispute = await bench.frozen();
    const step = await bench.decided(dispute, SPLIT);
    const before = await bench.books(dispute.order);
    const first = await bench.prepared(step);
    await stranger.give(dispute.contractId, 1n);
    await expect(bench.submit(first)).rejects.toMatchObject({ problem: "CHAIN_UNREACHABLE" });
    expect(await bench.submit(first, 2)).toBe("refused");
    expect(await bench.confirm(first)).toMatchObject({ kind: "failed", problem: "CONTRACT_REFUSED" });
    expect(await bench.books(dispute.order)).toEqual(before);
    expect((await bench.statuses(dispute)).dispute).toBe("UNDER_REVIEW");
    await bench.carriedOut(step);
    const attempts = await attemptsOf(step.stepKey);
    expect(attempts).toEqual([
      { generation: 1, outcome: "FAILED" },
      { generation: 2, outcome: "SUCCEEDED" },
    ]);
    const paid = settlementOf(SPLIT, parseOrderAmount(dispute.order.amount) + 1n, dispute.order.platformFeeBps);
    expect(await bench.books(dispute.order)).toEqual(booksAfter(before, paid, 1n));
    expect(await chain.stellar.contractUsdc(dispute.contractId)).toBe(0n);
  });

  test("in the oldest contract makes a split impossible until it holds whole thousandths again", async () => {
    await use("G0");
    const dispute = await bench.frozen();
    await stranger.give(dispute.contractId, 1n);
    const step = await bench.decided(dispute, SPLIT);
    await expect(bench.prepare(step)).rejects.toMatchObject({ problem: "CONTRACT_REFUSED" });
    expect(await attemptsOf(step.stepKey)).toEqual([]);
    await stranger.give(dispute.contractId, 9_999n);
    const before = await bench.books(dispute.order);
    await bench.carriedOut(step);
    const paid = settlementOf(SPLIT, parseOrderAmount(dispute.order.amount) + 10_000n, dispute.order.platformFeeBps);
    expect(await bench.books(dispute.order)).toEqual(booksAfter(before, paid, 10_000n));
  });
});

describe("is never signed:", () => {
  /** Has the provider build something else than it is asked for, and says what comes of it. */
  async function refusalOf(answer: (asked: ResolveBody) => Promise<string>, ruling: Ruling = SPLIT): Promise<string> {
    const { order, contractId } = await scene.before("resolveEscrow");
    const lying = createIntentHandlers({ ...chain, trustless: { ...chain.trustless, resolve: answer } });
    const build = () => lying.resolveEscrow.build(intentOf({ order, contractId }, ruling));
    expect(await problemOf(build())).toBe("TRANSACTION_NOT_AS_INTENDED");
    return messageOf(build());
  }
  const paying =
    (...shares: readonly (readonly [string, number])[]) =>
    (asked: ResolveBody) =>
      chain.trustless.resolve({ ...asked, distributions: shares.map(([address, amount]) => ({ address, amount })) });

  test("other shares", async () => {
    const [buyer, seller] = [scene.buyer.address, scene.seller.address];
    const swapped = await refusalOf(paying([seller, 49.99], [buyer, 70.01]));
    expect(swapped).toBe(`argument distributions: no share of 70.0100000 for ${seller}`);
    const onePart = await refusalOf(paying([seller, 70.0100001], [buyer, 49.9899999]));
    expect(onePart).toBe(`argument distributions: no share of 70.0100000 for ${seller}`);
  });

  test("another recipient, one too many, or one missing", async () => {
    const [buyer, seller] = [scene.buyer.address, scene.seller.address];
    const other = await refusalOf(paying([stranger.address, 70.01], [buyer, 49.99]));
    expect(other).toBe(`argument distributions: no share of 70.0100000 for ${seller}`);
    const extra = await refusalOf(paying([seller, 70.01], [buyer, 49.98], [stranger.address, 0.01]));
    expect(extra).toBe("argument distributions: 3 shares");
    expect(await refusalOf(paying([seller, 120]))).toBe("argument distributions: 1 shares");
    const instead = await refusalOf(paying([seller, 120]), { decision: "FULL_REFUND" });
    expect(instead).toBe(`argument distributions: no share of 120.0000000 for ${buyer}`);
  });

  test("another contract with the same shares", async () => {
    const { contractId } = await scene.before("resolveEscrow");
    expect(await refusalOf((asked) => chain.trustless.resolve({ ...asked, contractId }))).toBe(
      `contract: ${contractId}`,
    );
  });

  test("another function with the same arguments", async () => {
    expect(await refusalOf(withdrawal)).toBe("function: withdraw_remaining_funds");
  });

  test("another source", async () => {
    const { address } = scene.buyer;
    const refund = await scene.before("freezeEscrow");
    expect(await refusalOf(() => chain.trustless.dispute({ contractId: refund.contractId, signer: address }))).toBe(
      `source: ${address}`,
    );
  });
});

describe("stops for a person:", () => {
  test("a contract that somebody else resolved or released", async () => {
    const resolved = await scene.before("resolveEscrow");
    await chain.apply(resolved.intent);
    expect(await problemOf(chain.intents.resolveEscrow.reached(intentOf(resolved)))).toBe("STATE_UNEXPECTED");
    const released = await scene.before("releaseEscrow");
    await chain.apply(released.intent);
    const reached = chain.intents.resolveEscrow.reached(intentOf(released));
    expect(await messageOf(reached)).toContain("is already released");
  });

  test("a resolution by somebody else while ours was on its way: nothing is booked", async () => {
    const dispute = await bench.frozen();
    const step = await bench.decided(dispute, SPLIT);
    const before = await bench.books(dispute.order);
    await chain.apply(intentOf(dispute, { decision: "FULL_RELEASE" }));
    await expect(bench.prepare(step)).rejects.toMatchObject({ problem: "STATE_UNEXPECTED" });
    expect(await attemptsOf(step.stepKey)).toEqual([]);
    expect(await bench.books(dispute.order)).toEqual(before);
    expect((await bench.statuses(dispute)).order).toBe("DISPUTED");
  });

  test("a contract that is not frozen", async () => {
    const prepared = await scene.before("freezeEscrow");
    expect(await messageOf(chain.build(intentOf(prepared)))).toBe(`${prepared.contractId} is not frozen`);
  });

  test("a contract that holds less than was decided, or nothing", async () => {
    const disputed = await scene.before("resolveEscrow");
    const [disputeResolver, address] = [await resolverAddress(), stranger.address];
    const takeAway = async (amount: number) => {
      const { contractId } = disputed;
      const xdr = await withdrawal({ contractId, disputeResolver, distributions: [{ address, amount }] });
      const transaction = new Transaction(xdr, chain.settings.networkPassphrase);
      await chain.send({ transaction, signers: [disputeResolver], sendThrough: "stellar", booking: null });
    };
    await takeAway(0.0000001);
    expect(await messageOf(chain.build(intentOf(disputed)))).toBe(
      `the contract holds less than was decided: ${disputed.contractId} holds 119.9999999 USDC`,
    );
    await takeAway(119.9999999);
    const refund = intentOf(disputed, { decision: "FULL_REFUND" });
    expect(await messageOf(chain.build(refund))).toContain("the contract holds nothing");
  });

  test("an order that waits for another decision than the one to be signed", async () => {
    const dispute = await bench.frozen();
    await bench.decided(dispute, { decision: "FULL_RELEASE" });
    const step = { ...bench.freezing(dispute), stepKey: "another", intent: intentOf(dispute) };
    await expect(bench.prepare(step)).rejects.toThrow("does not wait in DISPUTED any more");
    expect(await attemptsOf("another")).toEqual([]);
  });
});

const intentOf = ({ order, contractId }: Pick<DisputeTerms, "order" | "contractId">, ruling: Ruling = SPLIT) =>
  ({ kind: "resolveEscrow", order, contractId, ruling }) as const;

/** The transaction of the other function that the resolver may call, with the same arguments. */
async function withdrawal(asked: ResolveBody): Promise<string> {
  const { apiUrl, apiKey } = chain.settings.trustless;
  const answer = await fetch(`${apiUrl}/escrow/single-release/withdraw-remaining-funds`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-api-key": apiKey },
    body: JSON.stringify(asked),
  });
  return ((await answer.json()) as { unsignedTransaction: string }).unsignedTransaction;
}
