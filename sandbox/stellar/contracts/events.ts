import { Address, xdr } from "@stellar/stellar-sdk";
import { assetOf, issuerOf } from "../addresses.ts";
import { NETWORK_PASSPHRASE } from "../network.ts";
import type { RecordedEvent } from "../transactions/record.ts";
import { addressValue, struct, symbol, toI128 } from "./values.ts";

const contractIds = new Map<string, string>();

/** The contract of a classic asset; it exists for every asset, deployed or not. */
export function assetContractId(asset: string): string {
  const known = contractIds.get(asset);
  if (known !== undefined) return known;
  const contractId = assetOf(asset).contractId(NETWORK_PASSPHRASE);
  contractIds.set(asset, contractId);
  return contractId;
}

export const contractEvent = (contractId: string, topics: readonly xdr.ScVal[], data: xdr.ScVal): RecordedEvent => ({
  contractId,
  topicsXdr: topics.map((topic) => topic.toXdr("base64")),
  valueXdr: data.toXdr("base64"),
});

export function toContractEvent({ contractId, topicsXdr, valueXdr }: RecordedEvent): xdr.ContractEvent {
  const contract = new Address(contractId).toScAddress();
  const topics = topicsXdr.map((topic) => xdr.ScVal.fromXdr(topic, "base64"));
  return new xdr.ContractEvent({
    ext: xdr.ExtensionPoint.v0(),
    contractId: contract.type === "scAddressTypeContract" ? contract.contractId : null,
    type: xdr.ContractEventType.contract,
    body: xdr.ContractEventBody.v0(new xdr.ContractEventV0({ topics, data: xdr.ScVal.fromXdr(valueXdr, "base64") })),
  });
}

export interface Movement {
  readonly asset: string;
  /** G…, C… or B…; never muxed. */
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  /** The destination's muxed id, or else the transaction's memo. */
  readonly toMuxedId?: xdr.ScVal | null;
}

/** One movement of one asset, as CAP-67 tells it: a mint from the issuer, a burn to it, else a transfer. */
export function movementEvent(movement: Movement): RecordedEvent {
  const { asset, from, to, amount } = movement;
  const issuer = issuerOf(asset);
  const name = xdr.ScVal.scvString(asset);
  const contractId = assetContractId(asset);
  const fromIssuer = from === issuer;
  if (to === issuer && !fromIssuer) {
    return contractEvent(contractId, [symbol("burn"), addressValue(from), name], toI128(amount));
  }
  const topics =
    fromIssuer && to !== issuer
      ? [symbol("mint"), addressValue(to), name]
      : [symbol("transfer"), addressValue(from), addressValue(to), name];
  return contractEvent(contractId, topics, amountData(amount, movement.toMuxedId ?? null));
}

function amountData(amount: bigint, toMuxedId: xdr.ScVal | null): xdr.ScVal {
  return toMuxedId === null ? toI128(amount) : struct({ amount: toI128(amount), to_muxed_id: toMuxedId });
}

/** What `to_muxed_id` says: the id of an M… destination wins over the memo. */
export function muxedIdValue(muxedId: bigint | null, memo: xdr.Memo): xdr.ScVal | null {
  if (muxedId !== null) return xdr.ScVal.scvU64(muxedId);
  switch (memo.type) {
    case "memoNone":
      return null;
    case "memoText":
      return xdr.ScVal.scvString(memo.text);
    case "memoId":
      return xdr.ScVal.scvU64(memo.id);
    case "memoHash":
      return xdr.ScVal.scvBytes(memo.hash.value);
    case "memoReturn":
      return xdr.ScVal.scvBytes(memo.retHash.value);
  }
}

export function setAuthorizedEvent(asset: string, address: string, authorized: boolean): RecordedEvent {
  const topics = [symbol("set_authorized"), addressValue(address), xdr.ScVal.scvString(asset)];
  return contractEvent(assetContractId(asset), topics, xdr.ScVal.scvBool(authorized));
}

export function feeEvent(payer: string, fee: bigint): RecordedEvent {
  return contractEvent(assetContractId("native"), [symbol("fee"), addressValue(payer)], toI128(fee));
}
