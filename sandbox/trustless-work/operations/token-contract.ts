import { Asset, StrKey } from "@stellar/stellar-sdk";
import { invalid } from "../api-error.ts";

/** Contracts know the token by its contract's address; requests name the issuer and the code, or that address. */
export function tokenContract(trustline: { address: string; symbol?: string | undefined }, passphrase: string): string {
  if (StrKey.isValidContract(trustline.address)) return trustline.address;
  try {
    return new Asset(trustline.symbol ?? "", trustline.address).contractId(passphrase);
  } catch {
    throw invalid({ "trustline.symbol": ["must be an asset code"] });
  }
}
