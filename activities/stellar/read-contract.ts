import { Account, Address, Contract, rpc, TransactionBuilder, xdr } from "@stellar/stellar-sdk";
import { StepFailure } from "../failures.ts";
import { type EscrowOnChain, toEscrowOnChain } from "./escrow-on-chain.ts";
import { type LedgerEntries, readLedgerEntries } from "./read-ledger-entries.ts";
import { type ChainSettings, usdcContractId } from "./settings.ts";
import { readInteger, UnexpectedValue } from "./soroban-values.ts";

export interface ContractReader {
  escrow(contractId: string): Promise<EscrowOnChain | null>;
  usdc(contractId: string): Promise<bigint>;
  wasmHash(contractId: string): Promise<string | null>;
}

/** Reads contracts as the network sees them, never through a provider's copy. */
export function contractReader(server: rpc.Server, settings: ChainSettings): ContractReader {
  const ask = (contractId: string, method: string, ...args: xdr.ScVal[]) =>
    server.simulateTransaction(readCall(settings, new Contract(contractId).call(method, ...args)));
  const wasmHash = async (contractId: string) => hashIn(await readLedgerEntries(server, [instanceKey(contractId)]));
  return {
    wasmHash,
    async escrow(contractId) {
      const answer = await ask(contractId, "get_escrow");
      if (rpc.Api.isSimulationError(answer) && (await wasmHash(contractId)) === null) return null;
      return asEscrow(contractId, resultOf(answer, `get_escrow of ${contractId}`));
    },
    async usdc(contractId) {
      const holder = new Address(contractId).toScVal();
      return readInteger(resultOf(await ask(usdcContractId(settings), "balance", holder), `balance of ${contractId}`));
    },
  };
}

/** Nobody signs a read, so any account may stand as its source. */
function readCall(settings: ChainSettings, operation: xdr.Operation) {
  return new TransactionBuilder(new Account(settings.usdc.issuer, "0"), {
    fee: "100",
    networkPassphrase: settings.networkPassphrase,
    timebounds: { minTime: 0, maxTime: 0 },
  })
    .addOperation(operation)
    .build();
}

function resultOf(answer: rpc.Api.SimulateTransactionResponse, what: string): xdr.ScVal {
  if (rpc.Api.isSimulationError(answer))
    throw new StepFailure("STATE_UNEXPECTED", `${what} failed: ${firstLine(answer.error)}`);
  if (!answer.result) throw new StepFailure("CHAIN_UNREACHABLE", `${what} came back without a result`);
  return answer.result.retval;
}

function asEscrow(contractId: string, value: xdr.ScVal): EscrowOnChain {
  try {
    return toEscrowOnChain(value);
  } catch (error) {
    if (!(error instanceof UnexpectedValue)) throw error;
    throw new StepFailure("STATE_UNEXPECTED", `${contractId} is no escrow: ${error.message}`);
  }
}

const firstLine = (text: string): string => text.split("\n", 1)[0] ?? text;

const instanceKey = (contractId: string): xdr.LedgerKey =>
  xdr.LedgerKey.contractData(
    new xdr.LedgerKeyContractData({
      contract: new Address(contractId).toScAddress(),
      key: xdr.ScVal.scvLedgerKeyContractInstance(),
      durability: xdr.ContractDataDurability.persistent,
    }),
  );

/** null for a contract that does not exist, and for the token's own contract, which has no code. */
function hashIn({ entries }: LedgerEntries): string | null {
  const data = entries[0]?.val;
  if (data?.type !== "contractData" || data.contractData.val.type !== "scvContractInstance") return null;
  const { executable } = data.contractData.val.instance;
  return executable.type === "contractExecutableWasm" ? Buffer.from(executable.wasmHash.value).toString("hex") : null;
}
