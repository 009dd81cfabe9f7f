import type { Transaction } from "@stellar/stellar-sdk";
import type { OrderTerms } from "../../domain/chain/intent.ts";
import { StepFailure } from "../failures.ts";
import type { Booking, UnsignedStep } from "../stellar/intent-handler.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import type { ExpectedCall } from "./expected-call.ts";
import { resyncedWhenStale } from "./resync.ts";
import { verifyCall } from "./verify-call.ts";
import { verifyEnvelope } from "./verify-envelope.ts";

export interface StepToBuild {
  readonly order: OrderTerms;
  readonly expected: ExpectedCall;
  /** Asks the provider for the transaction. */
  build(): Promise<string>;
  readonly booking: Booking | null;
}

/** Has the provider build a transaction and lets it through only as the one that was asked for. */
export async function builtStep(
  deps: EscrowDeps,
  { order, expected, build, booking }: StepToBuild,
): Promise<UnsignedStep> {
  const { source } = expected;
  const before = await loadAccount(deps, source);
  const unsignedXdr = await resyncedWhenStale(deps, order.orderId, build);
  const { closeTimeSeconds } = await deps.stellar.latestLedger();
  const { networkPassphrase, feeStroopsMax, transactionSeconds } = deps.settings;
  const rules = { networkPassphrase, source, feeStroopsMax, closeTimeSeconds, transactionSeconds };
  const { transaction, operation } = verifyEnvelope(unsignedXdr, rules);
  verifyCall(operation, expected);
  requireNextSequence(transaction, before.sequence);
  return { transaction, signers: [source], sendThrough: "trustless-work", booking };
}

async function loadAccount({ stellar }: EscrowDeps, address: string) {
  const account = await stellar.account(address);
  if (!account) throw new StepFailure("WALLET_NOT_READY", `the account ${address} does not exist yet`);
  return account;
}

/** With any other number it could only fail or wait; their node was behind, so asking again helps. */
function requireNextSequence(transaction: Transaction, sequence: bigint): void {
  if (BigInt(transaction.sequence) === sequence + 1n) return;
  throw new StepFailure(
    "PROVIDER_INDEX_STALE",
    `built for sequence ${transaction.sequence}, the account is at ${sequence}`,
  );
}
