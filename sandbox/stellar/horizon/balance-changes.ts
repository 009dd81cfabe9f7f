import { Address, xdr } from "@stellar/stellar-sdk";
import { NATIVE } from "../addresses.ts";
import { toDecimal } from "../amounts.ts";
import { fromI128 } from "../contracts/values.ts";
import type { RecordedEvent } from "../transactions/record.ts";

export interface BalanceChange {
  readonly asset_type: string;
  readonly asset_code?: string;
  readonly asset_issuer?: string;
  readonly type: string;
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
  const shared = { ...assetParts(asset.str.toString()), type, amount };
  if (type === "transfer") return [{ ...shared, ...party("from", first), ...party("to", second) }];
  if (type === "mint") return [{ ...shared, ...party("to", first) }];
  return type === "burn" ? [{ ...shared, ...party("from", first) }] : [];
}

function assetParts(asset: string) {
  if (asset === NATIVE) return { asset_type: "native" };
  const [asset_code = "", asset_issuer = ""] = asset.split(":");
  return { asset_type: asset_code.length <= 4 ? "credit_alphanum4" : "credit_alphanum12", asset_code, asset_issuer };
}

const party = (side: "from" | "to", value: xdr.ScVal | undefined): { [side: string]: string } =>
  value?.type === "scvAddress" ? { [side]: Address.fromScAddress(value.address).toString() } : {};

function amountOf(data: xdr.ScVal): bigint {
  if (data.type === "scvI128") return fromI128(data);
  const entries = data.type === "scvMap" ? (data.map ?? []) : [];
  const amount = entries.find(({ key }) => key.type === "scvSymbol" && key.sym.toString() === "amount");
  return amount?.val.type === "scvI128" ? fromI128(amount.val) : 0n;
}
