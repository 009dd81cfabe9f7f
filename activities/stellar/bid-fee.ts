import { type Transaction, TransactionBuilder, type xdr } from "@stellar/stellar-sdk";
import { feeBid } from "../../domain/chain/fee-bid.ts";
import { formatStroops, type Stroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import type { ChainDeps } from "./chain-deps.ts";
import type { UnsignedStep } from "./intent-handler.ts";
import { requireXlm } from "./require-xlm.ts";

type BidDeps = Pick<ChainDeps, "db" | "stellar" | "settings">;

/** A fee has 32 bits. */
const FEE_STROOPS_MAX = 4_294_967_295n;

/**
 * Has a verified transaction bid what its attempt should: whoever built it, its inclusion fee is ours to set and nothing else of
 * it changes. Its account must be able to pay that fee, and no more than that.
 * @throws StepFailure FEE_LIMIT_BELOW_PRICE, WALLET_LOW_ON_XLM, ACCOUNT_OUT_OF_XLM
 */
export async function withBid(deps: BidDeps, step: UnsignedStep, generation: number): Promise<UnsignedStep> {
  const transaction = await dearer(deps, step.transaction, generation);
  await requireXlm(deps, transaction.source, BigInt(transaction.fee) + (step.spentXlmStroops ?? 0n));
  return { ...step, transaction };
}

async function dearer({ stellar, settings }: BidDeps, received: Transaction, generation: number) {
  const sorobanData = sorobanDataOf(received);
  const resourceStroops = sorobanData?.resourceFee ?? 0n;
  const operations = BigInt(received.operations.length);
  const limit = least(settings.feeStroopsMax, FEE_STROOPS_MAX) - resourceStroops;
  const { classic, soroban } = await stellar.feeStats();
  const prices = sorobanData ? soroban : classic;
  const bid = feeBid(prices, generation, limit / operations);
  if (bid === null) throw tooLow(prices.min * operations + resourceStroops, settings.feeStroopsMax);
  const fee = largest(bid, (BigInt(received.fee) - resourceStroops) / operations);
  return TransactionBuilder.cloneFrom(received, { fee: fee.toString(), ...(sorobanData && { sorobanData }) }).build();
}

function sorobanDataOf(transaction: Transaction): xdr.SorobanTransactionData | null {
  const envelope = transaction.toEnvelope();
  if (envelope.type !== "envelopeTypeTx") return null;
  const { ext } = envelope.value.tx;
  return ext.type === "sorobanData" ? ext.sorobanData : null;
}

function tooLow(neededStroops: Stroops, limitStroops: Stroops): StepFailure {
  const [needed, limit] = [formatStroops(neededStroops), formatStroops(limitStroops)];
  const message = `the network asks for at least ${needed} XLM and STELLAR_FEE_STROOPS_MAX allows ${limit}`;
  return new StepFailure("FEE_LIMIT_BELOW_PRICE", message);
}

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);
const largest = (one: bigint, other: bigint): bigint => (one > other ? one : other);
