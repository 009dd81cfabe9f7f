import {
  Asset,
  Horizon,
  Keypair,
  Operation,
  rpc,
  type Transaction,
  TransactionBuilder,
  type xdr,
} from "@stellar/stellar-sdk";
import { type SandboxOptions, startSandbox } from "../../start.ts";
import { usdcIssuer } from "../identities.ts";
import { NETWORK_PASSPHRASE } from "../network.ts";

export const usdcAsset = new Asset("USDC", usdcIssuer.publicKey());

interface BuildOptions {
  readonly fee?: string;
  readonly timeoutSeconds?: number;
  readonly memo?: Parameters<TransactionBuilder["addMemo"]>[0];
  /** Instead of the account's next one. */
  readonly sequence?: bigint;
}

/** A sandbox on a port of its own, and the SDK's clients for it. Close it. */
export async function startClient(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ ledgerMs: 0, ...options });
  return { ...clientOf(sandbox.url), sandbox, close: () => sandbox.close() };
}

export type SandboxClient = Awaited<ReturnType<typeof startClient>>;

export function clientOf(url: string) {
  const horizon = new Horizon.Server(`${url}/horizon`, { allowHttp: true });
  const node = new rpc.Server(`${url}/rpc`, { allowHttp: true });
  const control = controlOf(url);
  const build = async (source: Keypair, operations: readonly xdr.Operation[], more: BuildOptions = {}) => {
    const account = await node.getAccount(source.publicKey());
    const startAt = more.sequence === undefined ? account : withSequence(account, more.sequence);
    const builder = new TransactionBuilder(startAt, { fee: more.fee ?? "100", networkPassphrase: NETWORK_PASSPHRASE });
    for (const operation of operations) builder.addOperation(operation);
    if (more.memo !== undefined) builder.addMemo(more.memo);
    // by the sandbox's clock: a test may have moved it
    const { nowSeconds } = await control.get("/clock");
    return builder.setTimebounds(0, Number(nowSeconds) + (more.timeoutSeconds ?? 60)).build();
  };
  const submit = async (source: Keypair, operations: readonly xdr.Operation[], more: BuildOptions = {}) => {
    const transaction = await build(source, operations, more);
    transaction.sign(source);
    return outcomeOf(node, transaction);
  };
  return {
    url,
    horizon,
    node,
    control,
    build,
    submit,
    send: (transaction: Transaction) => outcomeOf(node, transaction),
    /** A new account with 10,000 XLM. */
    async funded(): Promise<Keypair> {
      const keypair = Keypair.random();
      await node.fundAddress(keypair.publicKey());
      return keypair;
    },
    /** A new account that can hold USDC, with an amount of it. */
    async holder(amount?: string): Promise<Keypair> {
      const keypair = Keypair.random();
      await node.fundAddress(keypair.publicKey());
      await submit(keypair, [Operation.changeTrust({ asset: usdcAsset })]);
      if (amount !== undefined) await control.post("/stellar/mint", { address: keypair.publicKey(), amount });
      return keypair;
    },
    usdcOf: async (address: string): Promise<string | null> => {
      const { usdc } = await control.get(`/stellar/accounts/${address}`);
      return typeof usdc === "string" ? usdc : null;
    },
  };
}

function withSequence<Source extends { sequenceNumber(): string; incrementSequenceNumber(): void }>(
  account: Source,
  sequence: bigint,
): { accountId(): string; sequenceNumber(): string; incrementSequenceNumber(): void } & Source {
  return Object.assign(Object.create(account), { sequenceNumber: () => (sequence - 1n).toString() });
}

/** Result codes of a transaction, refused or applied: what every test about the network's rules asks for. */
async function outcomeOf(node: rpc.Server, transaction: Transaction) {
  const sent = await node.sendTransaction(transaction);
  if (sent.status !== "PENDING") {
    return { status: sent.status, hash: sent.hash, code: sent.errorResult?.result.type ?? null, operations: [] };
  }
  const applied = await node.getTransaction(sent.hash);
  if (applied.status === "NOT_FOUND") return { status: "PENDING", hash: sent.hash, code: null, operations: [] };
  const { result } = applied.resultXdr;
  const operations = "results" in result ? result.results.map(operationCode) : [];
  return { status: applied.status as string, hash: sent.hash, code: result.type, operations };
}

const operationCode = (result: xdr.OperationResult): string =>
  result.type === "opInner" ? result.tr.value.type : result.type;

function controlOf(url: string) {
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${url}/_sandbox${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return asRecord(answer);
  };
  return {
    get: (path: string) => call("GET", path),
    post: (path: string, body: object = {}) => call("POST", path, body),
    delete: (path: string) => call("DELETE", path),
  };
}

/** Control answers are objects; a test reads the fields it expects. */
const asRecord = (answer: unknown): Record<string, unknown> =>
  typeof answer === "object" && answer !== null ? { ...answer } : {};
