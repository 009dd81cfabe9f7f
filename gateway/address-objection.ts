import {
  isAccountAddress,
  isContractAddress,
  isMuxedAddress,
  isMuxedContractAddress,
} from "../domain/stellar-address.ts";

/**
 * Why the text can't be paid; null when its form is right. The contract inside a W… address is no substitute for it: without the
 * id its receiver may not know whose money it is.
 */
export function addressObjection(text: string, memo: string | null): string | null {
  if (isMuxedContractAddress(text)) return "MUXED_CONTRACT_UNSUPPORTED";
  if (isMuxedAddress(text)) return memo === null ? null : "MEMO_WITH_MUXED";
  if (isContractAddress(text)) return memo === null ? null : "MEMO_WITH_CONTRACT";
  return isAccountAddress(text) ? null : "NOT_AN_ADDRESS";
}
