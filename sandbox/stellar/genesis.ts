import { FACTORY_WASM_HASH } from "../escrow/wasm-hashes.ts";
import { NATIVE } from "./addresses.ts";
import {
  escrowFactoryId,
  nativeContractId,
  root,
  trustlessWorkFeeWallet,
  usdcContractId,
  usdcIssuer,
} from "./identities.ts";
import { MAX_INT64, TOTAL_COINS_STROOPS } from "./network.ts";
import { newAccount } from "./operations/create-account.ts";
import { AUTHORIZED } from "./state/balances.ts";
import type { Entry } from "./state/entries.ts";
import { State } from "./state/state.ts";

const STARTING_STROOPS = 100_000_000_000_000n;
const AUTH_REVOCABLE = 2;

export const USDC = `USDC:${usdcIssuer.publicKey()}`;

/** The ledger everybody starts with: the root, the USDC issuer, the provider's fee wallet, the tokens and the factory. */
export function genesisState(): State {
  const state = new State();
  for (const entry of genesisEntries()) state.put(entry);
  return state;
}

function genesisEntries(): Entry[] {
  const feeWallet = trustlessWorkFeeWallet.publicKey();
  const rootBalance = TOTAL_COINS_STROOPS - 2n * STARTING_STROOPS;
  return [
    { ...newAccount(root.publicKey(), rootBalance, 0, null) },
    { ...newAccount(usdcIssuer.publicKey(), STARTING_STROOPS, 0, null), flags: AUTH_REVOCABLE },
    { ...newAccount(feeWallet, STARTING_STROOPS, 0, null), subentries: 1 },
    {
      kind: "trustline",
      address: feeWallet,
      asset: USDC,
      balance: 0n,
      limit: MAX_INT64,
      flags: AUTHORIZED,
      sponsor: null,
    },
    { kind: "contract", contractId: usdcContractId, wasmHash: null, asset: USDC, storageXdr: {} },
    { kind: "contract", contractId: nativeContractId, wasmHash: null, asset: NATIVE, storageXdr: {} },
    { kind: "contract", contractId: escrowFactoryId, wasmHash: FACTORY_WASM_HASH, asset: null, storageXdr: {} },
  ];
}
