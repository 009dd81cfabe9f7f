import { type Command, Option } from "commander";
import type { RulingBody, SettlementPreview } from "../../sdk/index.ts";
import { CliError } from "./deps.ts";
import { factsOf } from "./table.ts";

export interface RulingOptions {
  readonly decision: RulingBody["decision"];
  readonly seller?: string;
  readonly buyer?: string;
}

/** The options that say a decision. */
export const withRuling = (command: Command): Command =>
  command
    .addOption(
      new Option("-d, --decision <decision>").choices(["FULL_RELEASE", "FULL_REFUND", "SPLIT"]).makeOptionMandatory(),
    )
    .option("--seller <amount>", "of a split: the seller's share before fees, such as 80.00")
    .option("--buyer <amount>", "of a split: the buyer's share before fees");

/** @throws CliError when a split lacks a share, or another decision has one */
export function rulingOf({ decision, seller, buyer }: RulingOptions): RulingBody {
  if (decision !== "SPLIT") {
    if (seller !== undefined || buyer !== undefined) throw new CliError("--seller and --buyer belong to a SPLIT only");
    return { decision };
  }
  if (!seller || !buyer) throw new CliError("a SPLIT needs --seller and --buyer");
  return { decision, releaseAmount: seller, refundAmount: buyer };
}

export const previewLines = (preview: SettlementPreview): readonly string[] =>
  factsOf({
    decision: preview.decision,
    "contract holds": preview.heldAmount,
    "seller gets": `${preview.seller.netAmount} (of ${preview.seller.grossAmount})`,
    "buyer gets": `${preview.buyer.netAmount} (of ${preview.buyer.grossAmount})`,
    fees: `Trustless Work ${preview.fees.trustlessWork}, platform ${preview.fees.platform}`,
    "stays in contract": preview.remainingAmount,
    transactions: preview.transactions.map(({ step, signedBy }) => `${step} (${signedBy})`).join(", "),
  });
