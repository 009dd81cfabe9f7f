import type { components, operations } from "./types.gen.ts";

type Schemas = components["schemas"];
type BodyOf<Operation extends keyof operations> = operations[Operation] extends {
  requestBody: { content: { "application/json": infer Body } };
}
  ? Body
  : operations[Operation] extends { requestBody?: { content: { "application/json": infer Body } } }
    ? Body
    : never;

/** A person of the marketplace, who buys, sells or both. */
export type User = Schemas["User"];
/** Spendable and held money of a user; decimal strings. */
export type Balance = Schemas["Balance"];
/** The user's Stellar wallet; amounts with seven decimals. */
export type Wallet = Schemas["Wallet"];
/** Where money for a user is sent. */
export type DepositAddress = Schemas["DepositAddress"];
/** An operation of a wallet on the chain. */
export type WalletTransaction = Schemas["WalletTransaction"];
/** An agreement of buyer and seller over an amount. */
export type Order = Schemas["Order"];
/** One of the order's states. */
export type OrderStatus = Order["status"];
/** A part of an order. */
export type Milestone = Schemas["Milestone"];
/** Money on its way out. */
export type Withdrawal = Schemas["Withdrawal"];
/** Where a payment is now and what it waits for. */
export type Progress = Schemas["Progress"];

/** Why a payment is not finished. */
export type Explanation = Schemas["Explanation"];
/** A payment that cannot go on, and why. */
export type ParkedOperation = Schemas["ParkedOperation"];
/** A decision that is with its workflow. */
export type OperatorDecision = Schemas["OperatorDecision"];
/** What is decided; `markSettled` needs `evidence.txHash`. */
export type DecisionBody = BodyOf<"decideOperation">;

/** Which parked payments. */
export interface ParkedQuery extends PageQuery {
  readonly reason?: ParkedOperation["parkedReason"];
  readonly kind?: "order" | "dispute" | "withdrawal" | "wallet";
  readonly userId?: string;
  readonly minAgeSeconds?: number;
  /** true: waits for a person; false: tries again by itself. */
  readonly needsOperator?: boolean;
}

/** A page, newest first; ask for the next one with `cursor: nextCursor`. */
export interface List<Item> {
  readonly data: readonly Item[];
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
}

/** Which page. */
export interface PageQuery {
  /** 1 to 100 (20). */
  readonly limit?: number;
  readonly cursor?: string;
}

/** A new user. */
export type CreateUserBody = BodyOf<"createUser">;
/** A new withdrawal; amounts are strings with two decimals. */
export type CreateWithdrawalBody = BodyOf<"createWithdrawal">;

type CreateOrder = BodyOf<"createOrder">;
type Parties = Pick<CreateOrder, "buyerId" | "sellerId"> | { readonly buyer_id: string; readonly seller_id: string };

/** A milestone of a new order; without amounts the order's is shared equally. */
export type MilestoneBody =
  | { readonly milestoneRef: string; readonly title: string; readonly amount?: string }
  | { readonly ref: string; readonly description: string; readonly amount?: string };

/** A new order; the amount is a string with two decimals. The snake_case names of older clients are taken too. */
export type CreateOrderBody = Parties &
  Omit<CreateOrder, "buyerId" | "sellerId" | "milestones"> & {
    readonly client_order_ref?: string;
    readonly milestones?: readonly MilestoneBody[];
  };

/** Which orders. Buyer and seller together mean either. */
export interface OrdersQuery extends PageQuery {
  readonly buyer_id?: string;
  readonly seller_id?: string;
  readonly status?: string;
}

/** Which withdrawals. */
export interface WithdrawalsQuery extends PageQuery {
  readonly userId?: string;
  readonly status?: Withdrawal["status"];
}

/** Which users. */
export interface UsersQuery extends PageQuery {
  readonly type?: User["type"];
  readonly status?: User["status"];
}
