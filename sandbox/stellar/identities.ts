import { Asset, Keypair, StrKey } from "@stellar/stellar-sdk";
import { NETWORK_ID, NETWORK_PASSPHRASE, sha256 } from "./network.ts";

const fromLabel = (label: string): Keypair => Keypair.fromRawEd25519Seed(sha256(`sandbox/${label}`));

/** Owns every lumen at genesis; friendbot pays from it. */
export const root = Keypair.fromRawEd25519Seed(NETWORK_ID);
export const usdcIssuer = fromLabel("usdc-issuer");
export const trustlessWorkFeeWallet = fromLabel("trustless-work-fee-wallet");

export const usdc = new Asset("USDC", usdcIssuer.publicKey());
export const usdcContractId = usdc.contractId(NETWORK_PASSPHRASE);
export const nativeContractId = Asset.native().contractId(NETWORK_PASSPHRASE);
export const escrowFactoryId = StrKey.encodeContract(sha256("sandbox/escrow-factory"));
