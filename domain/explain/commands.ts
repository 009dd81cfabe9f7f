import type { DisputeStatus } from "../dispute/states.ts";
import { mayStart, type OrderCommandName, type OrderSituation } from "../order/commands.ts";
import type { TopUpStatus } from "../topup/states.ts";
import type { WithdrawalStatus } from "../withdrawal/states.ts";
import type { SafeAction } from "./situation.ts";

interface CommandWords {
  /** Below the path of the thing itself. */
  readonly path: string;
  readonly whatItWouldDo: string;
  readonly scope: "read" | "write" | "support";
}

const ORDER_COMMANDS = {
  reserve: {
    path: "/reserve",
    whatItWouldDo: "Holds the order's amount of the buyer's balance.",
    scope: "write",
  },
  cancel: { path: "/cancel", whatItWouldDo: "Gives back what is held and closes the order.", scope: "write" },
  createEscrow: {
    path: "/escrow",
    whatItWouldDo: "Deploys the escrow contract, with the buyer's key.",
    scope: "write",
  },
  fundEscrow: { path: "/escrow/fund", whatItWouldDo: "Moves the held money into the contract.", scope: "write" },
  completeMilestone: {
    path: "/milestones/{ref}/complete",
    whatItWouldDo: "Marks a milestone as completed on the contract, with the seller's key.",
    scope: "write",
  },
  release: {
    path: "/resolution/release",
    whatItWouldDo: "Pays the seller from escrow, less the fees, and closes the order.",
    scope: "write",
  },
  refund: {
    path: "/resolution/refund",
    whatItWouldDo: "Freezes the contract and pays the buyer back, less the fees that the contract takes.",
    scope: "write",
  },
  openDispute: {
    path: "/resolution/dispute",
    whatItWouldDo: "Freezes the contract with the key of a party; only support can make it pay then.",
    scope: "write",
  },
} as const satisfies Record<OrderCommandName, CommandWords>;

const ASSIGN = { path: "/assign", whatItWouldDo: "Names who of support takes the dispute.", scope: "support" } as const;
const COMMENT = { path: "/comment", whatItWouldDo: "Adds a comment; nothing else changes.", scope: "support" } as const;
const EVIDENCE = { path: "/evidence", whatItWouldDo: "Adds evidence; nothing else changes.", scope: "write" } as const;
const PREVIEW = {
  path: "/preview",
  whatItWouldDo: "Shows what a decision would pay to whom. Changes nothing.",
  scope: "read",
} as const;
const RESOLVE = {
  path: "/resolve",
  whatItWouldDo: "Decides: the contract pays seller, buyer or both, and the order closes.",
  scope: "support",
} as const;

const DISPUTE_COMMANDS = {
  OPEN: { assign: ASSIGN, comment: COMMENT, addEvidence: EVIDENCE, preview: PREVIEW },
  UNDER_REVIEW: { preview: PREVIEW, resolve: RESOLVE, comment: COMMENT, addEvidence: EVIDENCE },
  RESOLVED: {},
} as const satisfies Record<DisputeStatus, Readonly<Record<string, CommandWords>>>;

const WITHDRAWAL_COMMANDS: Readonly<Record<string, CommandWords>> = {
  commit: { path: "/commit", whatItWouldDo: "Sends the held money to its destination.", scope: "write" },
  cancel: { path: "/cancel", whatItWouldDo: "Gives the held money back to the user's balance.", scope: "write" },
};

/** The commands that an order takes now. */
export function orderCommands(orderId: string, order: OrderSituation): readonly SafeAction[] {
  const names = (Object.keys(ORDER_COMMANDS) as OrderCommandName[]).filter((name) => mayStart(name, order));
  return names.map((name) => toAction(`/orders/${orderId}`, name, ORDER_COMMANDS[name]));
}

/** What support and the parties may do with a dispute now. */
export const disputeCommands = (disputeId: string, status: DisputeStatus): readonly SafeAction[] =>
  Object.entries<CommandWords>(DISPUTE_COMMANDS[status]).map(([name, words]) =>
    toAction(`/disputes/${disputeId}`, name, words),
  );

const TAKE_BACK: CommandWords = {
  path: "/cancel",
  whatItWouldDo: "Has Airtm cancel the payout, where it still does; the money comes back on its word.",
  scope: "write",
};
const REFRESH: CommandWords = {
  path: "/refresh",
  whatItWouldDo: "Asks Airtm now, and changes nothing.",
  scope: "read",
};
const GIVE_UP: CommandWords = {
  path: "/cancel",
  whatItWouldDo: "Gives the top-up up at Airtm. Nothing was taken; what was paid meanwhile is credited.",
  scope: "write",
};

/** Beside those of every withdrawal, while Airtm has it. */
const AT_AIRTM: Readonly<Partial<Record<WithdrawalStatus, Readonly<Record<string, CommandWords>>>>> = {
  WITHDRAWAL_PENDING: { cancel: TAKE_BACK, refresh: REFRESH },
  WITHDRAWAL_PENDING_USER_ACTION: { cancel: TAKE_BACK, refresh: REFRESH },
};

const TOPUP_COMMANDS: Readonly<Partial<Record<TopUpStatus, Readonly<Record<string, CommandWords>>>>> = {
  TOPUP_AWAITING_USER_CONFIRMATION: { cancel: GIVE_UP, refresh: REFRESH },
  TOPUP_PROCESSING: { refresh: REFRESH },
};

/** The commands that a withdrawal takes now. @param isFiat true of one to Airtm */
export const withdrawalCommands = (
  withdrawalId: string,
  status: WithdrawalStatus,
  isFiat = false,
): readonly SafeAction[] =>
  toActions(
    `/withdrawals/${withdrawalId}`,
    status === "WITHDRAWAL_CREATED" ? WITHDRAWAL_COMMANDS : isFiat ? AT_AIRTM[status] : undefined,
  );

/** The commands that a top-up takes now. */
export const topUpCommands = (topUpId: string, status: TopUpStatus): readonly SafeAction[] =>
  toActions(`/topups/${topUpId}`, TOPUP_COMMANDS[status]);

const toActions = (subject: string, commands: Readonly<Record<string, CommandWords>> = {}): readonly SafeAction[] =>
  Object.entries(commands).map(([name, words]) => toAction(subject, name, words));

const toAction = (subject: string, action: string, { path, whatItWouldDo, scope }: CommandWords): SafeAction => ({
  action,
  how: { rest: `POST ${subject}${path}`, signal: null },
  whatItWouldDo,
  needs: `scope ${scope}`,
});
