import { type rpc, TransactionBuilder } from "@stellar/stellar-sdk";
import { UnreadableAnswer } from "./reaching.ts";
import { resultCodeOf } from "./result-code.ts";
import type { ChainSettings } from "./settings.ts";

/** What a node said of signed bytes. None of it is an outcome: only a ledger decides. */
export type SendAnswer =
  | { readonly kind: "accepted" | "duplicate" | "try-later" }
  | { readonly kind: "refused"; readonly resultCode: string };

export async function sendTransaction(
  server: rpc.Server,
  { networkPassphrase }: ChainSettings,
  signedXdr: string,
): Promise<SendAnswer> {
  const answer = await server.sendTransaction(TransactionBuilder.fromXdr(signedXdr, networkPassphrase));
  switch (answer.status) {
    case "PENDING":
      return { kind: "accepted" };
    case "DUPLICATE":
      return { kind: "duplicate" };
    case "TRY_AGAIN_LATER":
      return { kind: "try-later" };
    case "ERROR":
      // none of it is an outcome, and so it may lack its reason
      return { kind: "refused", resultCode: answer.errorResult ? resultCodeOf(answer.errorResult) : "unknown" };
    default:
      throw new UnreadableAnswer(`unexpected form: status ${String(answer.status)}`);
  }
}
