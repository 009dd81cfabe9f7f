import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { GatewayClient, Reply } from "../support/gateway-client.ts";
import type { Marketplace } from "../support/marketplace.ts";
import { secondPerson } from "../support/second-person.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

// Money that no user pays out: the platform's fees, what is stranded, a suspended user's, and what an issuer took.

let world: TestWorld;
let market: Marketplace;
let second: GatewayClient;
let outside: string;
beforeAll(async () => {
  world = await testWorld({ settings: { PLATFORM_FEE_BPS: "250" } });
  market = world.market;
  second = await secondPerson(world.stack, market);
  outside = await market.outsideAddress();
}, 90_000);
afterAll(() => world?.stop(), 30_000);

const ask = async (terms: object): Promise<string> =>
  (await market.insist("/admin/payouts", { asset: "USDC", destination: outside, reason: "of November", ...terms })).data
    .id;
const approve = (id: string) => second.post(`/admin/payouts/${id}/approve`, undefined);
const walletOf = async (role: string): Promise<string> => {
  const { rows } = await world.db.sql.query("SELECT public_key AS address FROM wallet WHERE platform_role = $1", [
    role,
  ]);
  return rows[0].address;
};
const differences = async () => {
  const report = (await market.insist("/admin/reconciliation/run")) as unknown as {
    data: { differences: { kind: string; subject: string; cause: string }[] };
  };
  return report.data.differences.map(({ kind, subject, cause }) => `${kind} of ${subject}: ${cause}`);
};

test("fees, stranded money and a suspended user's money leave once, and the books agree with the chain", async () => {
  const [[buyer, suspended], [seller]] = await Promise.all([market.people(2, "100.00"), market.people(1)]);
  if (!buyer || !suspended || !seller) throw new Error("somebody was asked for");
  await market.finish(await market.order(buyer, seller, "80.00"));
  const id = await ask({ source: "platform/fee-receiver", amount: "2.00" });
  expect((await market.api.post(`/admin/payouts/${id}/approve`, undefined)).code).toBe("SECOND_KEY_REQUIRED");
  expect(await market.sandbox.usdcOf(outside)).toBe("0.0000000");
  const replies: Reply[] = await Promise.all([approve(id), approve(id)]);
  expect(replies.map(({ data }) => data.status)).toEqual(Array(2).fill("PLATFORM_PAYOUT_COMPLETED"));

  const resolver = await walletOf("dispute-resolver");
  await market.sandbox.mint(resolver, "3.00");
  expect(await differences()).toEqual(["wallet_balance of platform/dispute-resolver: transfer_from_outside"]);
  await approve(await ask({ source: "platform/dispute-resolver", amount: "3.00" }));
  await approve(
    await ask({
      source: "platform/dispute-resolver",
      asset: "XLM",
      amount: "0.50",
      destination: await walletOf("sponsor"),
    }),
  );

  await market.insist(`/users/${suspended.userId}/suspend`, { reason: "a court order" });
  await approve(await ask({ source: suspended.userId, amount: "40.00" }));
  expect((await market.balanceOf(suspended)).available).toBe("60.00");
  expect(await market.sandbox.usdcOf(outside)).toBe("45.0000000");
  expect(await differences()).toEqual([]);
  await world.expectInvariants();
}, 120_000);

test("what the issuer took from an escrow is written off as far as it is missing, and the books agree again", async () => {
  const [[buyer], [seller]] = await Promise.all([market.people(1, "50.00"), market.people(1)]);
  if (!buyer || !seller) throw new Error("somebody was asked for");
  const trade = await market.order(buyer, seller, "50.00", "resolution/release");
  const { escrow } = await market.orderOf(trade.orderId);
  const account = `order/${trade.orderId}/escrow`;
  const writeOff = (amount: string) => market.api.post("/admin/write-offs", { account, amount, reason: "clawed back" });
  expect((await writeOff("20.00")).code).toBe("INVALID_STATE");
  await market.sandbox.clawback(escrow?.contractId ?? "", "20.00");
  expect(await differences()).toEqual([`escrow_balance of ${trade.orderId}: unexplained`]);
  expect((await writeOff("20.01")).code).toBe("INSUFFICIENT_FUNDS");
  expect((await writeOff("20.00")).status).toBe(201);
  expect(await differences()).toEqual([]);
  await world.expectInvariants();
}, 120_000);
