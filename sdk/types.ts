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
/** A disagreement about a funded order, with the order; support decides it. */
export type Dispute = Schemas["Dispute"];
/** Something that was said about a dispute. */
export type DisputeComment = Schemas["DisputeComment"];
/** Money on its way out. */
export type Withdrawal = Schemas["Withdrawal"];
/** Where a payment is now and what it waits for. */
export type Progress = Schemas["Progress"];

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

/** Who disagrees and why; `evidence` may be one text. */
export type OpenDisputeBody = Omit<BodyOf<"openDispute">, "evidence"> & {
  readonly evidence?: string | readonly string[] | null;
};
/** Who of support takes a dispute. */
export type AssignDisputeBody = BodyOf<"assignDispute">;
/** What is said; the author is the name of the key when none is given. */
export type CommentDisputeBody = BodyOf<"commentDispute">;
type Ruling = BodyOf<"resolveDispute">;
/** A decision; of a split with the shares of seller and buyer before fees. The names of older clients are taken too. */
export type ResolveDisputeBody =
  | Ruling
  | {
      readonly resolution: "RELEASE_TO_SELLER" | "REFUND_TO_BUYER" | "SPLIT";
      readonly sellerAmount?: string;
      readonly buyerAmount?: string;
      readonly notes?: string;
    };

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

/** Which disputes; the page holds up to 100 when no limit is given. */
export interface DisputesQuery extends PageQuery {
  readonly orderId?: string;
  readonly status?: Dispute["status"];
  readonly openedBy?: Dispute["openedBy"];
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
