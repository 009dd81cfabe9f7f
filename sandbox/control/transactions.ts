import { type BalanceChange, balanceChanges } from "../stellar/horizon/balance-changes.ts";
import { parseEnvelope } from "../stellar/transactions/envelope.ts";
import type { TransactionRecord } from "../stellar/transactions/record.ts";
import type { World } from "../world.ts";

export interface Transfer {
  readonly kind: "transfer" | "mint" | "burn";
  readonly asset: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly amount: string;
}

type TransactionView = ReturnType<typeof describe>;

const described = new WeakMap<TransactionRecord, TransactionView>();

/** Every applied transaction, oldest first, or those that an account sent, paid for or had money moved by. */
export function describeTransactions(world: World, account: string | undefined): TransactionView[] {
  const views = world.ledger.history.transactions().map(describeOnce);
  return account === undefined ? views : views.filter((view) => touches(view, account));
}

function describeOnce(record: TransactionRecord): TransactionView {
  const known = described.get(record) ?? describe(record);
  described.set(record, known);
  return known;
}

const describe = (record: TransactionRecord) => ({
  hash: record.hash,
  ledger: record.ledger,
  closeTimeSeconds: record.closeTimeSeconds,
  successful: record.successful,
  resultCode: record.resultCode,
  operationCodes: record.operationCodes,
  source: record.source,
  feePayer: record.feePayer,
  fee: record.feeCharged,
  operations: operationNames(record),
  transfers: transfersOf(record),
});

const touches = (view: TransactionView, account: string): boolean =>
  view.source === account ||
  view.feePayer === account ||
  view.transfers.some(({ from, to }) => from === account || to === account);

/** "payment", or "invokeHostFunction:release_funds" for a contract call. */
function operationNames(record: TransactionRecord): string[] {
  return parseEnvelope(record.envelopeXdr).tx.operations.map(({ body }) => {
    if (body.type !== "invokeHostFunction") return body.type;
    const { hostFunction } = body.invokeHostFunctionOp;
    const called = hostFunction.type === "hostFunctionTypeInvokeContract" ? hostFunction.invokeContract : null;
    return `${body.type}:${called?.functionName.toString() ?? hostFunction.type}`;
  });
}

const transfersOf = (record: TransactionRecord): Transfer[] =>
  record.operations.flatMap(({ events }) => balanceChanges(events)).map(toTransfer);

const toTransfer = ({ type, asset_code, asset_issuer, from, to, amount }: BalanceChange): Transfer => ({
  kind: type,
  asset: asset_code === undefined ? "native" : `${asset_code}:${asset_issuer}`,
  from: from ?? null,
  to: to ?? null,
  amount,
});
