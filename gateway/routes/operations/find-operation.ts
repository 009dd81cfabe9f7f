import { AppError } from "../../../domain/errors.ts";
import type { Caller } from "../../caller.ts";
import type { GatewayDeps } from "../../deps.ts";
import { refuseBoundKey } from "../../grants.ts";
import { visibleDispute } from "../../reads/disputes.ts";
import { visibleOrder } from "../../reads/orders.ts";
import { requirePlatformPayout } from "../../reads/platform-payouts.ts";
import { visibleTopUp } from "../../reads/topups.ts";
import { platformWallet, visibleUserWithWallet } from "../../reads/wallets.ts";
import { visibleWithdrawal } from "../../reads/withdrawals.ts";

/** A payment that an operator may decide about, by its workflow. */
export interface Operation {
  readonly workflowId: string;
  readonly resourceType: "Order" | "Dispute" | "Withdrawal" | "TopUp" | "Wallet" | "Refill" | "PlatformPayout";
  readonly resourceId: string;
  readonly state: string;
  readonly explainPath: string;
}

interface Found {
  readonly id: string;
  readonly status: string;
}
type Finder = (deps: GatewayDeps, caller: Caller, id: string) => Promise<Omit<Operation, "workflowId">>;

const FINDERS: Readonly<Record<string, Finder>> = {
  order: async ({ db }, caller, id) => operation("Order", await visibleOrder(db, caller, id), `/orders/${id}`),
  dispute: async ({ db }, caller, id) => operation("Dispute", await visibleDispute(db, caller, id), `/disputes/${id}`),
  withdrawal: async ({ db }, caller, id) =>
    operation("Withdrawal", await visibleWithdrawal(db, caller, id), `/withdrawals/${id}`),
  topup: async ({ db }, caller, id) => operation("TopUp", await visibleTopUp(db, caller, id), `/topups/${id}`),
  wallet: async ({ db }, caller, owner) => {
    const role = owner.startsWith("platform/") && caller.boundUserId === null ? owner.slice("platform/".length) : null;
    const wallet = role ? await platformWallet(db, role) : (await visibleUserWithWallet(db, caller, owner))?.wallet;
    if (!wallet) throw new AppError("NOT_FOUND", { workflowId: `wallet/${owner}` });
    return operation("Wallet", wallet, role ? "/operations/parked" : `/users/${owner}/wallet`);
  },
  refill: async ({ db }, caller, id) => {
    const refill = caller.boundUserId === null ? await db.prisma.refill.findUnique({ where: { id } }) : null;
    if (!refill) throw new AppError("NOT_FOUND", { workflowId: `refill/${id}` });
    return operation("Refill", refill, "/operations/parked");
  },
  "platform-payout": async ({ db }, caller, id) => {
    refuseBoundKey(caller);
    const { status } = await requirePlatformPayout(db, id);
    return { resourceType: "PlatformPayout", resourceId: id, state: status, explainPath: `/admin/payouts/${id}` };
  },
};

const operation = (resourceType: Operation["resourceType"], { id, status }: Found, path: string) => ({
  resourceType,
  resourceId: id,
  state: status,
  explainPath: path === "/operations/parked" ? path : `${path}/explain`,
});

/** @throws AppError NOT_FOUND, ORDER_NOT_FOUND…: also for foreign ones, and for workflows that move no money */
export async function findOperation(deps: GatewayDeps, caller: Caller, workflowId: string): Promise<Operation> {
  const slash = workflowId.indexOf("/");
  const type = workflowId.slice(0, Math.max(slash, 0));
  const find = Object.hasOwn(FINDERS, type) ? FINDERS[type] : undefined;
  if (!find) throw new AppError("NOT_FOUND", { workflowId });
  return { workflowId, ...(await find(deps, caller, workflowId.slice(slash + 1))) };
}
