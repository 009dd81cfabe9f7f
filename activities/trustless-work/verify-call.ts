import { Address, xdr } from "@stellar/stellar-sdk";
import type { AllowedCall, ExpectedCall } from "./expected-call.ts";
import { notAsIntended } from "./not-as-intended.ts";

/**
 * Compares a call with the expected one down to its last argument, and what it authorises. @throws StepFailure
 * TRANSACTION_NOT_AS_INTENDED
 */
export function verifyCall({ hostFunction, auth }: xdr.InvokeHostFunctionOp, expected: ExpectedCall): void {
  if (hostFunction.type !== "hostFunctionTypeInvokeContract") notAsIntended("host function", hostFunction.type);
  const call = hostFunction.invokeContract;
  const contractId = Address.fromScAddress(call.contractAddress).toString();
  if (contractId !== expected.contractId) notAsIntended("contract", contractId);
  const functionName = call.functionName.toString();
  if (!expected.functionNames.includes(functionName)) notAsIntended("function", functionName);
  verifyArguments(call.args, expected);
  verifyAuthorisation(auth, call, expected);
}

function verifyArguments(args: readonly xdr.ScVal[], { args: rules }: ExpectedCall): void {
  const required = rules.filter((rule) => !rule.optional);
  const expected = args.length === rules.length ? rules : required;
  if (args.length !== expected.length) notAsIntended("arguments", `${args.length} of them`);
  for (const [index, value] of args.entries()) {
    const rule = expected[index];
    const difference = rule?.difference(value) ?? null;
    if (rule && difference !== null) notAsIntended(`argument ${rule.name}`, difference);
  }
}

/** The source's signature would stand for every call in the tree, so the tree must be exactly this call. */
function verifyAuthorisation(
  auth: readonly xdr.SorobanAuthorizationEntry[],
  call: xdr.InvokeContractArgs,
  { allows }: ExpectedCall,
): void {
  const [entry] = auth;
  if (!entry || auth.length !== 1) notAsIntended("authorisation", `${auth.length} entries`);
  if (entry.credentials.type !== "sorobanCredentialsSourceAccount") {
    notAsIntended("authorisation", entry.credentials.type);
  }
  const wanted = invocation(
    call,
    allows.map((allowed) => invocation(toCall(allowed), [])),
  );
  if (entry.rootInvocation.toXdr("base64") !== wanted.toXdr("base64")) notAsIntended("authorisation", "other calls");
}

const invocation = (
  call: xdr.InvokeContractArgs,
  subInvocations: xdr.SorobanAuthorizedInvocation[],
): xdr.SorobanAuthorizedInvocation =>
  new xdr.SorobanAuthorizedInvocation({
    function: xdr.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeContractFn(call),
    subInvocations,
  });

const toCall = ({ contractId, functionName, args }: AllowedCall): xdr.InvokeContractArgs =>
  new xdr.InvokeContractArgs({
    contractAddress: new Address(contractId).toScAddress(),
    functionName,
    args: [...args],
  });
