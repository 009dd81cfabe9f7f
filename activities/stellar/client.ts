import type { rpc, Transaction } from "@stellar/stellar-sdk";
import type { SourceSeen } from "../../domain/chain/source-state.ts";
import type { EscrowOnChain } from "./escrow-on-chain.ts";
import { findTransaction } from "./nodes/find-transaction.ts";
import { createHorizonSource } from "./nodes/horizon-source.ts";
import { horizonTransaction } from "./nodes/horizon-testimony.ts";
import { lookAtSources } from "./nodes/look-at-sources.ts";
import { onePassphrase } from "./nodes/one-passphrase.ts";
import { paymentsByEvents } from "./nodes/payments-by-events.ts";
import { createRpcNodes } from "./nodes/rpc-nodes.ts";
import { sendToNodes } from "./nodes/send-to-nodes.ts";
import { type Asked, type Heard, hearAll } from "./nodes/testimony.ts";
import { reaching } from "./reaching.ts";
import { type AccountOnChain, readAccount } from "./read-account.ts";
import { readAccountsSequence } from "./read-accounts-sequence.ts";
import { contractReader } from "./read-contract.ts";
import { type FeeStats, readFeeStats } from "./read-fee-stats.ts";
import { type LatestLedger, readLatestLedger } from "./read-latest-ledger.ts";
import { type PaymentInHistory, readPayments } from "./read-payments.ts";
import type { TransactionOnChain } from "./read-transaction.ts";
import { type EventPosition, readTransferEvents, type TransferPage } from "./read-transfer-events.ts";
import { readWalletsUsdc, type WalletHoldings } from "./read-wallets-usdc.ts";
import { readWalletsXlm } from "./read-wallets-xlm.ts";
import type { SendAnswer } from "./send-transaction.ts";
import type { ChainSettings } from "./settings.ts";
import { type Simulation, simulateCall } from "./simulate-call.ts";

export type { EscrowOnChain } from "./escrow-on-chain.ts";
export type { AccountOnChain } from "./read-account.ts";
export type { LatestLedger } from "./read-latest-ledger.ts";
export type { PaymentInHistory } from "./read-payments.ts";
export type { TransactionOnChain } from "./read-transaction.ts";
export type { EventPosition, TransferPage } from "./read-transfer-events.ts";
export type { SendAnswer } from "./send-transaction.ts";

/**
 * The Stellar network as this product sees it, through as many sources as are configured. Every method throws
 * CHAIN_UNREACHABLE when none answers in time, NETWORK_BEHIND when those that do are behind, and NETWORK_NEWER when an answer
 * cannot be read.
 */
export interface StellarClient {
  latestLedger(): Promise<LatestLedger>;
  transaction(hash: string): Promise<TransactionOnChain>;
  /** What every source says of a transaction, each by itself: for what one alone must not decide. */
  testimonies(asked: Asked): Promise<readonly Heard[]>;
  /**
   * What else must be heard before an end is believed: of a success every other node, where there is one; of a failure every
   * source, because it lets another transaction be signed.
   */
  testimoniesOf(end: "SUCCEEDED" | "FAILED", asked: Asked): Promise<readonly Heard[]>;
  /** Horizon's copy of a transaction that the nodes have forgotten; null where there is no Horizon. */
  archivedTransaction(hash: string): Promise<TransactionOnChain | null>;
  /** How every source is. */
  sources(): Promise<readonly SourceSeen[]>;
  /** null when the account does not exist. */
  account(address: string): Promise<AccountOnChain | null>;
  /** The highest sequence numbers that any node shows of up to 200 accounts; an account that is not on the chain has none. */
  accountsSequence(addresses: readonly string[]): Promise<ReadonlyMap<string, bigint>>;
  /** An error says nothing: the bytes may have arrived. */
  send(signedXdr: string): Promise<SendAnswer>;
  feeStats(): Promise<FeeStats>;
  /** What a contract call would need, or why it would fail. */
  simulate(transaction: Transaction): Promise<Simulation>;
  /** null when there is no such contract. @throws STATE_UNEXPECTED when it is no escrow */
  escrow(contractId: string): Promise<EscrowOnChain | null>;
  contractUsdc(contractId: string): Promise<bigint>;
  /** The most that any node shows: a contract is empty when none of them shows anything in it. */
  mostContractUsdc(contractId: string): Promise<bigint>;
  /** What up to 200 accounts hold, in one look at one ledger; those without a trustline hold nothing. */
  walletsUsdc(addresses: readonly string[]): Promise<WalletHoldings>;
  /** What up to 200 accounts can spend above their reserves, by address; accounts that do not exist are missing. */
  spendableXlm(addresses: readonly string[]): Promise<ReadonlyMap<string, bigint>>;
  /** The transactions in which USDC came to or left an account, newest first, page by page, from the second source. */
  payments(address: string): AsyncIterable<readonly PaymentInHistory[]>;
  /** Hex; null when there is no such contract. */
  contractWasmHash(contractId: string): Promise<string | null>;
  transferEvents(position: EventPosition, limit: number): Promise<TransferPage>;
  /** The passphrase of the network the node is on. */
  passphrase(): Promise<string>;
  /** Has the network's faucet create the account; does nothing when it exists. */
  friendbot(address: string): Promise<void>;
}

/** Below the 15 s that one attempt to send may take, so that the answer is ours and not Temporal's. */
const TIMEOUT_MS = 10_000;

export function createStellarClient(settings: ChainSettings, timeoutMs = TIMEOUT_MS): StellarClient {
  const nodes = createRpcNodes(
    [settings.rpcUrl, ...(settings.otherRpcUrls ?? [])],
    settings.networkPassphrase,
    timeoutMs,
  );
  const horizon = createHorizonSource(settings.horizonUrl, settings.networkPassphrase, timeoutMs);
  const contractsAt = (server: rpc.Server) => contractReader(server, settings);
  const account = (address: string) => nodes.newest("account", (server) => readAccount(server, settings, address));
  return {
    account,
    latestLedger: () => nodes.newest("latest ledger", readLatestLedger),
    transaction: (hash) => findTransaction(nodes, settings, hash),
    accountsSequence: async (addresses) =>
      highest(await nodes.each("sequence numbers", (server) => readAccountsSequence(server, addresses))),
    testimonies: (asked) => hearAll(nodes, horizon, settings, asked),
    testimoniesOf: async (end, asked) => {
      if (end === "FAILED") return hearAll(nodes, horizon, settings, asked);
      return nodes.all.length > 1 ? hearAll(nodes, null, settings, asked) : [];
    },
    archivedTransaction: async (hash) =>
      (await horizon?.ask("transaction in history", (server) => horizonTransaction(server, settings, hash))) ?? null,
    sources: () => lookAtSources(nodes, horizon),
    feeStats: () => nodes.newest("fee statistics", readFeeStats),
    simulate: (transaction) => nodes.newest("simulation", (server) => simulateCall(server, transaction)),
    send: (signedXdr) => sendToNodes(nodes, settings, signedXdr),
    escrow: (contractId) => nodes.newest("escrow", (server) => contractsAt(server).escrow(contractId)),
    contractUsdc: (contractId) => nodes.newest("contract balance", (server) => contractsAt(server).usdc(contractId)),
    mostContractUsdc: async (contractId) =>
      largest(await nodes.each("contract balance", (server) => contractsAt(server).usdc(contractId))),
    walletsUsdc: (addresses) => nodes.newest("wallets", (server) => readWalletsUsdc(server, settings, addresses)),
    spendableXlm: (addresses) => nodes.newest("wallets' XLM", (server) => readWalletsXlm(server, addresses)),
    payments: (address) =>
      horizon ? readPayments(horizon, settings, address) : paymentsByEvents(nodes, settings, address),
    contractWasmHash: (contractId) =>
      nodes.newest("contract code", (server) => contractsAt(server).wasmHash(contractId)),
    transferEvents: (position, limit) =>
      nodes.newest("transfer events", (server) => readTransferEvents(server, settings, position, limit)),
    passphrase: () => onePassphrase(nodes),
    async friendbot(address) {
      await reaching("faucet", () => askFriendbot(settings.friendbotUrl, address, timeoutMs)).catch(async (error) => {
        if ((await account(address)) === null) throw error; // it refuses accounts that exist already
      });
    },
  };
}

async function askFriendbot(friendbotUrl: string | null, address: string, timeoutMs: number): Promise<void> {
  if (friendbotUrl === null) throw new Error("this network has no faucet");
  const url = new URL(friendbotUrl);
  url.searchParams.set("addr", address);
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`the faucet answered ${response.status}`);
  await response.arrayBuffer();
}

const largest = (numbers: readonly bigint[]): bigint => numbers.reduce((most, one) => (one > most ? one : most), 0n);

function highest(looks: readonly ReadonlyMap<string, bigint>[]): ReadonlyMap<string, bigint> {
  const sequences = new Map<string, bigint>();
  for (const [address, sequence] of looks.flatMap((look) => [...look])) {
    sequences.set(address, largest([sequence, sequences.get(address) ?? 0n]));
  }
  return sequences;
}
