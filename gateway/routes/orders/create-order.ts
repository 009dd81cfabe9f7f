import type { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { formatAmount } from "../../../domain/money.ts";
import type { Deadlines } from "../../../domain/order/deadlines.ts";
import { type CreateOrder, createUpdate, ORDER_WORKFLOW, orderWorkflowId } from "../../../workflows/contracts/order.ts";
import { firstAttributes, orderIdKey } from "../../../workflows/contracts/search-attributes.ts";
import { amountWithin, currencyOf } from "../../amounts.ts";
import { maySee } from "../../caller.ts";
import { commandCaller } from "../../command-caller.ts";
import type { GatewayDeps } from "../../deps.ts";
import { eligibleUser } from "../../eligibility.ts";
import { type Call, endpoint } from "../../endpoint.ts";
import { accepted, created, ok } from "../../envelope.ts";
import { invalid } from "../../middleware/validate.ts";
import { NeverStarted } from "../../never-started.ts";
import { findOrder, findOrderByRef, type OrderRow } from "../../reads/orders.ts";
import { draftOrder } from "./draft-order.ts";
import { milestoneShares } from "./milestone-shares.ts";
import { presentOrder } from "./present.ts";
import { CreateOrderBody, OrderWire } from "./schemas.ts";

type CreateCall = Call<object, object, z.output<typeof CreateOrderBody>>;

export const createOrder = endpoint(
  {
    method: "post",
    path: "/orders",
    operationId: "createOrder",
    tag: "Orders",
    summary: "Open an order between a buyer and a seller.",
    access: "write",
    body: CreateOrderBody,
    shape: "flagged",
    status: 201,
    data: OrderWire,
    waits: true,
    errors: [
      "INVALID_REQUEST",
      "INVALID_AMOUNT_FORMAT",
      "INVALID_AMOUNT",
      "INVALID_CURRENCY",
      "USER_NOT_FOUND",
      "CLIENT_ORDER_REF_REUSED",
      "USER_NOT_ELIGIBLE",
    ],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const { deps, identity } = call;
    const orderId = identity.idFor("order");
    const earlier = await findOrder(deps.db, orderId);
    // However long ago it was closed: Temporal may have forgotten its workflow, which must never begin again.
    if (earlier?.status === "CLOSED") return created(presentOrder(earlier));
    const order = await termsOf(call);
    const twin = await twinOf(deps, order, orderId);
    if (twin) return ok(presentOrder(twin));

    const reply = await open(call, order).catch(async (error: unknown) => {
      // Another request with this clientOrderRef was first: it decides, as if it had been there before.
      const first = isRefTaken(error) ? await twinOf(deps, order, orderId) : null;
      if (first) return first;
      throw error;
    });
    if ("id" in reply) return ok(presentOrder(reply));
    const row = await findOrder(deps.db, orderId);
    if (reply.kind !== "pending" && row) return created(presentOrder(row)); // gone: the same order, closed since
    if (reply.kind === "gone") throw new NeverStarted();
    return accepted(row ? presentOrder(row) : draftOrder(orderId, order, deps.now()), `/orders/${orderId}`);
  },
);

/** Everything that can be refused before anything is started. */
async function termsOf({ body, caller, deps, identity, requestId }: CreateCall): Promise<CreateOrder> {
  const amountStroops = amountWithin(body.amount, deps.config.limits.order);
  const currency = currencyOf(body.currency);
  const shares = milestoneShares(body.milestones, amountStroops);
  if (body.escrowType === "multi-release" && body.milestones.length === 0) {
    throw invalid([{ field: "milestones", message: "a multi-release order has at least one" }]);
  }
  if (body.buyerId === body.sellerId)
    throw new AppError("INVALID_REQUEST", { buyerId: body.buyerId, sellerId: body.sellerId });
  if (!maySee(caller, body.buyerId, body.sellerId)) throw new AppError("USER_NOT_FOUND", { userId: body.buyerId });
  const buyerId = await eligibleUser(deps.db, body.buyerId, "BUYER");
  const sellerId = await eligibleUser(deps.db, body.sellerId, "SELLER");
  return {
    caller: commandCaller({ caller, requestId }),
    fingerprint: identity.fingerprint,
    escrowId: identity.idFor("escrow"),
    clientOrderRef: body.clientOrderRef ?? null,
    buyerId,
    sellerId,
    amount: formatAmount(amountStroops),
    currency,
    platformFeeBps: deps.config.platformFeeBps,
    escrowType: body.escrowType,
    title: body.title,
    description: body.description ?? null,
    metadata: body.metadata ?? null,
    milestones: body.milestones.map(({ milestoneRef: ref, title }, index) => ({
      milestoneId: identity.idFor("milestone", index),
      ref,
      title,
      amount: shares[index] ?? "0.00",
    })),
    ...deadlinesOf(body, deps.config.deadlines),
  };
}

/** An order without deadlines says nothing of them to its workflow. */
function deadlinesOf(body: CreateCall["body"], usual: Deadlines): { readonly deadlines?: Deadlines } {
  const { cancelUnfundedAfterHours, releaseAfterDays, remindBeforeHours } = body;
  const deadlines: Deadlines = {
    cancelUnfundedAfterSeconds: secondsOf(cancelUnfundedAfterHours, HOUR_SECONDS, usual.cancelUnfundedAfterSeconds),
    releaseAfterSeconds: secondsOf(releaseAfterDays, 24 * HOUR_SECONDS, usual.releaseAfterSeconds),
    remindBeforeSeconds: secondsOf(remindBeforeHours, HOUR_SECONDS, usual.remindBeforeSeconds),
  };
  const hasAny = deadlines.cancelUnfundedAfterSeconds !== null || deadlines.releaseAfterSeconds !== null;
  return hasAny ? { deadlines } : {};
}

const HOUR_SECONDS = 3_600;

const secondsOf = (asked: number | null | undefined, unitSeconds: number, usual: number | null): number | null =>
  asked === undefined ? usual : asked === null ? null : Math.round(asked * unitSeconds);

function open({ deps, identity, replyBy }: CreateCall, order: CreateOrder) {
  const orderId = identity.idFor("order");
  return deps.temporal.open({
    workflowType: ORDER_WORKFLOW,
    workflowId: orderWorkflowId(orderId),
    input: { orderId },
    update: createUpdate,
    updateId: identity.updateId,
    args: [order],
    replyBy,
    summary: `${orderId} ${order.amount} ${order.buyerId} → ${order.sellerId}`,
    searchAttributes: [
      ...firstAttributes("order", "ORDER_CREATED", [order.buyerId, order.sellerId]),
      { key: orderIdKey, value: orderId },
    ],
  });
}

/** The other order with this clientOrderRef. @throws AppError CLIENT_ORDER_REF_REUSED when it is about something else */
async function twinOf({ db }: GatewayDeps, order: CreateOrder, orderId: string): Promise<OrderRow | null> {
  const twin = order.clientOrderRef === null ? null : await findOrderByRef(db, order.clientOrderRef);
  if (!twin || twin.id === orderId) return null;
  const same =
    twin.buyerId === order.buyerId &&
    twin.sellerId === order.sellerId &&
    formatAmount(twin.amountStroops) === order.amount &&
    twin.currency === order.currency;
  if (!same) throw new AppError("CLIENT_ORDER_REF_REUSED", { orderId: twin.id });
  return twin;
}

const isRefTaken = (error: unknown): boolean => error instanceof AppError && error.code === "CLIENT_ORDER_REF_REUSED";
