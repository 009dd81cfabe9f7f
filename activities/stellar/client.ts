import { Horizon, rpc, type Transaction } from "@stellar/stellar-sdk";
import type { EscrowOnChain } from "./escrow-on-chain.ts";
import { reaching, readAnswer, statusIn } from "./reaching.ts";
import { type AccountOnChain, readAccount } from "./read-account.ts";
import { readAccountsSequence } from "./read-accounts-sequence.ts";
import { contractReader } from "./read-contract.ts";
import { type FeeStats, readFeeStats } from "./read-fee-stats.ts";
import { type LatestLedger, readLatestLedger } from "./read-latest-ledger.ts";
import { type PaymentInHistory, readPayments } from "./read-payments.ts";
import { type TransactionOnChain, toTransactionOnChain } from "./read-transaction.ts";
import { type EventPosition, readTransferEvents, type TransferPage } from "./read-transfer-events.ts";
import { readWalletsUsdc, type WalletHoldings } from "./read-wallets-usdc.ts";
import { readWalletsXlm } from "./read-wallets-xlm.ts";
import { type SendAnswer, sendTransaction } from "./send-transaction.ts";
import type { ChainSettings } from "./settings.ts";
import { type Simulation, simulateCall } from "./simulate-call.ts";
import { NetworkAnswer } from "./wire.ts";

export type { EscrowOnChain } from "./escrow-on-chain.ts";
export type { AccountOnChain } from "./read-account.ts";
export type { LatestLedger } from "./read-latest-ledger.ts";
export type { PaymentInHistory } from "./read-payments.ts";
export type { TransactionOnChain } from "./read-transaction.ts";
export type { EventPosition, TransferPage } from "./read-transfer-events.ts";
export type { SendAnswer } from "./send-transaction.ts";

/** The Stellar network as this product sees it. Every method throws CHAIN_UNREACHABLE when no node answers in time, and NETWORK_NEWER when it cannot read the answer. */
export interface StellarClient {
  latestLedger(): Promise<LatestLedger>;
  transaction(hash: string): Promise<TransactionOnChain>;
  /**
   * A second source, for the proof that a transaction never happened.
   * @throws CHAIN_UNREACHABLE when it has not got past `untilSeconds` of chain time: then its silence says nothing
   */
  foundInHistory(hash: string, untilSeconds: number): Promise<boolean>;
  /** null when the account does not exist. */
  account(address: string): Promise<AccountOnChain | null>;
  /** The sequence numbers of up to 200 accounts, in one look at one ledger; an account that is not on the chain has none. */
  accountsSequence(addresses: readonly string[]): Promise<ReadonlyMap<string, bigint>>;
  /** An error says nothing: the bytes may have arrived. */
  send(signedXdr: string): Promise<SendAnswer>;
  feeStats(): Promise<FeeStats>;
  /** What a contract call would need, or why it would fail. */
  simulate(transaction: Transaction): Promise<Simulation>;
  /** null when there is no such contract. @throws STATE_UNEXPECTED when it is no escrow */
  escrow(contractId: string): Promise<EscrowOnChain | null>;
  contractUsdc(contractId: string): Promise<bigint>;
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
const ANSWER_BYTES_MAX = 32 * 1024 * 1024;

export function createStellarClient(settings: ChainSettings, timeoutMs = TIMEOUT_MS): StellarClient {
  const server = new rpc.Server(settings.rpcUrl, { allowHttp: true });
  const horizon = new Horizon.Server(settings.horizonUrl, { allowHttp: true });
  // only with a bound on the body does the SDK keep its deadline until the body has been read
  for (const { httpClient } of [server, horizon]) {
    Object.assign(httpClient.defaults, { timeout: timeoutMs, maxContentLength: ANSWER_BYTES_MAX });
  }
  const contracts = contractReader(server, settings);
  const account = (address: string) => reaching("account", () => readAccount(server, settings, address));
  return {
    account,
    latestLedger: () => reaching("latest ledger", () => readLatestLedger(server)),
    transaction: (hash) =>
      reaching("transaction", async () => toTransactionOnChain(await server.getTransaction(hash), settings)),
    accountsSequence: (addresses) => reaching("sequence numbers", () => readAccountsSequence(server, addresses)),
    foundInHistory: (hash, untilSeconds) => reaching("history", () => foundInHistory(horizon, hash, untilSeconds)),
    feeStats: () => reaching("fee statistics", () => readFeeStats(server)),
    simulate: (transaction) => reaching("simulation", () => simulateCall(server, transaction)),
    send: (signedXdr) => reaching("send", () => sendTransaction(server, settings, signedXdr)),
    escrow: (contractId) => reaching("escrow", () => contracts.escrow(contractId)),
    contractUsdc: (contractId) => reaching("contract balance", () => contracts.usdc(contractId)),
    walletsUsdc: (addresses) => reaching("wallets", () => readWalletsUsdc(server, settings, addresses)),
    spendableXlm: (addresses) => reaching("wallets' XLM", () => readWalletsXlm(server, addresses)),
    payments: (address) => readPayments(horizon, settings, address),
    contractWasmHash: (contractId) => reaching("contract code", () => contracts.wasmHash(contractId)),
    transferEvents: (position, limit) =>
      reaching("transfer events", () => readTransferEvents(server, settings, position, limit)),
    passphrase: () => reaching("network", async () => readAnswer(NetworkAnswer, await server.getNetwork()).passphrase),
    async friendbot(address) {
      await reaching("faucet", () => askFriendbot(settings.friendbotUrl, address, timeoutMs)).catch(async (error) => {
        if ((await account(address)) === null) throw error; // it refuses accounts that exist already
      });
    },
  };
}

async function foundInHistory(horizon: Horizon.Server, hash: string, untilSeconds: number): Promise<boolean> {
  try {
    await horizon.transactions().transaction(hash).call();
    return true;
  } catch (error) {
    if (statusIn(error) !== 404) throw error;
  }
  const { history_latest_ledger_closed_at: closedAt } = await horizon.root();
  if (Date.parse(closedAt) / 1000 > untilSeconds) return false;
  throw new Error(`Horizon has only got to ${closedAt}`);
}

async function askFriendbot(friendbotUrl: string | null, address: string, timeoutMs: number): Promise<void> {
  if (friendbotUrl === null) throw new Error("this network has no faucet");
  const url = new URL(friendbotUrl);
  url.searchParams.set("addr", address);
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`the faucet answered ${response.status}`);
  await response.arrayBuffer();
}
