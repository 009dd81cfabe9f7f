import { Address, xdr } from "@stellar/stellar-sdk";
import { toDecimal } from "../stellar/amounts.ts";
import { fromI128 } from "../stellar/contracts/values.ts";
import { parseEnvelope } from "../stellar/transactions/envelope.ts";
import type { RecordedEvent, TransactionRecord } from "../stellar/transactions/record.ts";
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
  record.operations.flatMap(({ events }) => events.flatMap(transferOf));

function transferOf(event: RecordedEvent): Transfer[] {
  const topics = event.topicsXdr.map((topic) => xdr.ScVal.fromXdr(topic, "base64"));
  const kind = textOf(topics[0]);
  const asset = textOf(topics.at(-1));
  if (asset === null || (kind !== "transfer" && kind !== "mint" && kind !== "burn")) return [];
  const amount = toDecimal(amountOf(xdr.ScVal.fromXdr(event.valueXdr, "base64")));
  const first = addressOf(topics[1]);
  if (kind === "transfer") return [{ kind, asset, from: first, to: addressOf(topics[2]), amount }];
  return [{ kind, asset, from: kind === "burn" ? first : null, to: kind === "mint" ? first : null, amount }];
}

function textOf(value: xdr.ScVal | undefined): string | null {
  if (value?.type === "scvSymbol") return value.sym.toString();
  return value?.type === "scvString" ? value.str.toString() : null;
}

const addressOf = (value: xdr.ScVal | undefined): string | null =>
  value?.type === "scvAddress" ? Address.fromScAddress(value.address).toString() : null;

function amountOf(data: xdr.ScVal): bigint {
  if (data.type !== "scvMap") return fromI128(data);
  const amount = (data.map ?? []).find(({ key }) => textOf(key) === "amount");
  return amount === undefined ? 0n : fromI128(amount.val);
}
