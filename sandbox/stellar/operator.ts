import {
  Account,
  BASE_FEE,
  type Keypair,
  Memo,
  Operation,
  SorobanDataBuilder,
  StrKey,
  TransactionBuilder,
  xdr,
} from "@stellar/stellar-sdk";
import { muxedAddress } from "./addresses.ts";
import { toDecimal } from "./amounts.ts";
import { toInvokeArgs } from "./contracts/frames.ts";
import { addressValue, toI128 } from "./contracts/values.ts";
import { root, usdc, usdcContractId, usdcIssuer } from "./identities.ts";
import type { Ledger } from "./ledger.ts";
import { NETWORK_PASSPHRASE } from "./network.ts";

const FRIENDBOT_STROOPS = 100_000_000_000n;

export interface Mint {
  readonly address: string;
  readonly amountStroops: bigint;
  readonly memo?: string | undefined;
  readonly muxedId?: bigint | undefined;
}

/** What the sandbox itself does on the ledger: gives lumens, issues USDC, freezes trustlines. Each answers a hash. */
export interface Operator {
  fund(address: string): string;
  mint(mint: Mint): string;
  setFrozen(address: string, frozen: boolean): string;
}

export function createOperator(ledger: Ledger): Operator {
  const send = (signer: Keypair, operation: xdr.Operation, memo: Memo = Memo.none()): string => {
    const source = new Account(signer.publicKey(), (ledger.nextOwnSequence(signer.publicKey()) - 1n).toString());
    const builder = new TransactionBuilder(source, { fee: BASE_FEE, networkPassphrase: NETWORK_PASSPHRASE, memo });
    if (operation.body.type === "invokeHostFunction") builder.setSorobanData(new SorobanDataBuilder().build());
    const transaction = builder.addOperation(operation).setTimeout(0).build();
    transaction.sign(signer);
    return ledger.submitOwn(transaction.toXDR());
  };
  return {
    fund: (destination) =>
      send(root, Operation.createAccount({ destination, startingBalance: toDecimal(FRIENDBOT_STROOPS) })),
    mint: ({ address, amountStroops, memo, muxedId }) =>
      send(
        usdcIssuer,
        mintOperation(address, amountStroops, muxedId),
        memo === undefined ? Memo.none() : Memo.text(memo),
      ),
    setFrozen: (trustor, frozen) =>
      send(usdcIssuer, Operation.setTrustLineFlags({ trustor, asset: usdc, flags: { authorized: !frozen } })),
  };
}

function mintOperation(address: string, amountStroops: bigint, muxedId: bigint | undefined): xdr.Operation {
  if (StrKey.isValidContract(address)) return transferOperation(address, amountStroops);
  const destination = muxedId === undefined ? address : muxedAddress(address, muxedId);
  return Operation.payment({ destination, asset: usdc, amount: toDecimal(amountStroops) });
}

/** Payments go to accounts only: contracts are paid by the token's contract. */
function transferOperation(contractId: string, amountStroops: bigint): xdr.Operation {
  const args = [addressValue(usdcIssuer.publicKey()), addressValue(contractId), toI128(amountStroops)];
  const call = { contractId: usdcContractId, functionName: "transfer", args };
  const rootInvocation = new xdr.SorobanAuthorizedInvocation({
    function: xdr.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeContractFn(toInvokeArgs(call)),
    subInvocations: [],
  });
  const credentials = xdr.SorobanCredentials.sorobanCredentialsSourceAccount();
  const auth = [new xdr.SorobanAuthorizationEntry({ credentials, rootInvocation })];
  return Operation.invokeContractFunction({ contract: usdcContractId, function: call.functionName, args, auth });
}
