import type { components, operations as Operations } from "./types.gen.ts";

type Schemas = components["schemas"];
type BodyOf<Operation extends keyof Operations> = Operations[Operation] extends {
  requestBody: { content: { "application/json": infer Body } };
}
  ? Body
  : Operations[Operation] extends { requestBody?: { content: { "application/json": infer Body } } }
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
/** A part of an order. */
export type Milestone = Schemas["Milestone"];
/** A disagreement about a funded order, with the order; support decides it. */
export type Dispute = Schemas["Dispute"];
/** Something that was said about a dispute. */
export type DisputeComment = Schemas["DisputeComment"];
/** Money on its way out. */
export type Withdrawal = Schemas["Withdrawal"];
/** Whether outgoing money is stopped, by whom and why. */
export type Freeze = Schemas["Freeze"];
/** Which deployment signs, and whether it is this one. */
export type BookTreasuryBody = BodyOf<"bookTreasury">;
export type TreasuryMovement = Schemas["TreasuryMovement"];
export type Fence = Schemas["Fence"];
/** How many wallets each encryption key seals, and where a rotation is. */
export type DepositRescan = Schemas["DepositRescan"];
export type RescanDepositsBody = BodyOf<"rescanDeposits">;
export type KeyRotation = Schemas["KeyRotation"];
/** Where ledger, records and chain do not agree. */
export type Reconciliation = Schemas["Reconciliation"];
/** Where a payment is now and what it waits for. */
export type Progress = Schemas["Progress"];

/** Why something is not finished, with its evidence and the safe actions. */
export type Explanation = Schemas["Explanation"];
/** A payment that waits for a person, or for time. */
export type ParkedOperation = Schemas["ParkedOperation"];
/** A decision that was told to a payment. */
export type OperatorDecision = Schemas["OperatorDecision"];

/** The platform's own wallets, fees and use of its providers. */
export type Platform = Schemas["Platform"];

/** A balance as an operation left it, and as it was before. */
export type BalanceOperation = Schemas["BalanceOperation"];
/** A balance that the wallet on the chain holds too. */
export type VerifiedBalance = Schemas["VerifiedBalance"];
/** How books and wallet compare. */
export type SyncResult = Schemas["SyncResult"];
/** An API key, masked. */
export type ApiKey = Schemas["ApiKey"];
/** A new API key with its secret. */
export type NewApiKey = Schemas["NewApiKey"];
/** What is left of a revoked key. */
export type RevokedApiKey = Schemas["RevokedApiKey"];
/** A short-lived credential. */
export type Token = Schemas["Token"];
/** Who a client is to the API. */
export type Credential = Schemas["AuthMe"];
/** Whether commands are taken. */
export type Maintenance = Schemas["Maintenance"];
/** One change, and who made it. */
export type AuditRow = Schemas["AuditRow"];
/** The installation and the credential. */
export type Installation = Schemas["Me"];
/** What is in force. */
export type Configuration = Schemas["Config"];
/** That a gateway answers. */
export type Health = Schemas["Health"];
/** Every dependency. */
export type DetailedHealth = Schemas["DetailedHealth"];
/** Whether commands are carried out. */
export type Readiness = Schemas["Readiness"];
/** Something that happened. `sequence` grows by one from event to event. */
export type DomainEvent = Schemas["DomainEvent"];

/** Which events, and from where on. */
export interface EventsQuery {
  /** Types and wildcards: `["order.*", "balance.credited"]`. */
  readonly types?: readonly string[];
  /** What they speak of: `["Order", "Escrow"]`. */
  readonly resourceTypes?: readonly string[];
  readonly userId?: string;
  /** What you had last: an event's id, a sequence number or an ISO time. Without it a stream begins now, a list at its oldest. */
  readonly since?: string | number;
}

/** Where events are sent. */
export type WebhookEndpoint = Schemas["WebhookEndpoint"];
/** As it is when it is made: with its secret. */
export type WebhookEndpointWithSecret = Schemas["WebhookEndpointWithSecret"];
/** One event for one endpoint. */
export type WebhookDelivery = Schemas["WebhookDelivery"];
/** With every attempt at it. */
export type WebhookDeliveryWithAttempts = Schemas["WebhookDeliveryWithAttempts"];

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
/** A new webhook endpoint. */
export type CreateWebhookEndpointBody = BodyOf<"createWebhookEndpoint">;
/** What changes; the rest stays. */
export type UpdateWebhookEndpointBody = BodyOf<"updateWebhookEndpoint">;
/** A new withdrawal; amounts are strings with two decimals. */
export type CreateWithdrawalBody = BodyOf<"createWithdrawal">;

/** A correction by hand, and why. */
export type AdjustBalanceBody = BodyOf<"creditBalance">;
type ForOrder = { readonly orderId: string } | { readonly reference: string };
type ToSeller = { readonly sellerId: string } | { readonly recipientId: string };
/** An amount held for an order of yours; older clients call `orderId` `reference`. */
export type HoldBody = Omit<BodyOf<"reserveBalance">, "orderId"> & ForOrder;
/** An amount held for an order, and who gets it; older clients call `sellerId` `recipientId`. */
export type ReleaseBalanceBody = HoldBody & ToSeller;
/** A new key. */
export type CreateApiKeyBody = BodyOf<"createApiKey">;
/** A token of the master key. */
export type CreateTokenBody = BodyOf<"createToken">;
/** What a release says besides its order. */
export type ReleaseOrderBody = BodyOf<"releaseOrder">;
/** What a refund says besides its order. */
export type RefundOrderBody = BodyOf<"refundOrder">;
/** A decision that is only looked at. */
export type RulingBody = BodyOf<"previewDispute">;
/** The same, of a milestone where the order is paid milestone by milestone. */
export type PreviewBody = BodyOf<"previewSettlement">;
/** What a decision would pay. */
export type SettlementPreview = Schemas["SettlementPreview"];
/** Who disagrees and why; `evidence` may be one text. */
export type OpenDisputeBody = Omit<BodyOf<"openDispute">, "evidence"> & {
  readonly evidence?: string | readonly string[] | null;
};
/** Who of support takes a dispute; older clients call `assignedTo` `agentId` or `supportAgentId`. */
export type AssignDisputeBody =
  | BodyOf<"assignDispute">
  | ({ readonly notes?: string } & ({ readonly agentId: string } | { readonly supportAgentId: string }));
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
  /** ISO times. */
  readonly created_after?: string;
  readonly created_before?: string;
}

/** Which disputes. */
export interface DisputesQuery extends PageQuery {
  readonly orderId?: string;
  readonly status?: Dispute["status"];
  readonly openedBy?: Dispute["openedBy"];
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

/** Which deliveries. */
export interface WebhookDeliveriesQuery extends PageQuery {
  readonly status?: WebhookDelivery["status"];
  readonly eventId?: string;
}

/** What to do about a parked payment, and why; `markSettled` needs the hash of a transaction as evidence. */
export type DecisionBody = BodyOf<"decideOperation">;

/** Which parked payments. */
export interface ParkedQuery extends PageQuery {
  readonly kind?: "order" | "dispute" | "withdrawal" | "wallet";
  readonly reason?: Progress["parkedReason"] & string;
  readonly userId?: string;
  /** Parked for at least so long. */
  readonly minAgeSeconds?: number;
  /** true: waits for a person; false: tries again by itself. */
  readonly needsOperator?: boolean;
}

/** Which users. */
export interface UsersQuery extends PageQuery {
  readonly type?: User["type"];
  readonly status?: User["status"];
}

/** Which keys. */
export interface ApiKeysQuery extends PageQuery {
  readonly userId?: string;
}

/** Which changes. */
export interface AuditQuery extends PageQuery {
  /** In any case, e.g. Order. */
  readonly resourceType?: string;
  readonly resourceId?: string;
  /** CREATE, UPDATE, DELETE, or the type of an event. */
  readonly action?: string;
  /** About this user and this user's orders, withdrawals and keys. */
  readonly userId?: string;
  /** ISO times, inclusive. */
  readonly from?: string;
  readonly to?: string;
}

/** Fiat on its way in, by Airtm. */
export type TopUp = Schemas["TopUp"];

/** A new top-up; the amount is a string with two decimals. */
export type CreateTopUpBody = BodyOf<"createTopUp">;

/** Which top-ups. */
export interface TopUpsQuery extends PageQuery {
  readonly userId?: string;
  readonly status?: TopUp["status"];
}

/** A user's account at Airtm. */
export type AirtmLink = Schemas["AirtmLink"];

/** Money that the operator takes out of a wallet of the platform, or of a suspended user. */
export type PlatformPayout = Schemas["PlatformPayout"];

/** What to take out, and why; the amount is a string with two to seven decimals. */
export type RequestPlatformPayoutBody = BodyOf<"requestPlatformPayout">;

/** Which platform payouts. */
export interface PlatformPayoutsQuery extends PageQuery {
  /** platform/<role> or usr_… */
  readonly source?: string;
  readonly status?: PlatformPayout["status"];
}

/** What is lost, and why. */
export type WriteOffBody = BodyOf<"writeOffBalance">;

/** What was written off. */
export type WriteOff = Schemas["WriteOff"];
