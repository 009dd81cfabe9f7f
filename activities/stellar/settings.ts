import { Asset } from "@stellar/stellar-sdk";

/** Everything the chain adapters must be told. Read from the environment by the worker, never by an adapter. */
export interface ChainSettings {
  readonly networkPassphrase: string;
  /** null where several nodes are the sources, and none of them is a Horizon. */
  readonly horizonUrl: string | null;
  readonly rpcUrl: string;
  /** Nodes besides, each of another host. */
  readonly otherRpcUrls?: readonly string[];
  /** null where no faucet exists: then the sponsor's account must be funded by hand. */
  readonly friendbotUrl: string | null;
  readonly usdc: { readonly code: string; readonly issuer: string };
  readonly trustless: TrustlessSettings;
  /** The most XLM one transaction of ours may cost. */
  readonly feeStroopsMax: bigint;
  /** How long a transaction that we build may wait to be included. */
  readonly transactionSeconds: number;
  /** XLM a new wallet starts with, for the fees of the transactions it is the source of; e.g. "3". */
  readonly walletStartingXlm: string;
  /** How wallets get more XLM from the sponsor; null where a person sends it. */
  readonly refill: RefillSettings | null;
  /** Below this much XLM to spend an account of the platform is told of. */
  readonly platformLowXlm: string;
}

export interface RefillSettings {
  /** A wallet that can spend less is refilled. */
  readonly belowXlm: string;
  /** What it gets, e.g. "3". */
  readonly xlm: string;
}

export interface TrustlessSettings {
  /** With the prefix of the version, if it has one; without a slash at the end. */
  readonly apiUrl: string;
  readonly apiKey: string;
  readonly timeoutMs: number;
  readonly factoryContractId: string;
  /** The wallet that Trustless Work's own fee is paid to. */
  readonly feeAddress: string;
  /** Hex hashes of the escrow code that may be deployed. */
  readonly wasmHashes: readonly string[];
}

export const usdcAsset = ({ usdc }: Pick<ChainSettings, "usdc">): Asset => new Asset(usdc.code, usdc.issuer);

/** The token contract of the USDC asset on this network. */
export const usdcContractId = (settings: Pick<ChainSettings, "usdc" | "networkPassphrase">): string =>
  usdcAsset(settings).contractId(settings.networkPassphrase);
