import { randomUUID } from "node:crypto";
import { NotFoundError, type OfferHubSDK, type Wallet } from "../../sdk/index.ts";
import type { SandboxControl } from "./sandbox-control.ts";
import type { TakeStep } from "./steps.ts";
import { until } from "./until.ts";

export interface FirstOrder {
  readonly orderId: string;
  readonly contractId: string;
  readonly releaseHash: string;
  readonly buyer: Party;
  readonly seller: Party;
}

export interface Party {
  readonly userId: string;
  readonly address: string;
}

export interface FirstOrderDeps {
  readonly sdk: OfferHubSDK;
  readonly sandbox: SandboxControl;
  /** The seller's wallet elsewhere, where the withdrawal goes. */
  readonly outsideAddress: string;
  readonly step: TakeStep;
}

export const DEPOSIT = "250.00";
export const ORDER = "120.00";
export const WITHDRAWAL = "100.00";

/** One order from a deposit to the seller's withdrawal, as a marketplace would do it: through the SDK only. */
export async function takeFirstOrder({ sdk, sandbox, outsideAddress, step }: FirstOrderDeps): Promise<FirstOrder> {
  const run = randomUUID().slice(0, 8);
  const join = async (role: "BUYER" | "SELLER") => {
    const { id } = await sdk.users.create({ externalUserId: `quickstart-${role.toLowerCase()}-${run}`, type: role });
    const address = await untilWalletWorks(sdk, id);
    const [activation] = await sandbox.transactionsOf(address);
    return { userId: id, address, status: "ACTIVE", transactionHash: activation?.hash ?? null };
  };
  const buyer = await step("Buyer joins, with a wallet", () => join("BUYER"));
  const seller = await step("Seller joins, with a wallet", () => join("SELLER"));
  await step(`Buyer deposits ${DEPOSIT}`, async () => {
    const { hash } = await sandbox.mint(buyer.address, DEPOSIT);
    await until("the deposit is credited", async () => (await sdk.balance.get(buyer.userId)).available === DEPOSIT);
    return { status: "CREDITED", transactionHash: hash };
  });

  const order = await step(`Order of ${ORDER}`, async () => {
    const parties = { buyer_id: buyer.userId, seller_id: seller.userId };
    const { id, status } = await sdk.orders.create({ ...parties, amount: ORDER, title: "A logo for the shop" });
    return { id, status, transactionHash: null };
  });
  await step("Buyer's money is reserved", async () => ({
    ...(await sdk.orders.reserve(order.id)),
    transactionHash: null,
  }));
  const inEscrow = async (work: Promise<{ status: string; escrow: EscrowView | null }>) => {
    const { status, escrow } = await work;
    return { status, transactionHash: escrow?.txHash ?? null, contractId: escrow?.contractId ?? "" };
  };
  const { contractId } = await step("Escrow contract is deployed", () => inEscrow(sdk.orders.createEscrow(order.id)));
  await step("Escrow is funded", () => inEscrow(sdk.orders.fundEscrow(order.id)));
  const release = await step("Work accepted, seller is paid", () => inEscrow(sdk.orders.release(order.id)));
  await step(`Seller withdraws ${WITHDRAWAL}`, () =>
    sdk.withdrawals.create({
      userId: seller.userId,
      amount: WITHDRAWAL,
      destinationType: "crypto",
      destinationRef: outsideAddress,
    }),
  );
  return { orderId: order.id, contractId, releaseHash: release.transactionHash ?? "", buyer, seller };
}

interface EscrowView {
  readonly txHash: string | null;
  readonly contractId: string | null;
}

async function untilWalletWorks(sdk: OfferHubSDK, userId: string): Promise<string> {
  await until("the wallet is active", async () => (await walletIfThere(sdk, userId))?.isActive ?? false);
  return (await sdk.wallet.getDepositAddress(userId)).address;
}

/** A user who was just created may be a moment ahead of the wallet. */
async function walletIfThere(sdk: OfferHubSDK, userId: string): Promise<Wallet | null> {
  try {
    return await sdk.wallet.getInfo(userId);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
