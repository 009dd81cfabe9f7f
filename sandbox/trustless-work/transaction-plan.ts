import {
  Account,
  Address,
  type Asset,
  Memo,
  Operation,
  SorobanDataBuilder,
  TransactionBuilder,
  xdr,
} from "@stellar/stellar-sdk";

const BASE_FEE_STROOPS = "100";
const RESOURCE_FEE_STROOPS = 50_000;

/** A call of a contract in one transaction, before it becomes bytes. */
export interface TransactionPlan {
  readonly source: string;
  readonly sequence: bigint;
  readonly contractId: string;
  readonly functionName: string;
  readonly args: readonly xdr.ScVal[];
  readonly auth: readonly xdr.SorobanAuthorizationEntry[];
  readonly resourceFeeStroops: number;
  /** 0: for ever. */
  readonly maxTimeSeconds: number;
  readonly memo: string | null;
  readonly extraPayment: { readonly asset: Asset; readonly to: string; readonly amount: string } | null;
}

export const ordinaryFee = { resourceFeeStroops: RESOURCE_FEE_STROOPS, memo: null, extraPayment: null } as const;

/** base64 envelope without a signature. */
export function unsignedTransaction(plan: TransactionPlan, networkPassphrase: string): string {
  const builder = new TransactionBuilder(new Account(plan.source, (plan.sequence - 1n).toString()), {
    fee: BASE_FEE_STROOPS,
    networkPassphrase,
    timebounds: { minTime: 0, maxTime: plan.maxTimeSeconds },
  });
  builder.addOperation(
    Operation.invokeContractFunction({
      contract: plan.contractId,
      function: plan.functionName,
      args: [...plan.args],
      auth: [...plan.auth],
    }),
  );
  if (plan.extraPayment) {
    const { asset, to, amount } = plan.extraPayment;
    builder.addOperation(Operation.payment({ asset, destination: to, amount }));
  }
  if (plan.memo !== null) builder.addMemo(Memo.text(plan.memo));
  return builder.setSorobanData(sorobanData(plan)).build().toXDR();
}

function sorobanData(plan: TransactionPlan): xdr.SorobanTransactionData {
  const instance = xdr.LedgerKey.contractData(
    new xdr.LedgerKeyContractData({
      contract: new Address(plan.contractId).toScAddress(),
      key: xdr.ScVal.scvLedgerKeyContractInstance(),
      durability: xdr.ContractDataDurability.persistent,
    }),
  );
  return new SorobanDataBuilder()
    .setFootprint([], [instance])
    .setResources(5_000_000, 4_096, 4_096)
    .setResourceFee(plan.resourceFeeStroops)
    .build();
}
