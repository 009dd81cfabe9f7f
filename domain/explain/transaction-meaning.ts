import { sortResult } from "../chain/results.ts";
import { unreachable } from "../unreachable.ts";

/** How a signed transaction ended, as far as it is known. */
export interface TransactionEnd {
  readonly outcome: "SUCCEEDED" | "FAILED" | "EXPIRED" | null;
  readonly resultCode: string | null;
  /** The Stellar ledger that holds it, once it succeeded. */
  readonly ledger: number | null;
  /** ISO time after which it can no longer apply. */
  readonly validUntil: string;
  readonly death: { readonly reason: string; readonly latestLedger: number } | null;
}

/** What the end of a transaction means, for people. */
export function meaningOf({ outcome, resultCode, ledger, validUntil, death }: TransactionEnd): string {
  switch (outcome) {
    case null:
      return `Signed and perhaps sent; it may still apply until ${validUntil}, and its end is not known yet.`;
    case "SUCCEEDED":
      return `Applied${ledger === null ? "" : ` in Stellar ledger ${ledger}`}.`;
    case "FAILED":
      return `A ledger holds it and refused it: ${sortResult(resultCode ?? "").why}. Its network fee is gone, nothing else happened.`;
    case "EXPIRED":
      return `Proven dead: absent from two sources${death ? ` when ledger ${death.latestLedger} had closed` : ""}, ${causeOf(death)}. It can never apply.`;
    default:
      return unreachable(outcome);
  }
}

const causeOf = (death: TransactionEnd["death"]): string =>
  death?.reason === "SEQUENCE_CONSUMED"
    ? "its time is over and its sequence number is used by another transaction"
    : "its time is over";
