import { randomUUID } from "node:crypto";
import type { OfferHubSDK } from "../../sdk/index.ts";
import type { SandboxControl } from "./sandbox-control.ts";
import type { TakeStep } from "./steps.ts";
import { until } from "./until.ts";

export interface AirtmOrder {
  readonly orderId: string;
  readonly contractId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly treasuryAddress: string;
  /** What the treasury held before the order. */
  readonly treasuryOpening: string;
}

export interface AirtmOrderDeps {
  readonly sdk: OfferHubSDK;
  readonly sandbox: SandboxControl;
  readonly step: TakeStep;
}

const TREASURY = "1000.00";
export const TOP_UP = "250.00";
export const ORDER = "120.00";
export const WITHDRAWAL = "100.00";

/** One order whose money comes and goes by Airtm, as a marketplace would do it: through the SDK only. */
export async function takeAirtmOrder({ sdk, sandbox, step }: AirtmOrderDeps): Promise<AirtmOrder> {
  const run = randomUUID().slice(0, 8);
  const treasury = await step(`Operator fills treasury: ${TREASURY}`, () => fillTreasury(sdk, sandbox));
  const join = async (role: "BUYER" | "SELLER") => {
    const name = `${role.toLowerCase()}-${run}`;
    const { id } = await sdk.users.create({ externalUserId: name, type: role });
    await sandbox.openAirtmAccount(`${name}@example.com`);
    await sdk.users.linkAirtm(id, { email: `${name}@example.com` });
    return { userId: id, email: `${name}@example.com`, status: "LINKED", transactionHash: null };
  };
  const buyer = await step("Buyer joins, linked to Airtm", () => join("BUYER"));
  const seller = await step("Seller joins, linked to Airtm", () => join("SELLER"));
  const topUp = await step(`Buyer tops up ${TOP_UP}`, async () => {
    const { id, status } = await sdk.topups.create({ userId: buyer.userId, amount: TOP_UP });
    return { id, status, transactionHash: null };
  });
  await step("Buyer confirms at Airtm", async () => {
    await sandbox.payAtAirtm(topUp.id, buyer.email);
    await until("the top-up is credited", async () => (await sdk.balance.get(buyer.userId)).available === TOP_UP);
    return { status: (await sdk.topups.get(topUp.id)).status, transactionHash: null };
  });
  const parties = { buyer_id: buyer.userId, seller_id: seller.userId };
  const order = await step(`Order of ${ORDER}, money reserved`, async () => {
    const { id } = await sdk.orders.create({ ...parties, amount: ORDER, title: "A logo for the shop" });
    return { id, status: (await sdk.orders.reserve(id)).status, transactionHash: null };
  });
  const inEscrow = async (work: ReturnType<OfferHubSDK["orders"]["fundEscrow"]>) => {
    const { status, escrow } = await work;
    return { status, transactionHash: escrow?.txHash ?? null, contractId: escrow?.contractId ?? "" };
  };
  const { contractId } = await step("Escrow contract is deployed", () => inEscrow(sdk.orders.createEscrow(order.id)));
  await step("Escrow is funded by treasury", () => inEscrow(sdk.orders.fundEscrow(order.id)));
  await step("Work accepted, treasury repaid", () => inEscrow(sdk.orders.release(order.id)));
  await step(`Seller withdraws ${WITHDRAWAL} to Airtm`, () => withdraw(sdk, seller.userId));
  return { orderId: order.id, contractId, buyerId: buyer.userId, sellerId: seller.userId, ...places(treasury) };
}

const places = ({ treasuryAddress, treasuryOpening }: Awaited<ReturnType<typeof fillTreasury>>) => ({
  treasuryAddress,
  treasuryOpening,
});

async function fillTreasury(sdk: OfferHubSDK, sandbox: SandboxControl) {
  const treasuryAddress = await until("the treasury is on the chain", async () => {
    const { wallets } = await sdk.platform.get();
    return wallets.find(({ role, isActive }) => role === "treasury" && isActive)?.address ?? null;
  });
  const { hash } = await sandbox.mint(treasuryAddress, TREASURY);
  const treasuryOpening = await sandbox.usdcOf(treasuryAddress);
  return { treasuryAddress, treasuryOpening, status: "SENT", transactionHash: hash };
}

async function withdraw(sdk: OfferHubSDK, userId: string) {
  const { airtmUserId } = await sdk.users.get(userId);
  const { id } = await sdk.withdrawals.create({
    userId,
    amount: WITHDRAWAL,
    destinationType: "airtm_balance",
    destinationRef: airtmUserId ?? "",
    commit: true,
  });
  const isPaid = async () => (await sdk.withdrawals.get(id)).status === "WITHDRAWAL_COMPLETED";
  await until("Airtm has paid", isPaid);
  return { status: "WITHDRAWAL_COMPLETED", transactionHash: null };
}
