import {
  Account,
  Address,
  Keypair,
  Memo,
  Operation,
  SorobanDataBuilder,
  TransactionBuilder,
  xdr,
} from "@stellar/stellar-sdk";
import { address, i128 } from "../../stellar/soroban-values.ts";
import { anAddress, anAmount, type ExpectedCall } from "../expected-call.ts";
import type { EnvelopeRules } from "../verify-envelope.ts";

export const NOW_SECONDS = 1_800_000_000;
export const PASSPHRASE = "Standalone Network ; February 2017";

const seeded = (byte: number): Keypair => Keypair.fromRawEd25519Seed(new Uint8Array(32).fill(byte));
export const BUYER = seeded(1).publicKey();
export const STRANGER = seeded(2).publicKey();
export const CONTRACT = Address.contract(new Uint8Array(32).fill(3)).toString();
export const TOKEN = Address.contract(new Uint8Array(32).fill(4)).toString();
export const FOREIGN_CONTRACT = Address.contract(new Uint8Array(32).fill(5)).toString();
export const signerKey = seeded(1);

export const AMOUNT = 1_200_000_000n;

/** A call of which every part can be made another one. The whole is what a provider might build. */
export interface Plan {
  source: string;
  operationSource: string | undefined;
  contractId: string;
  functionName: string;
  args: xdr.ScVal[];
  auth: xdr.SorobanAuthorizationEntry[] | null;
  allowed: xdr.SorobanAuthorizedInvocation[];
  feeStroops: string;
  resourceFeeStroops: string;
  memo: Memo;
  minTime: number;
  maxTime: number;
  minLedger: number | null;
  extraOperations: xdr.Operation[];
  signed: boolean;
}

export const invocation = (
  contractId: string,
  functionName: string,
  args: xdr.ScVal[],
): xdr.SorobanAuthorizedInvocation =>
  new xdr.SorobanAuthorizedInvocation({
    function: xdr.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeContractFn(
      callOf(contractId, functionName, args),
    ),
    subInvocations: [],
  });

export const transferOf = (to: string, stroops: bigint): xdr.SorobanAuthorizedInvocation =>
  invocation(TOKEN, "transfer", [address(BUYER), address(to), i128(stroops)]);

export const aPlan = (): Plan => ({
  source: BUYER,
  operationSource: undefined,
  contractId: CONTRACT,
  functionName: "fund_escrow",
  args: [address(BUYER), i128(AMOUNT)],
  auth: null,
  allowed: [transferOf(CONTRACT, AMOUNT)],
  feeStroops: "100",
  resourceFeeStroops: "50000",
  memo: Memo.none(),
  minTime: 0,
  maxTime: NOW_SECONDS + 300,
  minLedger: null,
  extraOperations: [],
  signed: false,
});

export const EXPECTED: ExpectedCall = {
  source: BUYER,
  contractId: CONTRACT,
  functionNames: ["fund_escrow"],
  args: [anAddress("signer", BUYER), anAmount("amount", AMOUNT)],
  allows: [{ contractId: TOKEN, functionName: "transfer", args: [address(BUYER), address(CONTRACT), i128(AMOUNT)] }],
};

export const RULES: EnvelopeRules = {
  networkPassphrase: PASSPHRASE,
  source: BUYER,
  feeStroopsMax: 1_000_000n,
  closeTimeSeconds: NOW_SECONDS,
  transactionSeconds: 120,
};

export function toXdr(plan: Plan): string {
  const builder = new TransactionBuilder(new Account(plan.source, "41"), {
    fee: plan.feeStroops,
    networkPassphrase: PASSPHRASE,
    timebounds: { minTime: plan.minTime, maxTime: plan.maxTime },
    memo: plan.memo,
    sorobanData: new SorobanDataBuilder().setResourceFee(plan.resourceFeeStroops).build(),
    ...(plan.minLedger !== null && { ledgerbounds: { minLedger: plan.minLedger, maxLedger: 0 } }),
  }).addOperation(
    Operation.invokeHostFunction({
      func: xdr.HostFunction.hostFunctionTypeInvokeContract(callOf(plan.contractId, plan.functionName, plan.args)),
      auth: plan.auth ?? [sourceAccountEntry(plan)],
      ...(plan.operationSource && { source: plan.operationSource }),
    }),
  );
  for (const operation of plan.extraOperations) builder.addOperation(operation);
  const transaction = builder.build();
  if (plan.signed) transaction.sign(signerKey);
  return transaction.toXDR();
}

export const sourceAccountEntry = (plan: Plan): xdr.SorobanAuthorizationEntry =>
  new xdr.SorobanAuthorizationEntry({
    credentials: xdr.SorobanCredentials.sorobanCredentialsSourceAccount(),
    rootInvocation: new xdr.SorobanAuthorizedInvocation({
      function: xdr.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeContractFn(
        callOf(plan.contractId, plan.functionName, plan.args),
      ),
      subInvocations: plan.allowed,
    }),
  });

const callOf = (contractId: string, functionName: string, args: xdr.ScVal[]): xdr.InvokeContractArgs =>
  new xdr.InvokeContractArgs({ contractAddress: new Address(contractId).toScAddress(), functionName, args });
