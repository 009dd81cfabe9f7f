import { Address, xdr } from "@stellar/stellar-sdk";
import type { TransactionPlan } from "../transaction-plan.ts";

type Call = ConstructorParameters<typeof xdr.InvokeContractArgs>[0];

/** Whoever lies about the call lies in its authorisation too, else the lie would only fail on the chain. */
export function withAuthForCall(plan: TransactionPlan): TransactionPlan {
  const call = {
    contractAddress: new Address(plan.contractId).toScAddress(),
    functionName: plan.functionName,
    args: [...plan.args],
  };
  return withInvocations(plan, (root) => invocation(call, root.subInvocations));
}

/** Changes the arguments of what is authorised below the call: the token's transfer. */
export function withNestedArgs(
  plan: TransactionPlan,
  change: (args: readonly xdr.ScVal[]) => readonly xdr.ScVal[],
): TransactionPlan {
  return withInvocations(plan, (root) => {
    const nested = root.subInvocations.map((sub) => {
      if (sub.function.type !== "sorobanAuthorizedFunctionTypeContractFn") return sub;
      const { contractAddress, functionName, args } = sub.function.contractFn;
      return invocation({ contractAddress, functionName, args: [...change(args)] }, sub.subInvocations);
    });
    return new xdr.SorobanAuthorizedInvocation({ function: root.function, subInvocations: nested });
  });
}

function withInvocations(
  plan: TransactionPlan,
  change: (root: xdr.SorobanAuthorizedInvocation) => xdr.SorobanAuthorizedInvocation,
): TransactionPlan {
  const auth = plan.auth.map(
    ({ credentials, rootInvocation }) =>
      new xdr.SorobanAuthorizationEntry({ credentials, rootInvocation: change(rootInvocation) }),
  );
  return { ...plan, auth };
}

const invocation = (call: Call, subInvocations: xdr.SorobanAuthorizedInvocation[]): xdr.SorobanAuthorizedInvocation =>
  new xdr.SorobanAuthorizedInvocation({
    function: xdr.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeContractFn(new xdr.InvokeContractArgs(call)),
    subInvocations,
  });
