import { describe, expect, test } from "@jest/globals";
import { xdr } from "@stellar/stellar-sdk";
import { contractErrorOf, resultCodeOf } from "./result-code.ts";

const result = (value: xdr.TransactionResultResult): xdr.TransactionResult =>
  new xdr.TransactionResult({ feeCharged: 100n, result: value, ext: xdr.TransactionResultExt.v0() });

const failedWith = (...operations: xdr.OperationResult[]) => result(xdr.TransactionResultResult.txFailed(operations));
const inner = (tr: xdr.OperationResultTr) => xdr.OperationResult.opInner(tr);

describe("a result has the name that Horizon gives it", () => {
  test.each<[string, xdr.TransactionResult]>([
    ["tx_success", result(xdr.TransactionResultResult.txSuccess([]))],
    ["tx_bad_seq", result(xdr.TransactionResultResult.txBadSeq())],
    ["tx_too_late", result(xdr.TransactionResultResult.txTooLate())],
    ["tx_insufficient_balance", result(xdr.TransactionResultResult.txInsufficientBalance())],
    ["tx_no_source_account", result(xdr.TransactionResultResult.txNoAccount())],
    ["tx_bad_auth_extra", result(xdr.TransactionResultResult.txBadAuthExtra())],
    ["tx_bad_min_seq_age_or_gap", result(xdr.TransactionResultResult.txBadMinSeqAgeOrGap())],
    ["tx_soroban_invalid", result(xdr.TransactionResultResult.txSorobanInvalid())],
    ["tx_failed", failedWith()],
    ["op_no_trust", failedWith(inner(xdr.OperationResultTr.payment(xdr.PaymentResult.paymentNoTrust())))],
    ["op_line_full", failedWith(inner(xdr.OperationResultTr.payment(xdr.PaymentResult.paymentLineFull())))],
    [
      "op_src_not_authorized",
      failedWith(inner(xdr.OperationResultTr.payment(xdr.PaymentResult.paymentSrcNotAuthorized()))),
    ],
    [
      "op_already_exists",
      failedWith(inner(xdr.OperationResultTr.createAccount(xdr.CreateAccountResult.createAccountAlreadyExist()))),
    ],
    [
      "op_low_reserve",
      failedWith(inner(xdr.OperationResultTr.changeTrust(xdr.ChangeTrustResult.changeTrustLowReserve()))),
    ],
    ["op_bad_auth", failedWith(xdr.OperationResult.opBadAuth())],
    ["op_no_source_account", failedWith(xdr.OperationResult.opNoAccount())],
    [
      "invoke_host_function_trapped",
      failedWith(
        inner(xdr.OperationResultTr.invokeHostFunction(xdr.InvokeHostFunctionResult.invokeHostFunctionTrapped())),
      ),
    ],
  ])("%s", (name, given) => {
    expect(resultCodeOf(given)).toBe(name);
  });
});

test("the first operation that failed names the result, not one that succeeded before it", () => {
  const succeeded = inner(xdr.OperationResultTr.payment(xdr.PaymentResult.paymentSuccess()));
  const failed = inner(xdr.OperationResultTr.payment(xdr.PaymentResult.paymentUnderfunded()));
  expect(resultCodeOf(failedWith(succeeded, failed))).toBe("op_underfunded");
});

test("the innermost contract error is told, with the contract that made it", () => {
  const event = (contract: number | null, error: xdr.ScError) =>
    new xdr.DiagnosticEvent({
      inSuccessfulContractCall: false,
      event: new xdr.ContractEvent({
        ext: xdr.ExtensionPoint.v0(),
        contractId: contract === null ? null : new xdr.ContractId(new Uint8Array(32).fill(contract)),
        type: xdr.ContractEventType.diagnostic,
        body: xdr.ContractEventBody.v0(
          new xdr.ContractEventV0({
            topics: [xdr.ScVal.scvSymbol("error"), xdr.ScVal.scvError(error)],
            data: xdr.ScVal.scvVoid(),
          }),
        ),
      }),
    });
  const token = event(7, xdr.ScError.sceContract(10));
  const outer = event(8, xdr.ScError.sceContract(10));
  const told = contractErrorOf([token, outer]);
  expect(told?.text).toBe("Error(Contract, #10)");
  expect(told?.contractId).not.toBe(contractErrorOf([outer])?.contractId);
  expect(contractErrorOf([event(null, xdr.ScError.sceAuth(xdr.ScErrorCode.scecInvalidAction))])).toEqual({
    contractId: null,
    text: "Error(Auth, InvalidAction)",
  });
  expect(contractErrorOf([])).toBeNull();
});
