import { Asset, Operation, type xdr } from "@stellar/stellar-sdk";
import { parseStroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import { buildTransaction } from "./build-transaction.ts";
import type { ChainDeps } from "./chain-deps.ts";
import type { AccountOnChain } from "./client.ts";
import type { IntentHandler } from "./intent-handler.ts";
import { reachedReceipt } from "./reached-receipt.ts";
import { usdcAsset } from "./settings.ts";
import { type OwnedWallet, platformWallet, walletById } from "./wallets.ts";

const SPONSOR = "platform/sponsor";
/** Two for an account and one for its trustline, at half an XLM. */
const SPONSORED_RESERVE_STROOPS = 15_000_000n;

/**
 * Puts a wallet on the chain: account and USDC trustline, the reserves sponsored by the platform. The sponsor itself
 * comes from the network's faucet, or from a person.
 */
export const activateWalletIntent = (deps: ChainDeps): IntentHandler<"activateWallet"> => ({
  async source({ walletId }) {
    const wallet = await walletById(deps.db, walletId);
    return wallet.owner === SPONSOR ? wallet.publicKey : (await platformWallet(deps.db, "sponsor")).publicKey;
  },
  async reached({ walletId }) {
    const wallet = await walletById(deps.db, walletId);
    const isThere = wallet.owner === SPONSOR ? await sponsorIsThere(deps, wallet) : await canReceive(deps, wallet);
    return isThere ? reachedReceipt(deps.stellar) : null;
  },
  async build({ walletId }) {
    const wallet = await walletById(deps.db, walletId);
    if (wallet.owner === SPONSOR)
      throw new StepFailure("ACCOUNT_OUT_OF_XLM", `send XLM to the sponsor ${wallet.publicKey}`);
    const sponsor = await platformWallet(deps.db, "sponsor");
    const account = await deps.stellar.account(wallet.publicKey);
    if (account?.usdc)
      throw new StepFailure("STATE_UNEXPECTED", `the issuer froze the trustline of ${wallet.publicKey}`);
    const transaction = await buildTransaction(deps, {
      source: sponsor.publicKey,
      operations: activation(deps, wallet.publicKey, account),
    });
    const spentXlmStroops = parseStroops(deps.settings.walletStartingXlm) + SPONSORED_RESERVE_STROOPS;
    const signers = [sponsor.publicKey, wallet.publicKey];
    return { transaction, signers, sendThrough: "stellar", spentXlmStroops, booking: null };
  },
});

/** Anybody can create an account by paying it, so ours may exist already: then it gets what is missing. */
function activation({ settings }: ChainDeps, address: string, account: AccountOnChain | null): xdr.Operation[] {
  const asset = usdcAsset(settings);
  const startingBalance = settings.walletStartingXlm;
  const trust = Operation.changeTrust({ source: address, asset });
  const end = Operation.endSponsoringFutureReserves({ source: address });
  const begin = Operation.beginSponsoringFutureReserves({ sponsoredId: address });
  if (!account) return [begin, Operation.createAccount({ destination: address, startingBalance }), trust, end];
  return [begin, trust, end, ...startingXlm(address, startingBalance)];
}

function startingXlm(address: string, amount: string): xdr.Operation[] {
  return parseStroops(amount) === 0n
    ? []
    : [Operation.payment({ destination: address, asset: Asset.native(), amount })];
}

async function canReceive({ stellar }: ChainDeps, { publicKey }: OwnedWallet): Promise<boolean> {
  return (await stellar.account(publicKey))?.usdc?.authorized === true;
}

/** Asking the faucet needs no transaction of ours and may be repeated, so it happens where the state is looked at. */
async function sponsorIsThere({ stellar, settings }: ChainDeps, { publicKey }: OwnedWallet): Promise<boolean> {
  if (await stellar.account(publicKey)) return true;
  if (settings.friendbotUrl === null) return false;
  await stellar.friendbot(publicKey);
  if (await stellar.account(publicKey)) return true;
  throw new StepFailure("WALLET_NOT_READY", "the faucet has not funded the sponsor yet");
}
