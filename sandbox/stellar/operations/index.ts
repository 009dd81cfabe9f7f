import { xdr } from "@stellar/stellar-sdk";
import { accountMerge, accountMergeRefusal } from "./account-merge.ts";
import { allowTrust, allowTrustRefusal } from "./allow-trust.ts";
import { bumpSequence, bumpSequenceRefusal } from "./bump-sequence.ts";
import { changeTrust, changeTrustRefusal } from "./change-trust.ts";
import { claimClaimableBalance } from "./claim-claimable-balance.ts";
import { type OperationContext, OperationFailed } from "./context.ts";
import { createAccount, createAccountRefusal } from "./create-account.ts";
import { createClaimableBalance, createClaimableBalanceRefusal } from "./create-claimable-balance.ts";
import { invokeHostFunction, invokeHostFunctionRefusal } from "./invoke-host-function.ts";
import { manageData, manageDataRefusal } from "./manage-data.ts";
import { pathPaymentStrictReceive, pathPaymentStrictReceiveRefusal } from "./path-payment-strict-receive.ts";
import { pathPaymentStrictSend, pathPaymentStrictSendRefusal } from "./path-payment-strict-send.ts";
import { payment, paymentRefusal } from "./payment.ts";
import { revokeSponsorship } from "./revoke-sponsorship.ts";
import { setOptions, setOptionsRefusal, setOptionsThreshold } from "./set-options.ts";
import { setTrustLineFlags, setTrustLineFlagsRefusal } from "./set-trust-line-flags.ts";
import { beginSponsoring, beginSponsoringRefusal, endSponsoring } from "./sponsoring.ts";

/** How much weight an operation's source has to sign with. */
export function thresholdOf(body: xdr.OperationBody): "low" | "medium" | "high" {
  switch (body.type) {
    case "allowTrust":
    case "setTrustLineFlags":
    case "bumpSequence":
    case "claimClaimableBalance":
      return "low";
    case "accountMerge":
      return "high";
    case "setOptions":
      return setOptionsThreshold(body.setOptionsOp);
    default:
      return "medium";
  }
}

/** What is wrong with an operation whatever the ledger's state; null when nothing is. */
export function refusalOf(body: xdr.OperationBody, source: string): xdr.OperationResult | null {
  const tr = refusedResult(body, source);
  return tr === null || tr instanceof xdr.OperationResult ? tr : xdr.OperationResult.opInner(tr);
}

function refusedResult(body: xdr.OperationBody, source: string): xdr.OperationResultTr | xdr.OperationResult | null {
  switch (body.type) {
    case "createAccount":
      return createAccountRefusal(body.createAccountOp, source);
    case "payment":
      return paymentRefusal(body.paymentOp);
    case "pathPaymentStrictReceive":
      return pathPaymentStrictReceiveRefusal(body.pathPaymentStrictReceiveOp);
    case "pathPaymentStrictSend":
      return pathPaymentStrictSendRefusal(body.pathPaymentStrictSendOp);
    case "setOptions":
      return setOptionsRefusal(body.setOptionsOp, source);
    case "changeTrust":
      return changeTrustRefusal(body.changeTrustOp, source);
    case "allowTrust":
      return allowTrustRefusal(body.allowTrustOp, source);
    case "setTrustLineFlags":
      return setTrustLineFlagsRefusal(body.setTrustLineFlagsOp, source);
    case "manageData":
      return manageDataRefusal(body.manageDataOp);
    case "bumpSequence":
      return bumpSequenceRefusal(body.bumpSequenceOp);
    case "beginSponsoringFutureReserves":
      return beginSponsoringRefusal(body.beginSponsoringFutureReservesOp, source);
    case "createClaimableBalance":
      return createClaimableBalanceRefusal(body.createClaimableBalanceOp);
    case "accountMerge":
      return accountMergeRefusal(body.destination, source);
    case "endSponsoringFutureReserves":
    case "claimClaimableBalance":
    case "revokeSponsorship":
      return null;
    case "invokeHostFunction":
      return invokeHostFunctionRefusal(body.invokeHostFunctionOp);
    default:
      return xdr.OperationResult.opNotSupported();
  }
}

/** @throws OperationFailed with the network's own result. */
export function applyOperation(body: xdr.OperationBody, context: OperationContext): xdr.OperationResult {
  return xdr.OperationResult.opInner(successOf(body, context));
}

function successOf(body: xdr.OperationBody, context: OperationContext): xdr.OperationResultTr {
  switch (body.type) {
    case "createAccount":
      return createAccount(body.createAccountOp, context);
    case "payment":
      return payment(body.paymentOp, context);
    case "pathPaymentStrictReceive":
      return pathPaymentStrictReceive(body.pathPaymentStrictReceiveOp, context);
    case "pathPaymentStrictSend":
      return pathPaymentStrictSend(body.pathPaymentStrictSendOp, context);
    case "setOptions":
      return setOptions(body.setOptionsOp, context);
    case "changeTrust":
      return changeTrust(body.changeTrustOp, context);
    case "allowTrust":
      return allowTrust(body.allowTrustOp, context);
    case "setTrustLineFlags":
      return setTrustLineFlags(body.setTrustLineFlagsOp, context);
    case "manageData":
      return manageData(body.manageDataOp, context);
    case "bumpSequence":
      return bumpSequence(body.bumpSequenceOp, context);
    case "beginSponsoringFutureReserves":
      return beginSponsoring(body.beginSponsoringFutureReservesOp, context);
    case "endSponsoringFutureReserves":
      return endSponsoring(context);
    case "revokeSponsorship":
      return revokeSponsorship(body.revokeSponsorshipOp, context);
    case "createClaimableBalance":
      return createClaimableBalance(body.createClaimableBalanceOp, context);
    case "claimClaimableBalance":
      return claimClaimableBalance(body.claimClaimableBalanceOp, context);
    case "accountMerge":
      return accountMerge(body.destination, context);
    case "invokeHostFunction":
      return invokeHostFunction(body.invokeHostFunctionOp, context);
    default:
      throw new OperationFailed(xdr.OperationResult.opNotSupported());
  }
}
