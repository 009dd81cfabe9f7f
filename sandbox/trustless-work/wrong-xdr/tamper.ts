import { Asset, type xdr } from "@stellar/stellar-sdk";
import type { TransactionPlan } from "../transaction-plan.ts";
import { withAuthForCall, withNestedArgs } from "./change-auth.ts";
import { changeLastArgument, foreignAddress, foreignReceiver, type LeafChange, largerNumber } from "./change-leaf.ts";
import { FOREIGN_ACCOUNT, FOREIGN_CONTRACT } from "./foreign.ts";

/** How a build may lie. Each result parses, and does something else than what was asked for. */
export const WRONG_XDR_VARIANTS = [
  "amount",
  "destination",
  "contract",
  "source",
  "fee",
  "function",
  "memo",
  "extra-operation",
  "no-maxtime",
] as const;

type Variant = (typeof WRONG_XDR_VARIANTS)[number];
type Usdc = { readonly code: string; readonly issuer: string };

const EXCESSIVE_FEE_STROOPS = 1_000_000_000;

const TAMPERERS: Readonly<Record<Variant, (plan: TransactionPlan, usdc: Usdc) => TransactionPlan>> = {
  amount: (plan) => withArgs(plan, largerNumber, foreignAddress),
  destination: (plan) => (plan.functionName === "fund_escrow" ? divertTransfer(plan) : divert(plan)),
  contract: (plan) => withAuthForCall({ ...plan, contractId: FOREIGN_CONTRACT }),
  source: (plan) => ({ ...plan, source: FOREIGN_ACCOUNT }),
  fee: (plan) => ({ ...plan, resourceFeeStroops: EXCESSIVE_FEE_STROOPS }),
  function: (plan) => withAuthForCall({ ...plan, functionName: otherFunction(plan.functionName) }),
  memo: (plan) => ({ ...plan, memo: "surprise" }),
  "extra-operation": (plan, { code, issuer }) => ({
    ...plan,
    extraPayment: { asset: new Asset(code, issuer), to: FOREIGN_ACCOUNT, amount: "1.0000000" },
  }),
  "no-maxtime": (plan) => ({ ...plan, maxTimeSeconds: 0 }),
};

/** An unknown variant lies about the amount. */
export function tamperedWith(plan: TransactionPlan, variant: string, usdc: Usdc): TransactionPlan {
  const known = WRONG_XDR_VARIANTS.find((each) => each === variant) ?? "amount";
  return TAMPERERS[known](plan, usdc);
}

const divert = (plan: TransactionPlan): TransactionPlan => withArgs(plan, foreignReceiver, foreignAddress);

/** The call stays as asked for, but what it authorises the token to do pays somebody else. */
const divertTransfer = (plan: TransactionPlan): TransactionPlan =>
  withNestedArgs(plan, (args) => changed(args, foreignAddress));

/** The first of these changes that finds something to change. A call without an amount gets another address. */
function withArgs(plan: TransactionPlan, ...changes: readonly LeafChange[]): TransactionPlan {
  const lie = withAuthForCall({ ...plan, args: changed(plan.args, ...changes) });
  return withNestedArgs(lie, (args) => changed(args, ...changes));
}

function changed(args: readonly xdr.ScVal[], ...changes: readonly LeafChange[]): readonly xdr.ScVal[] {
  for (const change of changes) {
    const result = changeLastArgument(args, change);
    if (result) return result;
  }
  return args;
}

const otherFunction = (name: string): string => (name === "release_funds" ? "dispute_escrow" : "release_funds");
