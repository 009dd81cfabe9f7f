import type { Transaction } from "@stellar/stellar-sdk";
import type { ChainIntent, ChainReceipt } from "../../domain/chain/intent.ts";
import type { Claim } from "../../domain/ledger/book-claims.ts";

/** Which ledger account each Stellar address stands for in one transaction; anything else is booked as unexplained. */
export interface Booking {
  readonly entryKind: "fund" | "release" | "refund" | "split" | "withdraw";
  readonly accounts: Readonly<Record<string, string>>;
  /** For whom the treasury's USDC moves; missing where users' own USDC does. */
  readonly claims?: readonly Claim[];
  /** An account of which what this transaction pays beyond our book of it had come in unasked. */
  readonly empties?: string;
}

/** A transaction that was verified against its intent and may be signed. */
export interface UnsignedStep {
  readonly transaction: Transaction;
  /** Wallets whose keys sign it, by public key. The first one is the source. */
  readonly signers: readonly string[];
  /** Where the first attempt to send goes; later ones always go to our own Stellar node. */
  readonly sendThrough: "stellar" | "trustless-work";
  /** XLM that its operations take from the source or lock in it, besides the fee. */
  readonly spentXlmStroops?: bigint;
  /** null where no user's money moves. */
  readonly booking: Booking | null;
}

/** How one kind of intent becomes a transaction. Both methods throw StepFailure and never sign. */
export interface IntentHandler<Kind extends ChainIntent["kind"]> {
  /** The account whose sequence number the transaction will use. */
  source(intent: Extract<ChainIntent, { kind: Kind }>): Promise<string>;
  /** What the chain shows already; an effect that is there needs no transaction. */
  reached(intent: Extract<ChainIntent, { kind: Kind }>): Promise<ChainReceipt | null>;
  /** Builds it, or has the provider build it, and verifies every part of it. */
  build(intent: Extract<ChainIntent, { kind: Kind }>): Promise<UnsignedStep>;
}

export type IntentHandlers = { readonly [Kind in ChainIntent["kind"]]: IntentHandler<Kind> };
