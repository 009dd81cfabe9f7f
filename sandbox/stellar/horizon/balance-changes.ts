import { Address, xdr } from "@stellar/stellar-sdk";
import { toDecimal } from "../amounts.ts";
import { fromI128 } from "../contracts/values.ts";
import type { RecordedEvent } from "../transactions/record.ts";
import { type AssetParts, assetParts } from "./asset-parts.ts";

export interface BalanceChange extends AssetParts {
  readonly type: "transfer" | "mint" | "burn";
  readonly from?: string;
  readonly to?: string;
  readonly amount: string;
}

/** The token movements of a contract call, as Horizon lists them. */
export const balanceChanges = (events: readonly RecordedEvent[]): BalanceChange[] => events.flatMap(balanceChange);

function balanceChange(event: RecordedEvent): BalanceChange[] {
  const topics = event.topicsXdr.map((topic) => xdr.ScVal.fromXdr(topic, "base64"));
  const [name, first, second] = topics;
  const asset = topics.at(-1);
  if (name?.type !== "scvSymbol" || asset?.type !== "scvString") return [];
  const type = name.sym.toString();
  const amount = toDecimal(amountOf(xdr.ScVal.fromXdr(event.valueXdr, "base64")));
  const shared = { ...assetParts(asset.str.toString()), amount };
  if (type === "transfer") return [{ ...shared, type, ...party("from", first), ...party("to", second) }];
  if (type === "mint") return [{ ...shared, type, ...party("to", first) }];
  return type === "burn" ? [{ ...shared, type, ...party("from", first) }] : [];
}

const party = (side: "from" | "to", value: xdr.ScVal | undefined): { [side: string]: string } =>
  value?.type === "scvAddress" ? { [side]: Address.fromScAddress(value.address).toString() } : {};

function amountOf(data: xdr.ScVal): bigint {
  if (data.type === "scvI128") return fromI128(data);
  const entries = data.type === "scvMap" ? (data.map ?? []) : [];
  const amount = entries.find(({ key }) => key.type === "scvSymbol" && key.sym.toString() === "amount");
  return amount?.val.type === "scvI128" ? fromI128(amount.val) : 0n;
}
