import { Keypair, type rpc, xdr } from "@stellar/stellar-sdk";
import type { StepFailure } from "../../failures.ts";
import type { Mortal } from "../proof-of-death.ts";
import { isOfNode } from "../reaching.ts";
import { readLedgerEntries } from "../read-ledger-entries.ts";
import { readTransaction, type TransactionOnChain } from "../read-transaction.ts";
import type { ChainSettings } from "../settings.ts";
import type { HorizonSource } from "./horizon-source.ts";
import { horizonTestimony } from "./horizon-testimony.ts";
import type { RpcNodes } from "./rpc-nodes.ts";
import type { Source } from "./source.ts";

/** What one source says of a transaction and of the account that it is of. */
export interface Testimony {
  readonly source: string;
  readonly answer: TransactionOnChain;
  /** As of the ledger that the answer was given at, or a later one; null when the account is gone. */
  readonly accountSequence: bigint | null;
}

/** Or why it says nothing. */
export type Heard = Testimony | { readonly source: string; readonly failure: StepFailure };

export type Asked = Pick<Mortal, "hash"> & { readonly sourceAccount: string };

/** Asks every source by itself: none can speak for another. */
export function hearAll(
  nodes: RpcNodes,
  horizon: HorizonSource | null,
  settings: ChainSettings,
  asked: Asked,
): Promise<Heard[]> {
  const fromNodes = nodes.all.map((node) => hear(node, (server) => rpcTestimony(server, node.source, settings, asked)));
  const fromHorizon = horizon
    ? [hear(horizon, (server) => horizonTestimony(server, horizon.source, settings, asked))]
    : [];
  return Promise.all([...fromNodes, ...fromHorizon]);
}

async function hear<Server>(
  { source, ask }: Source<Server>,
  testify: (server: Server) => Promise<Testimony>,
): Promise<Heard> {
  try {
    return await ask(`history of ${source}`, testify);
  } catch (failure) {
    if (!isOfNode(failure)) throw failure;
    return { source, failure };
  }
}

async function rpcTestimony(
  server: rpc.Server,
  source: string,
  settings: ChainSettings,
  asked: Asked,
): Promise<Testimony> {
  const answer = await readTransaction(server, settings, asked.hash);
  const { sequence, ledger } = await sequenceOf(server, asked.sourceAccount);
  if (ledger < answer.latest.latestLedger) throw new Error("its account is older than its answer");
  return { source, answer, accountSequence: sequence };
}

async function sequenceOf(server: rpc.Server, address: string): Promise<{ sequence: bigint | null; ledger: number }> {
  const accountId = Keypair.fromPublicKey(address).xdrAccountId();
  const key = xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId }));
  const { entries, latestLedger } = await readLedgerEntries(server, [key]);
  const entry = entries[0]?.val;
  return { sequence: entry?.type === "account" ? entry.account.seqNum : null, ledger: latestLedger };
}
